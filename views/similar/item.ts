import type { Frame } from '../frame.ts'
import { classes, type Html, html, joined, nothing, type Part } from '../html.ts'
import { exactDay, folded, langOf, partialDate, ratingMark, stageLabel } from '../parts.ts'
import type { Alike, Similar, Ways } from './props.ts'
import { drawn, signsList, warning } from './signs.ts'

/**
 * A suggestion: what the desk has, how far it is and what the public was told, and why it is suggested.
 * Where it says something else in almost the same words, that comes first.
 * @param id of the row
 */
export function similarItem(frame: Frame, id: string, one: Similar, ways: Ways | null): Html {
  const { claim, likeness } = one
  const { warns } = likeness
  const done = ways?.(one)
  return html`<li class="${classes('similar-claim', warns && 'warns')}" id="${id}">${warned(frame, one)}<a class="statement" href="/claims/${claim.id}"${langOf(frame, claim.language)}>${statement(one)}</a>
${translation(frame, one)}<p class="note similar-stands">${joined([stageLabel(frame, claim.stage), ...told(frame, one)])}</p>
${signsList(frame, one)}${because(frame, one)}${done ? html`<div class="similar-ways">${done}</div>` : nothing}</li>`
}

/** That it says something else in almost the same words. */
export const warned = (frame: Frame, one: Alike): Html =>
  one.likeness.warns
    ? html`<p class="similar-warning">${drawn('warn')} <strong>${warning(frame, one)}</strong></p>`
    : nothing

/** The words in common are marked where they stand. */
export function marked({ text, marks }: Alike['said']): Part[] {
  let at = 0
  const parts = marks.flatMap(({ start, end }): Part[] => {
    const before = text.slice(at, start)
    at = end
    return [before, html`<mark class="in-common">${text.slice(start, end)}</mark>`]
  })
  return [...parts, text.slice(at)]
}

const statement = ({ claim, said }: Similar): Part =>
  said.text === claim.statement ? marked(said) : claim.statement

/** The words in common stand in a translation of it. */
function translation(frame: Frame, { claim, said }: Similar): Html {
  if (said.text === claim.statement) return nothing
  return html`<p class="similar-translation"${langOf(frame, said.language)}>${marked(said)}</p>
`
}

/** What readers read of it, and of when that is. */
function told(frame: Frame, { told }: Similar): Part[] {
  if (!told) return []
  const { verdict, rating } = told
  const { holdsOn, publishedAt, underCorrectionSince } = verdict
  return [
    rating ? ratingMark(frame, rating) : null,
    holdsOn ? html`${frame.t('verdict.holds_on')} ${partialDate(frame, holdsOn)}` : null,
    publishedAt ? html`${frame.t('similar.published')} ${exactDay(frame, publishedAt)}` : null,
    underCorrectionSince ? frame.t('verdict.under_correction') : null,
  ]
}

/** The words in common, for whoever does not see them marked. */
export function because({ t }: Frame, { likeness, said }: Alike): Html {
  const { words, agree, differ } = likeness
  if (words.length > 0) {
    const list = t('claimForm.similar_words', { words: words.slice(0, 30).join(', ') })
    return html`<p class="${said.marks.length > 0 ? 'visually-hidden' : 'note'}">${list}</p>`
  }
  const isBare = agree.length + differ.length === 0
  return isBare ? html`<p class="note">${t('similar.by_letters')}</p>` : nothing
}

/** Where somebody who read the warning finds that both say the same after all: folded, with what that means. */
export const allTheSame = ({ t }: Frame, { claim }: Similar, way: Part): Html =>
  folded(
    { id: `all-the-same-${claim.id}`, label: t('similar.all_the_same'), tone: 'quiet' },
    html`<p class="note">${t('similar.all_the_same_text')}</p>${way}`,
  )
