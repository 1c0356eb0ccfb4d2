import { running } from './content.ts'
import type { Block } from './render.ts'

/** So little running text, in UTF-16 units, is no article, not even a flash of an agency. */
const LEAST = 120

/** So much running text in a row, in UTF-16 units, no teaser has. */
const IN_A_ROW = 700

/**
 * Whether what was found is no article but a list of them, or nothing: teasers, each with its linked
 * headline, or no running text at all.
 *
 * @param all the blocks before they are filtered
 * @param kept the blocks after
 * @param declared whether the page says that it is an article
 */
export function isNoArticle(
  all: readonly Block[],
  kept: readonly Block[],
  declared: boolean,
): boolean {
  const words = running(kept)
  if (words < (declared ? LEAST / 3 : LEAST)) return true
  if (declared) return false
  let headlines = 0
  let row = 0
  let longest = 0
  for (const block of all) {
    if (block.kind === 'heading' && block.linked > 0.8 && block.text.length > 15) {
      headlines++
      row = 0
    } else row += running([block])
    longest = Math.max(longest, row)
  }
  return headlines >= 4 && longest < IN_A_ROW
}
