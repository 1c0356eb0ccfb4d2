import { bare, stemOf, tellingWords } from '../stems.ts'
import { numerals, shortForms } from './words.ts'

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
const percent = /%|\bper cent(?:o\b|\b)/gu
/** Numbers written to their multiplier: `20k`, `300mila`. */
const multiplied = /(?<=\p{N})(?=(?:k|mila|mln|mld|bn|m)(?![\p{L}\p{N}]))/giu

/**
 * A text as somebody would say it: without the addresses and moments of recordings in it, and with
 * the words of `#FlatTax` apart.
 */
export const plainly = (text: string): string =>
  text
    .slice(0, ENOUGH)
    .toWellFormed()
    .normalize('NFC')
    .replace(address, ' ')
    .replace(moment, ' ')
    .replace(hashtag, (_, tag: string) => ` ${tag.replace(joined, ' ')}`)
    .replace(multiplied, ' ')
    .replace(dotted, (_, one: string, two: string, three = '') => `${one}${two}${three}`)
    .replace(percent, ' percento ')

const words = /[\p{L}\p{M}\p{N}]+/gu

/** Read anew for every word of every text they are slow; most texts have the same words. */
const known = new Map<string, readonly Pick<Term, 'stem' | 'plain'>[]>()
const KNOWN_WORDS = 50_000

/**
 * The words of a text, made plain, that say something, in its order: numbers in digits, and what
 * everybody shortens (`Ue`, `M5s`) in full.
 */
export function termsIn(text: string, language: string): Term[] {
  const found: Term[] = []
  for (const { 0: word, index } of text.matchAll(words)) {
    for (const { stem, plain } of termsOfWord(word, language)) {
      found.push({ stem, plain, word, from: index })
    }
  }
  return found
}

function termsOfWord(word: string, language: string): readonly Pick<Term, 'stem' | 'plain'>[] {
  const key = `${language} ${word}`
  const before = known.get(key)
  if (before) return before
  const forms = shortForms(language)
  const full = forms.get(word) ?? forms.get(bare(word.toLowerCase()))
  const terms = tellingWords(full ?? word).map((one) => {
    const plain = bare(one)
    const stem = numerals(language).get(plain) ?? stemOf(one, language)
    return { stem, plain }
  })
  if (known.size >= KNOWN_WORDS) known.clear()
  known.set(key, terms)
  return terms
}
