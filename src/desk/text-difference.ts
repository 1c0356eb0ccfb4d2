import { diffArrays } from 'diff'
import { type Run, wordDifference } from './word-difference.ts'
import { textOf, wordsOf } from './words.ts'

/** What stands for many words that are the same in both texts. */
export type LeftOut = { kind: 'left_out'; words: number }

/** How many words are shown around a change; a run of more than that is folded between. */
const AROUND = 24

/** How many paragraphs may be gone or new before two texts count as different throughout. */
const MAX_EDITS = 400

/** Paragraphs with the line ends after them; joined they are the text. */
const paragraphsOf = (text: string): string[] => text.match(/[^\n]*\n+|[^\n]+$/g) ?? []

const bare = (paragraph: string): string => paragraph.replace(/\s+/g, ' ').trim()

/** Runs of one kind that follow one another are one. */
function joined(runs: Run[]): Run[] {
  const made: Run[] = []
  for (const run of runs) {
    const last = made.at(-1)
    if (last?.kind === run.kind) last.text += run.text
    else made.push({ ...run })
  }
  return made
}

/**
 * How one long text became another: paragraph by paragraph, and in those that changed word by word.
 * @param before as it was; white space alone makes no difference
 */
export function textDifference(before: string, after: string): Run[] {
  const [was, is] = [paragraphsOf(before), paragraphsOf(after)]
  const parts = diffArrays(was.map(bare), is.map(bare), { maxEditLength: MAX_EDITS })
  if (!parts) return joined(wordDifference(before, after))
  const runs: Run[] = []
  let [i, j] = [0, 0]
  let [gone, made] = ['', '']
  const tellChange = () => {
    if (gone || made) runs.push(...wordDifference(gone, made))
    gone = made = ''
  }
  for (const { added, removed, count } of parts) {
    if (removed) gone += was.slice(i, i + count).join('')
    else if (added) made += is.slice(j, j + count).join('')
    else {
      tellChange()
      runs.push({ kind: 'same', text: is.slice(j, j + count).join('') })
    }
    if (!added) i += count
    if (!removed) j += count
  }
  tellChange()
  return joined(runs)
}

/** The same with what is long and unchanged left out, but for the words next to a change. */
export function foldedDifference(runs: Run[]): (Run | LeftOut)[] {
  return runs.flatMap((run, at): (Run | LeftOut)[] => {
    if (run.kind !== 'same') return [run]
    const words = wordsOf(run.text)
    const head = at === 0 ? 0 : AROUND
    const tail = at === runs.length - 1 ? 0 : AROUND
    const between = words.slice(head, words.length - tail)
    const count = between.filter(({ word }) => /[\p{L}\p{N}]/u.test(word)).length
    if (words.length <= head + tail || count <= AROUND) return [run]
    const same = (some: typeof words) => ({ kind: 'same', text: textOf(some) }) as const
    const shown = [
      same(words.slice(0, head)),
      { kind: 'left_out', words: count } as const,
      same(words.slice(words.length - tail)),
    ]
    return shown.filter((one) => one.kind !== 'same' || one.text !== '')
  })
}
