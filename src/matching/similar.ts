import { stemsOf } from './stems.ts'

/** How much two texts speak of the same thing, and the words that say so. */
export type Likeness = { score: number; shared: string[] }

/** Fewer words in common than this are a coincidence. */
const FEWEST = 3
/** Below this share of the shorter text, two texts speak of different things. */
export const ALIKE = 0.5

/**
 * Compares two texts in one language by their stems. A short claim inside a long sentence is alike:
 * the share is that of the shorter one.
 * @returns `score` from 0 to 1, and the words in common as the first text has them
 */
export function likeness(text: string, other: string, language: string): Likeness {
  const [mine, theirs] = [stemsOf(text, language), new Set(stemsOf(other, language))]
  const common = new Set(mine.filter((one) => theirs.has(one)))
  const shorter = Math.min(mine.length, theirs.size)
  if (common.size < Math.min(FEWEST, shorter) || shorter === 0) return { score: 0, shared: [] }
  return { score: common.size / shorter, shared: wordsWith(text, common, language) }
}

const wordsWith = (text: string, stems: Set<string>, language: string): string[] => {
  const words = text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  const telling = words.filter((word) => stemsOf(word, language).some((one) => stems.has(one)))
  return [...new Set(telling)]
}
