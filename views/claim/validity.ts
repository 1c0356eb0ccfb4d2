import { has } from '../../src/domain/member.ts'
import type { Verdict } from '../../src/domain/verdict.ts'
import { readerAddress } from '../article/address.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, joined, nothing } from '../html.ts'
import { action, note } from '../parts.ts'
import type { Place } from './claimant.ts'
import type { ClaimProps } from './props.ts'

/** That a rating does not speak of words of a later date: never by its colour alone. */
export const uncheckedMark = ({ t }: Frame): Html =>
  html`<span class="unchecked">${t('validity.unchecked')}</span>`

/**
 * At an appearance that the public verdict is not checked for: why it is not, and what can be done. No
 * program decides it.
 */
export function unchecked(frame: Frame, place: Place, told: Verdict, props: ClaimProps): Html {
  const { t } = frame
  const why = place.appearance.claimedOn && told.holdsOn ? 'later' : 'unknown'
  return html`<div class="mark mark-unchecked"><p><strong>${uncheckedMark(frame)}</strong> ${t(`validity.${why}`)}</p>
${props.mayWrite ? ways(frame, place, told, props) : nothing}</div>`
}

function ways(frame: Frame, place: Place, told: Verdict, props: ClaimProps): Html {
  const { t } = frame
  const { appearance, article } = place
  const { version, start, end } = appearance
  const address = { article, version: { id: version }, claim: null }
  const own = readerAddress(address, { start, end, whole: false, from: 0, to: 0 })
  const links = [
    props.moves.reopen === null ? html`<a href="#reopen">${t('validity.rate_anew')}</a>` : null,
    html`<a href="${own}#take">${t('validity.own_claim')}</a>`,
  ]
  return html`<div class="ways">${confirming(frame, place, told)}</div><p class="note">${joined(links)}</p>`
}

/** The one step of an editor who looked at it. */
export function confirming(
  frame: Frame,
  { appearance, article }: Place,
  told: Verdict,
  back?: string,
): Html {
  const { t, viewer } = frame
  if (!viewer || !has(viewer, 'editor')) return note(t('validity.editor_confirms'))
  return action(frame, {
    id: `confirm-${appearance.id}`,
    action: `/verdicts/${told.id}/confirmation`,
    revision: told.revision,
    hidden: { appearance: appearance.id, back },
    label: t('validity.confirm'),
    about: t('validity.confirm_about', { title: article.title }),
  })
}
