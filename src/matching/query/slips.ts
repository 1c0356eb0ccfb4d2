import { bare, stemOf } from '../stems.ts'

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz']
/** Of shorter words, each other one is as near. */
const SHORTEST = 5
/** What is left of a word that is cut further than this is another one. */
const SHORTEST_STEM = 4
/** In longer ones the stem itself has letters enough to be compared. */
const LONGEST = 20

/**
 * The words that somebody may have meant who slipped once: a letter that is missing, too many, another
 * one, or two that changed places. Stemmers cut the ends off words, and a slip with them: so words are
 * looked for that have it not, rather than stems that are near.
 */
function slips(word: string): string[] {
  const letters = [...word]
  const found = new Set<string>()
  for (let i = 0; i <= letters.length; i++) {
    const [before, here, next] = [letters.slice(0, i), letters[i], letters[i + 1]]
    const rest = letters.slice(i + 1)
    for (const letter of LETTERS) found.add([...before, letter, ...letters.slice(i)].join(''))
    if (here === undefined) continue
    found.add([...before, ...rest].join(''))
    for (const letter of LETTERS) found.add([...before, letter, ...rest].join(''))
    if (next !== undefined) found.add([...before, next, here, ...rest.slice(1)].join(''))
  }
  found.delete(word)
  return [...found]
}

/** The stems of what may have been meant. @param word as it was typed */
export function slipStems(word: string, languages: readonly string[]): string[] {
  const plain = bare(word.toLowerCase())
  if (!/^[a-z]+$/.test(plain) || plain.length < SHORTEST || plain.length > LONGEST) return []
  const stems = slips(plain).flatMap((one) => languages.map((code) => stemOf(one, code)))
  return [...new Set(stems)].filter((stem) => stem.length >= SHORTEST_STEM)
}
