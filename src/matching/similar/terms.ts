import { bare, stemOf, tellingWords } from '../stems.ts'
import { irregular, numerals, shortForms } from './words.ts'

/** A word that says something, as texts are compared by it. */
export type Term = {
  /** Its stem, or a number in digits. */
  stem: string
  /** In small letters, without accents. */
  plain: string
  /** As the text has it, and where. */
  word: string
  from: number
}

/** More than the longest statement and post; what comes after it says nothing new. */
const ENOUGH = 10_000

const address = /(?:https?:\/\/|www\.)\S+/gu
const moment = /\((?:min\.?\s*)?-?\d{0,2}:?\d{1,2}:\d\d\)/gu
const hashtag = /#([\p{L}\p{M}\p{N}_]+)/gu
const joined = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{L})(?=\p{N})|_/gu
/** `U.S.` and `O.N.U.` */
const dotted = /(?<![\p{L}\p{N}])(\p{Lu})\.(\p{Lu})\.(?:(\p{Lu})\.)?(?!\p{L})/gu

/**
 * A text as somebody would say it: without the addresses and moments of recordings in it, and with
 * the words of `#FlatTax` apart.
 */
export function plainly(text: string): string {
  const said = text.slice(0, ENOUGH).toWellFormed().normalize('NFC')
  // Few texts have any of these, and many candidates are read.
  return steps.reduce((so, [sign, step]) => (sign.test(so) ? step(so) : so), said)
}

const steps: [RegExp, (text: string) => string][] = [
  [/:\/\/|www\./, (text) => text.replace(address, ' ')],
  [/:\d\d\)/, (text) => text.replace(moment, ' ')],
  [/#/, (text) => text.replace(hashtag, (_, tag: string) => ` ${tag.replace(joined, ' ')}`)],
  [/\p{Lu}\./u, (text) => text.replace(dotted, (_, one, two, three = '') => one + two + three)],
]

/** Words; `per cento` is one, and a number ends before its multiplier: `20k`, `300mila`. */
const words =
  /%|\b[Pp]er cento?\b|\p{N}+(?=(?:[kKmM]|mila|mln|Mln|mld|Mld|bn)(?![\p{L}\p{N}]))|[\p{L}\p{M}\p{N}]+/gu

type Meaning = Pick<Term, 'stem' | 'plain'>

/** Read anew for every word of every text they are slow; most texts have the same words. */
const known = new Map<string, Map<string, readonly Meaning[]>>()
const KNOWN_WORDS = 50_000

function reader(language: string): (word: string) => readonly Meaning[] {
  const before = known.get(language) ?? new Map<string, readonly Meaning[]>()
  known.set(language, before)
  return (word) => {
    const kept = before.get(word)
    if (kept) return kept
    if (before.size >= KNOWN_WORDS) before.clear()
    const meanings = meaningsOf(word, language)
    before.set(word, meanings)
    return meanings
  }
}

/**
 * The words of a text, made plain, that say something, in its order: numbers in digits, and what
 * everybody shortens (`Ue`, `M5s`) in full.
 */
export function termsIn(text: string, language: string): Term[] {
  const read = reader(language)
  return [...text.matchAll(words)].flatMap(({ 0: word, index }) =>
    read(word).map(({ stem, plain }) => ({ stem, plain, word, from: index })),
  )
}

/** The stems of these words alone, which takes a fraction of the time. */
export function stemsIn(text: string, language: string): string[] {
  const read = reader(language)
  const stems: string[] = []
  for (const word of text.match(words) ?? []) {
    for (const { stem } of read(word)) stems.push(stem)
  }
  return stems
}

const percent = /^(?:%|per ?cento?|pct|percentuale)$/i

function meaningsOf(word: string, language: string): Meaning[] {
  if (percent.test(word)) return [{ stem: '%', plain: 'percento' }]
  const forms = shortForms(language)
  const full = forms.get(word) ?? forms.get(bare(word.toLowerCase()))
  return tellingWords(full ?? word).map((one) => {
    const plain = bare(one)
    const number = numerals(language).get(plain)
    return { stem: number ?? stemOf(irregular(language).get(plain) ?? one, language), plain }
  })
}
