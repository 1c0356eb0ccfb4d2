import { bare, isTelling, stemOf } from './stems.ts'

/** Longer words are cut: nobody types them whole. */
const LONGEST = 64

/** Writing without spaces between its words: it is found by each two letters that follow one another. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const RUNS = new RegExp(`(?:${UNSPACED.source}\\p{M}*)+|(?:(?!${UNSPACED.source})[^])+`, 'gu')
const WORD = /[\p{L}\p{M}\p{N}]+/gu

/** Words as the index has them, by how they are written; those that were met, and those met before them. */
type Known = { recent: Map<string, string[]>; older: Map<string, string[]> }
const known = new Map<string, Known>()
const KNOWN_WORDS = 50_000

/** The words that stand in the index for a word as it is written: one, but in writing without spaces. */
function read(written: string, language: string): string[] {
  const word = written.normalize('NFC').toLowerCase()
  if (!UNSPACED.test(word)) return [one(word, language)].filter(Boolean)
  return (word.match(RUNS) ?? []).flatMap((run) => {
    if (!UNSPACED.test(run)) return [one(run, language)].filter(Boolean)
    const letters = [...bare(run)]
    if (letters.length < 2) return letters
    return letters.slice(1).map((letter, i) => `${letters[i]}${letter}`)
  })
}

function one(word: string, language: string): string {
  const isShort = word.length <= LONGEST
  const short = isShort ? word : [...word].slice(0, LONGEST).join('')
  // Ends of words fall where they were cut by a stemmer, and idle words stay as they are.
  return isShort && isTelling(short) ? stemOf(short, language) : bare(short)
}

/**
 * The words of a text as the index of what can be found has them, in their order and as often as they
 * stand there: stems, in small letters and without accents; idle words and short ones as they are,
 * so that a phrase is found as it was written; of writing without spaces, each two letters.
 * @param language ISO 639; where no stemmer knows it, words stand for themselves
 */
export function indexWords(text: string, language: string): string[] {
  const words = known.get(language) ?? { recent: new Map(), older: new Map() }
  known.set(language, words)
  const found: string[] = []
  for (const written of text.match(WORD) ?? []) {
    const there = words.recent.get(written) ?? met(words, written, language)
    for (const word of there) found.push(word)
  }
  return found
}

/** The one word that a publisher's address is found by: nobody types it, and no text has it. */
export const siteWord = (site: string): string =>
  `§${site.toLowerCase().replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '·')}`

function met(words: Known, written: string, language: string): string[] {
  const there = words.older.get(written) ?? read(written, language)
  if (words.recent.size >= KNOWN_WORDS) {
    words.older = words.recent
    words.recent = new Map()
  }
  words.recent.set(written, there)
  return there
}
