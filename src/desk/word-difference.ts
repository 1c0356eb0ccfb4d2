import { hunksOf, textOf, wordsOf } from './words.ts'

/** A run of words: in both texts, only in the newer one (`added`), or only in the older (`removed`). */
export type Run = { kind: 'same' | 'added' | 'removed'; text: string }

/** How one text became another, word by word; what is in both reads as the newer one has it. */
export function wordDifference(before: string, after: string): Run[] {
  const [was, is] = [wordsOf(before), wordsOf(after)]
  const runs: Run[] = []
  let at = 0
  for (const { start, end, from, to } of hunksOf(was, is)) {
    runs.push({ kind: 'same', text: textOf(is.slice(at, from)) })
    runs.push({ kind: 'removed', text: textOf(was.slice(start, end)) })
    runs.push({ kind: 'added', text: textOf(is.slice(from, to)) })
    at = to
  }
  runs.push({ kind: 'same', text: textOf(is.slice(at)) })
  return runs.filter(({ text }) => text !== '')
}
