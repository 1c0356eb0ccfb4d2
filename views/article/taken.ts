import type { Frame } from '../frame.ts'
import { type Html, html, nothing } from '../html.ts'
import { ratingMark, section, stageLabel } from '../parts.ts'
import { placeOf, type Sentence, type Taken } from './place.ts'
import { said } from './reader.ts'

/** The claims taken from an article, in the order of its text. */
export function takenList(
  frame: Frame,
  {
    taken,
    sentences,
    canTake,
  }: { taken: readonly Taken[]; sentences: readonly Sentence[]; canTake: boolean },
): Html {
  const { t } = frame
  const inOrder = taken.toSorted((a, b) => a.appearance.start - b.appearance.start)
  const empty = t(canTake ? 'reader.taken_none' : 'reader.taken_none_viewer')
  const more = canTake ? html`<p class="note">${t('reader.taken_more')}</p>` : nothing
  const body = taken.length
    ? html`<ol class="rows taken" role="list">${inOrder.map((one) => row(frame, one, sentences))}</ol>${more}`
    : html`<p class="muted">${empty}</p>`
  return section('taken', t('reader.taken'), body)
}

function row(
  frame: Frame,
  { appearance, claim, rating }: Taken,
  sentences: readonly Sentence[],
): Html {
  const place = placeOf(sentences, appearance)
  const where = place
    ? html`<a href="#s${place.from}">${said(frame, place, 'reader.place')}</a>`
    : nothing
  const told = rating ? ratingMark(frame, rating) : nothing
  return html`<li><a class="statement" href="/claims/${claim.id}" lang="${claim.language}">${claim.statement}</a>
<p class="note taken-state">${where}${told}${stageLabel(frame, claim.stage)}</p></li>`
}
