import { englishOrdinal, italianOrdinal } from './numerals.ts'
import type { Tokens } from './tokens.ts'

/** Which one of a row, and the token after it. */
type Ordinal = { value: number; next: number }

const endings = /^(st|nd|rd|th|°|º|ª|o|a|mo|ma|esimo|esima)$/

/** What is called so, and not counted. */
const names =
  /^(mondo|settore|età|via|potere|senso|piano|guerra|luogo|grado|mano|mani|party|parties|world|hand|nature|thoughts|thought|estate|amendment|class|hands|person)$/

/** What stands before one in Italian: else `secondo` is a preposition. */
const determiners =
  /^(il|la|lo|i|le|un|una|al|alla|del|della|nel|nella|dal|dalla|sul|sulla|col|suo|sua|loro|mio|mia|nostro|nostra|questo|questa|ogni|ciascun|quel|quella|l)$/
const englishDeterminers =
  /^(a|an|the|his|her|their|its|our|my|your|this|that|every|each|for|in|on|to|of|third|second|finished|came|ranked|consecutive|straight|past)$/

/** Behind one that stands for a thing that was named before, so that nothing is counted. */
const idle =
  /^(il|lo|la|i|gli|le|l|un|una|quanto|me|te|noi|voi|lui|lei|loro|cui|è|ha|di|del|della|dei|degli|delle|e|o|che|a|al|in|per|con|da|dal|the|of|and|or|to|is|was|in|at|on|by|he|she|it|they|we|i|you)$/

/** `terza visita`, `the 21st floor`, `la seconda volta`; null where nothing is counted, and for `primo`. */
export function ordinalAt(tokens: Tokens, at: number): Ordinal | null {
  const { all, word, language } = tokens
  const token = all[at]
  if (token?.kind === 'digits') return inDigits(tokens, at)
  if (token?.kind !== 'word') return null
  const words = [0, 1, 2].map((i) => word(at + i))
  const read =
    language === 'en' ? englishOrdinal(words) : language === 'it' ? inItalian(word(at)) : null
  if (!read) return null
  const next = at + read.length
  const before = word(at - 1)
  const isSmall = read.value < 11
  const asked = language === 'en' ? englishDeterminers : determiners
  const isMost = superlative.test(word(word(next) === '-' ? next + 1 : next))
  if (isSmall && !isMost && !asked.test(before)) return null
  if (language === 'en' && read.value === 2 && before === 'a' && !all[next]) return null
  // A name is written large: `la Seconda Repubblica`.
  if (token.capital && at > 0 && all[at - 1]?.kind === 'word') return null
  return counts(tokens, next) ? { value: read.value, next } : null
}

function inItalian(word: string): { value: number; length: number } | null {
  const value = italianOrdinal(word)
  return value === null ? null : { value, length: 1 }
}

function inDigits(tokens: Tokens, at: number): Ordinal | null {
  const { all, word } = tokens
  const ending = all[at + 1]
  if (!/^\d{1,4}$/.test(word(at)) || !ending?.close || !endings.test(ending.text)) return null
  if (/^[°º]$/.test(ending.text) && /^[cf]$/.test(word(at + 2))) return null
  return counts(tokens, at + 2) ? { value: Number(word(at)), next: at + 2 } : null
}

const superlative = /^(most|best|worst|[a-z]{3,}est)$/

/** Whether a thing stands there that it is which one of. */
function counts({ all, word }: Tokens, at: number): boolean {
  // `second-largest`
  if (word(at) === '-' && all[at]?.close) return superlative.test(word(at + 1))
  // `dal quarto al settimo posto`
  if (/^(al|alla|to)$/.test(word(at)) && (inItalian(word(at + 1)) || word(at + 1) === 'the'))
    return true
  return all[at]?.kind === 'word' && !idle.test(word(at)) && !names.test(word(at))
}
