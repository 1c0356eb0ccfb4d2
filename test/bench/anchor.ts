/**
 * How long it takes to find excerpts again, as a multiple of what `String.indexOf` takes for the same
 * words in the same text, one after the other in the same run: `npm run bench`.
 */
import { anchorIn, folded } from '../../src/domain/anchor.ts'
import { excerptAt } from '../../src/domain/excerpt.ts'
import { randomFrom } from '../support/edits.ts'

const ROUNDS = 15

/** A text of words that are as unevenly common as those of a language. */
function textOf(length: number): string {
  const random = randomFrom(1)
  let text = ''
  while (text.length < length) {
    const word = Math.floor(random.next() ** 3 * 20_000)
    text += `parola${word.toString(36)}${random.below(12) === 0 ? '. ' : ' '}`
  }
  return text
}

const time = (run: () => unknown): number => {
  const begun = performance.now()
  run()
  return performance.now() - begun
}

const middle = (times: number[]): number => times.sort((a, b) => a - b)[times.length >> 1] ?? 0

function compare(what: string, ours: () => unknown, plain: () => unknown): void {
  const [mine, theirs]: [number[], number[]] = [[], []]
  for (let round = 0; round < ROUNDS; round++) {
    mine.push(time(ours))
    theirs.push(time(plain))
  }
  const [took, base] = [middle(mine), middle(theirs)]
  const ratio = (took / base).toFixed(1)
  console.log(`${what.padEnd(44)} ${ratio.padStart(8)} × indexOf (${took.toFixed(2)} ms)`)
}

const old = textOf(1_000_000)
const at = old.length >> 1
const excerpt = excerptAt(old, at, at + 3000)
const moved = `Prima. ${old}`
const changed = `${old.slice(0, at + 50)}altro ${old.slice(at + 60)}`
const [foldedOld, foldedMoved, foldedChanged] = [old, moved, changed].map(folded)

if (foldedOld && foldedMoved && foldedChanged) {
  const plain = (text: string) => () => text.indexOf(excerpt.quote)
  compare('fold 1 MB', () => folded(moved), plain(moved))
  compare('moved, 1 MB', () => anchorIn(foldedMoved, excerpt), plain(moved))
  compare('moved, 1 MB, old text', () => anchorIn(foldedMoved, excerpt, foldedOld), plain(moved))
  compare('changed, 1 MB', () => anchorIn(foldedChanged, excerpt), plain(changed))
}
