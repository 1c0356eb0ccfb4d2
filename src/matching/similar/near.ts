import { mayDeny } from './denials.ts'
import { alikeTo } from './letters.ts'
import type { Profile } from './profile.ts'
import { type Rarity, weightOf } from './score.ts'
import type { Term } from './terms.ts'
import { isDateWord } from './words.ts'

/** Words that are spelled less alike than this are other words. */
const SPELLED_ALIKE = 0.5
/** More words that only one of two texts has are not compared by their letters. */
const MOST = 40

type Span = { from: number; to: number }

/**
 * The words of a text but for its figures, dates, places and denials.
 * @param others what else of it is a sign: names, or words of an opposite
 */
export function unsigned(profile: Profile, others: readonly Span[]): Term[] {
  const { figures, places, denials, plain, terms } = profile
  const covered = new Uint8Array(plain.text.length)
  for (const { from, to } of [...figures, ...places, ...denials, ...others]) {
    covered.fill(1, from, to)
  }
  return terms.filter(
    ({ from, stem, plain: word }) =>
      !covered[from] &&
      !/^\p{N}+$/u.test(stem) &&
      !isDateWord(word) &&
      !mayDeny(word, plain.language),
  )
}

/** How much of some words others have, from 0 to 1; 1 where there are none. */
export function shareOf(ours: Term[], theirs: Term[], rarity: Rarity): number {
  const stems = new Set(theirs.map(({ stem }) => stem))
  const mine = new Set(ours.map(({ stem }) => stem))
  const left = theirs.filter(({ stem }) => !mine.has(stem)).slice(0, MOST)
  let [common, all, tried] = [0, 0, 0]
  for (const { stem, plain } of ours) {
    const weight = weightOf(stem, rarity)
    all += weight
    if (stems.has(stem)) common += weight
    else if (tried++ < MOST) {
      const alike = alikeTo(plain)
      if (left.some((term) => alike(term.plain) >= SPELLED_ALIKE)) common += weight
    }
  }
  return all === 0 ? 1 : common / all
}
