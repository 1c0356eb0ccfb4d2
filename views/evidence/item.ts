import { type Evidence, isPublic, isUsable } from '../../src/domain/evidence.ts'
import type { Frame } from '../frame.ts'
import { classes, type Html, html, joined, nothing, type Part } from '../html.ts'
import { langOf, languageName, outside, partialDate, stanceMark, stanceSign } from '../parts.ts'

/**
 * A piece of evidence as the desk reads it: where it stands, its exact words, and what keeps it
 * from the public or from counting.
 * @param tools what can be done with it here
 */
export function evidenceItem(frame: Frame, evidence: Evidence, tools: Part = nothing): Html {
  const { t } = frame
  const { number, title, url, publisher, publishedOn, interest, stance } = evidence
  const about = [
    stanceMark(frame, stance),
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
${marks(frame, evidence)}${quotation(frame, evidence)}</div></li>`
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

/** The exact words in their own language, and ours beside them, said to be ours. */
export function quotation(frame: Frame, evidence: Evidence): Html {
  const { t } = frame
  const { quote, quoteLanguage, translation } = evidence
  if (!quote) return nothing
  const from = quoteLanguage ? ` (${languageName(frame, quoteLanguage)})` : ''
  return html`<blockquote class="quotation"><p${langOf(frame, quoteLanguage)}><q>${quote}</q></p></blockquote>
${translation ? html`<div class="translation"><p>${translation}</p><p class="note">${t('evidence.our_translation')}${from}</p></div>` : nothing}`
}
