const [SHORTEST, LONGEST] = [3, 5]

/** Letters beyond these of one word say nothing new. */
const OF_A_WORD = 40

const known = new Map<string, readonly string[]>()
const KNOWN_WORDS = 50_000

/** The sequences of 3 to 5 letters of a word in small letters, its ends marked, each once. */
function lettersOf(word: string): readonly string[] {
  const before = known.get(word)
  if (before) return before
  const marked = `^${word.slice(0, OF_A_WORD)}$`
  const found = new Set<string>()
  for (let length = SHORTEST; length <= LONGEST; length++) {
    for (let at = 0; at + length <= marked.length; at++) found.add(marked.slice(at, at + length))
  }
  if (known.size >= KNOWN_WORDS) known.clear()
  const letters = [...found]
  known.set(word, letters)
  return letters
}

/** A word, and what it weighs. */
export type Weighed = { plain: string; weight: number }

/** The letters of some words, each with the weight that its words give it. */
export type Letters = { weights: ReadonlyMap<string, number>; sum: number }

/** A word's weight is shared out so that a longer one counts for more, but not as much as it is longer. */
export function lettersOfAll(words: Iterable<Weighed>): Letters {
  const weights = new Map<string, number>()
  let sum = 0
  for (const { plain, weight } of words) {
    const letters = lettersOf(plain)
    const each = weight / Math.sqrt(letters.length)
    for (const some of letters) weights.set(some, (weights.get(some) ?? 0) + each)
    sum += each * letters.length
  }
  return { weights, sum }
}

/** How far words have the same letters, from 0 to 1: the cosine of the roots of their weights. */
export function lettersInCommon(ours: Letters, words: Iterable<Weighed>): number {
  const theirs = new Map<string, number>()
  let sum = 0
  for (const { plain, weight } of words) {
    const letters = lettersOf(plain)
    const each = weight / Math.sqrt(letters.length)
    for (const some of letters) {
      if (ours.weights.has(some)) theirs.set(some, (theirs.get(some) ?? 0) + each)
    }
    sum += each * letters.length
  }
  let common = 0
  for (const [some, weight] of theirs) common += Math.sqrt(weight * (ours.weights.get(some) ?? 0))
  return common === 0 ? 0 : Math.min(1, common / Math.sqrt(ours.sum * sum))
}

/** Words beyond these are read anew. */
const KNOWN_BESIDE = 20_000

/** How alike words are to one of which many are asked, from 0 to 1 (Dice). */
export function alikeTo(one: string): (other: string) => number {
  const ours = new Set(lettersOf(one))
  const before = new Map<string, number>()
  return (other) => {
    const kept = before.get(other)
    if (kept !== undefined) return kept
    const theirs = lettersOf(other)
    let common = 0
    for (const some of theirs) if (ours.has(some)) common++
    const alike = (2 * common) / (ours.size + theirs.length)
    if (before.size < KNOWN_BESIDE) before.set(other, alike)
    return alike
  }
}
