import { findableStages } from '../../src/domain/another-appearance.ts'
import type { Claim } from '../../src/domain/claim.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, nothing, type Part } from '../html.ts'
import { submit } from '../parts.ts'
import { similarRulings } from '../rulings/similar.ts'
import { allTheSame, similarItem } from '../similar/item.ts'
import type { Found, Similar } from '../similar/props.ts'

export { type Found, noneFound } from '../similar/props.ts'

export type SimilarProps = {
  similar: Found
  /** Where the chosen words become one more appearance of a claim; null where none are chosen. */
  same: ((claim: Claim) => string) | null
}

/**
 * What the desk has already, beneath the statement of a new claim: with script it is looked for while
 * the statement is typed.
 * @param form the id of the form, and the address that answers with `similarList`
 */
export function similarRegion(
  frame: Frame,
  form: { id: string; source: string; place?: boolean },
  props: SimilarProps,
): Html {
  const { id, source } = form
  const field = (name: string) => `#${id}-${name}`
  const places = ['start', 'end', 'version'].map((name) => `#${id}-form [name=${name}]`)
  const include = [field('statement'), field('language'), ...(form.place ? places : [])]
  const trigger = `input changed delay:300ms from:${field('statement')}, change from:${field('language')}`
  return html`<div class="similar" id="${id}-similar" hx-get="${source}" hx-trigger="${trigger}" hx-include="${include.join(', ')}" hx-swap="innerMorph" hx-sync="replace">${similarList(frame, props)}</div>`
}

/** How many there are, and that some say something else, which is said; and which. Nothing is decided by it. */
export function similarList(frame: Frame, { similar, same }: SimilarProps): Html {
  const { t } = frame
  const { claims, rulings } = similar
  const warned = [...claims, ...rulings].filter(({ likeness }) => likeness.warns).length
  const own = t('claimForm.similar_count', { count: claims.length })
  const elsewhere = rulings.length ? ` · ${t('ruling.similar', { count: rulings.length })}` : ''
  const count = `${own}${elsewhere}`
  const warns = warned ? html`. <span>${t('similar.some_warn', { count: warned })}</span>` : nothing
  const ways = (one: Similar) => wayTo(frame, one, same)
  const row = (one: Similar) => similarItem(frame, `similar-${one.claim.id}`, one, ways)
  const list = html`<ul class="rows" role="list">${claims.map(row)}</ul>`
  return html`<p class="similar-title" role="status">${count}${warns}</p>${claims.length > 0 ? list : nothing}${similarRulings(frame, 'similar', rulings)}`
}

/** What can be done with the words: where the claim says something else, they are hardly the same. */
function wayTo(frame: Frame, one: Similar, same: SimilarProps['same']): Part {
  const own = html`<p class="note">${frame.t('similar.own')}</p>`
  const way = same && html`<p class="note">${sameAs(frame, one.claim, same)}</p>`
  if (!one.likeness.warns) return way
  return html`${own}${way ? allTheSame(frame, one, way) : nothing}`
}

/** How the words become one more appearance of it: at once, or what has to be done first. */
export function sameAs(frame: Frame, claim: Claim, same: (claim: Claim) => string): Part {
  const { t } = frame
  if (!findableStages.includes(claim.stage)) return t('claimForm.closed', { stage: claim.stage })
  const path = same(claim)
  return html`<a class="same" href="${path}#take" hx-get="${path}" hx-target="body" hx-push-url="true" data-focus="known-claim">${t('claimForm.same')}<span class="visually-hidden">: ${claim.statement}</span></a>`
}

/** Without script the form is sent to be shown again, with what is similar to what it says. */
export const lookButton = ({ t }: Frame): Html =>
  html`<span class="without-script">${submit(t('claimForm.look'), { name: 'do', value: 'similar' })}</span>`
