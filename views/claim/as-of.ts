import type { FieldErrors } from '../../src/domain/refusal.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, nothing, type Part } from '../html.ts'
import { page } from '../layout.ts'
import { Fields } from '../parts/fields.ts'
import { heading, submit, toTheSecond } from '../parts.ts'

/** A moment as it was asked for, and what is wrong with it. */
type AskedMoment = { asOf?: string; errors?: FieldErrors }

const pathOf = (claim: string): string => `/claims/${claim}`

/** Asks for the claim as it stood at another moment. It changes nothing: the moment goes into the address. */
function momentForm(frame: Frame, claim: string, { asOf, errors = {} }: AskedMoment): Html {
  const { t } = frame
  const fields = new Fields(frame, 'as-of', { asOf }, errors)
  const field = fields.text({
    name: 'asOf',
    label: t('asof.moment'),
    hint: t('asof.hint'),
    size: 'medium',
    unmarked: true,
  })
  return html`<form class="form moment" id="as-of-form" method="get" action="${pathOf(claim)}" novalidate>
${field}
<div class="actions">${submit(t('asof.show'))}</div></form>`
}

/** The way to the claim as it stood, beside its history. */
export const asItStood = (frame: Frame, claim: string): Html =>
  html`<details class="earlier" id="as-of"><summary>${frame.t('asof.ask')}</summary>
${momentForm(frame, claim, {})}</details>`

/** On top of a page that shows what is past: since when it is past, that nothing here changes it, and the ways on. */
export function pastMark(frame: Frame, claim: string, moment: string): Html {
  const { t } = frame
  return html`<div class="past" id="as-of"><p><strong>${t('asof.stood', { time: toTheSecond(frame, moment) })}</strong> ${t('asof.past')} <a href="${pathOf(claim)}">${t('asof.now')}</a></p>
<details class="earlier" id="as-of-other"><summary>${t('asof.other')}</summary>
${momentForm(frame, claim, { asOf: moment })}</details></div>`
}

/** Where there is nothing to show of the moment that was asked for: why, and how to ask for another. */
function nothingThen(
  frame: Frame,
  claim: string,
  title: string,
  lead: Part,
  asked: AskedMoment,
): Html {
  const { t } = frame
  return page(
    frame,
    { title, width: 'narrow' },
    html`
${heading({ title, lead, back: { href: pathOf(claim), label: t('asof.now') } })}
${momentForm(frame, claim, asked)}`,
  )
}

/** A claim that came later. */
export function notYetPage(frame: Frame, claim: string, moment: string, since: string): Html {
  const { t } = frame
  const times = { time: toTheSecond(frame, moment), since: toTheSecond(frame, since) }
  const title = t('asof.not_yet')
  return nothingThen(frame, claim, title, t('asof.since', times), { asOf: since })
}

/** A moment that cannot be read, or is still to come. */
export const noMomentPage = (frame: Frame, claim: string, asked: AskedMoment): Html =>
  nothingThen(frame, claim, frame.t('asof.unread'), nothing, asked)
