import type { Hit, Piece } from '../../src/domain/hit.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, nothing } from '../html.ts'
import { langOf } from '../parts.ts'

/** A text in pieces, what was searched for marked in it. */
export const markedText = (pieces: readonly Piece[]): Html =>
  html`${pieces.map(({ text, isHit }) => (isHit ? html`<mark class="hit">${text}</mark>` : text))}`

const textOf = ({ pieces }: Hit): string => pieces.map((piece) => piece.text).join('')

/** A text as it was found; else as it is. */
export function foundText(text: string, hits: readonly Hit[]): Html {
  const hit = hits.find((one) => textOf(one) === text)
  return hit ? markedText(hit.pieces) : html`${text}`
}

/**
 * Where else a claim says what was searched for, each in its context.
 * @param shown the wordings of its statement that stand there already
 */
export function foundElsewhere(
  frame: Frame,
  hits: readonly Hit[],
  shown: readonly (string | null)[],
): Html {
  const { t } = frame
  const others = hits.filter((hit) => hit.field !== 'statement' || !shown.includes(textOf(hit)))
  if (others.length === 0) return nothing
  const where = ({ field, number }: Hit) => t(`find.in_${field}`, { number: number ?? 0 })
  return html`<ul class="hits" role="list">${others.map(
    (hit) =>
      html`<li><span class="hit-field">${where(hit)}:</span> <span${langOf(frame, hit.language)}>${markedText(hit.pieces)}</span></li>`,
  )}</ul>`
}
