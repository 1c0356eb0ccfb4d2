import { type Evidence, isPublic, isUsable } from '../../src/domain/evidence.ts'
import { isClaimants, type Made } from '../../src/domain/origins.ts'
import { isProved, type Proof } from '../../src/domain/proof.ts'
import type { QuotedFigures } from '../../src/domain/quoted-figures.ts'
import type { Frame } from '../frame.ts'
import { classes, type Html, html, joined, nothing, type Part } from '../html.ts'
import { langOf, languageName, outside, partialDate, stanceMark, stanceSign } from '../parts.ts'
import { figuresLine } from './figures.ts'
import { inContext, keptReading, type Proved, proofLine, proofTools } from './proof.ts'

/** What stands with a piece of evidence. */
type Beside = {
  /** Of its quote. */
  proof?: Proved
  /** What its quote says of the figures of the statement. */
  figures?: QuotedFigures
  /** Whether this viewer can do something about it now. */
  working?: boolean
  /** What can be done with it here. */
  tools?: Part
  /** What is kept of it. */
  kept?: Part
}

/**
 * A piece of evidence as the desk reads it: where it stands, its exact words and whether they are in
 * what was kept of it, and what keeps it from the public or from counting.
 * @param made the claim that it bears on, and who makes it
 */
export function evidenceItem(
  frame: Frame,
  evidence: Evidence,
  made: Made,
  { proof, figures, working = false, tools, kept }: Beside,
): Html {
  const { t } = frame
  const { number, title, url, publisher, publishedOn, interest, stance, note: remark } = evidence
  const about = [
    stanceMark(frame, stance),
    kindWord(frame, evidence),
    publisher,
    publishedOn ? partialDate(frame, publishedOn) : t('evidence.undated'),
    interest === 'unknown' ? t('evidence.interest_unknown') : t(`interest.${interest}`),
    tools,
  ]
  return html`<li class="${classes('evidence', !isUsable(evidence) && 'deprecated')}" id="evidence-${number}">
<span class="evidence-sign">${stanceSign(stance)}</span>
<div class="evidence-body">
<p class="evidence-title"><span class="evidence-number">[${number}]</span> ${url ? outside(url, title) : title}</p>
<p class="note">${joined(about)}</p>
${marks(frame, evidence)}${quotation(frame, evidence, proof)}${proof ? proofOnDesk(frame, evidence, proof, working) : nothing}${figuresLine(frame, figures)}${whence(frame, evidence, made)}${kept}
${remark ? html`<div class="mark mark-desk"><p><strong>${t('evidence.note_mark')}</strong></p><p class="remark">${remark}</p></div>` : nothing}</div></li>`
}

/** What a source is, in a word; null where nobody said. */
export const kindWord = ({ t }: Frame, { kind }: Evidence): string | null =>
  kind && t(`evidence_kind.${kind}`)

/** Where the source ultimately comes from, where somebody found out; and whether that is the claimant. */
export function whence({ t }: Frame, evidence: Evidence, made: Made): Html {
  const { origin } = evidence
  const from = origin ? html`<p class="note">${t('evidence.comes_from', { origin })}</p>` : nothing
  if (!isClaimants(evidence, made)) return from
  const shows = made.kind === 'said' && evidence.stance !== 'supports' ? null : made.kind
  return html`${from}<p class="mark mark-claimant"><strong>${t('evidence.claimants_words')}</strong>${shows ? html`: ${t('evidence.claimants_show', { kind: shows })}` : nothing}</p>`
}

/** What a reader of the desk must not miss: what stays inside, and what does not count. */
function marks({ t }: Frame, evidence: Evidence): Html {
  const { rank, rankReason, visibilityReason } = evidence
  const mark = (name: string, word: string, reason: string | null) =>
    html`<p class="mark mark-${name}"><strong>${word}</strong>${reason ? html` · ${reason}` : ''}</p>`
  return html`${isPublic(evidence) ? nothing : mark('desk', t('evidence.desk_only'), visibilityReason)}${
    rank === 'normal' ? nothing : mark(rank, t(`rank.${rank}`), rankReason)
  }`
}

/** What became of the quote, in its context, and what can be done about it. */
function proofOnDesk(frame: Frame, evidence: Evidence, proof: Proved, working: boolean): Html {
  const tools = proofTools(frame, evidence, proof, working)
  return html`${proofLine(frame, evidence, proof, tools)}${keptReading(frame, evidence, proof)}`
}

/** Marks alone, such as a source's own quotes, would only double ours. */
const hasWords = ({ before, after }: { before: string; after: string }): boolean =>
  /[\p{L}\p{N}]/u.test(before + after)

/**
 * The exact words in their own language, where in the source they stand, and ours, said to be ours.
 * @param proof where it is given, what stands around the words is shown with them
 */
export function quotation(frame: Frame, evidence: Evidence, proof?: Proof): Html {
  const { t } = frame
  const { quote, quoteLanguage, translation, locator } = evidence
  const place = locator
    ? html`<p class="note locator"><span class="visually-hidden">${t('evidence.locator')}: </span>${locator}</p>`
    : nothing
  if (!quote) return place
  const ours = quoteLanguage
    ? t('evidence.our_translation_of', { language: languageName(frame, quoteLanguage) })
    : t('evidence.our_translation')
  const [around] = proof && isProved(proof) ? proof.places : []
  const words = html`<q>${quote}</q>`
  return html`<blockquote class="quotation"><p${langOf(frame, quoteLanguage)}>${around && hasWords(around) ? inContext(around, words) : words}</p></blockquote>${place}
${translation ? html`<div class="translation"><p>${translation}</p><p class="note">${ours}</p></div>` : nothing}`
}
