import type { Evidence } from '../../src/domain/evidence.ts'
import type { Passage } from '../../src/domain/passage.ts'
import { isProved, isUnproved, type Proof, type ProofStatus } from '../../src/domain/proof.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, nothing, type Part } from '../html.ts'
import { action, langOf, type Run, wordDifference } from '../parts.ts'

/** A proof as pages show it; `difference`: how the source reads where it is `changed`. */
export type Proved = Proof & { difference: readonly Run[] }

/** Proofs by the evidence's id. */
export type Proofs = Record<string, Proved>

/** What is proved is closed, what is not is open or crossed: each status has a shape of its own. */
export const drawings: Record<ProofStatus, Html> = {
  exact: html`<path d="M3 8.5l3.4 3.4L13 4.6" fill="none" stroke="currentColor" stroke-width="2"/>`,
  moved: html`<path d="M2 8h11M9 3.8L13.2 8 9 12.2" fill="none" stroke="currentColor" stroke-width="1.8"/>`,
  changed: html`<path d="M3 6h10M3 10.4h10M11 2.6L5 13.8" fill="none" stroke="currentColor" stroke-width="1.6"/>`,
  ambiguous: html`<path d="M2.5 2.5h7v7h-7zM6.5 6.5h7v7h-7z" fill="none" stroke="currentColor" stroke-width="1.5"/>`,
  gone: html`<path d="M3.5 3.5l9 9M12.5 3.5l-9 9" stroke="currentColor" stroke-width="1.8"/>`,
  no_snapshot: html`<circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" stroke-width="1.6" stroke-dasharray="2.4 2.2"/>`,
  no_quote: nothing,
}

/** Whether the words are in the text that was kept: shape and word. */
const proofMark = ({ t }: Frame, { status }: Pick<Proof, 'status'>): Html =>
  status === 'no_quote'
    ? nothing
    : html`<span class="proof proof-${status}"><svg class="shape" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">${drawings[status]}</svg> <span>${t(`proof.${status}`)}</span></span>`

/** Where the text that was kept is read, with the quote marked in it. */
export const passagePath = ({ id }: Pick<Evidence, 'id'>): string => `/evidence/${id}/passage`

/** The status of a quote, and why it is given though it is not in the text that was kept. */
export function proofLine(
  frame: Frame,
  evidence: Evidence,
  proof: Proof,
  tools: Part[] = [],
): Html {
  const { quoteReason } = evidence
  const { status } = proof
  if (status === 'no_quote' && tools.length === 0) return nothing
  const reason =
    quoteReason && !isProved(proof) ? html`: <span class="reason">${quoteReason}</span>` : nothing
  return html`<p class="note proof-line">${proofMark(frame, proof)}${reason}${tools}</p>`
}

/** What a person who works on the claim can do about a quote; and where anybody reads it. */
export function proofTools(
  frame: Frame,
  evidence: Evidence,
  proof: Proof,
  working: boolean,
): Part[] {
  const { t } = frame
  const { status } = proof
  const about = html`<span class="visually-hidden"> [${evidence.number}]</span>`
  const link = (href: string, label: string) => html` <a href="${href}">${label}${about}</a>`
  const path = passagePath(evidence)
  if (isProved(proof) || status === 'changed') return [link(`${path}#quote`, t('proof.read'))]
  if (!working || !evidence.snapshot) return []
  if (status === 'ambiguous') return [link(`/evidence/${evidence.id}#proof`, t('proof.choose'))]
  if (status === 'no_quote') return [link(path, t('proof.quote_now'))]
  return isUnproved(proof) && !evidence.quoteReason
    ? [link(`/evidence/${evidence.id}#proof`, t('proof.say_why'))]
    : []
}

/** Words in their context, which is paler than they are. */
export const inContext = (
  { before, after }: Pick<Passage, 'before' | 'after'>,
  words: Part,
): Html => html`<span class="around">${before}</span>${words}<span class="around">${after}</span>`

/** What stands in the text instead of the quote, word by word. */
export function keptReading(
  frame: Frame,
  evidence: Evidence,
  { status, places, difference }: Proved,
): Html {
  const [place] = places
  if (status !== 'changed' || !place) return nothing
  const words = inContext(place, wordDifference(frame, difference))
  return html`<div class="kept-reading"><p class="note">${frame.t('proof.reads')}</p>
<p class="quotation"${langOf(frame, evidence.quoteLanguage)}>${words}</p></div>`
}

/** The places of an ambiguous quote, each to be taken as the one that is meant. */
export function placesToChoose(frame: Frame, evidence: Evidence, { status, places }: Proof): Html {
  const { t } = frame
  if (status !== 'ambiguous') return nothing
  const place = (
    one: Passage,
    i: number,
  ) => html`<li><p class="quotation"${langOf(frame, evidence.quoteLanguage)}>${inContext(one, html`<mark class="possible-words">${one.words}</mark>`)}</p>
${action(frame, {
  id: `place-${i + 1}`,
  action: passagePath(evidence),
  revision: evidence.revision,
  hidden: { start: one.start, end: one.end },
  label: t('proof.this_one'),
  about: t('proof.place', { number: i + 1 }),
})}</li>`
  return html`<p>${t('proof.places', { count: places.length })}</p><ol class="proof-places">${places.map(place)}</ol>`
}
