import { type Amount, amountAt } from './amount.ts'
import { wordsBefore } from './around.ts'
import { type Meaning, meaningOf } from './meaning.ts'
import type { Tokens } from './tokens.ts'
import { currencies } from './words.ts'

/** Two ends of one figure, and what both are of. */
export type Range = { low: number; high: number; step: number; meaning: Meaning }

const articles = "(?: (?:i|gli|le|il|lo|la|l|'|the|circa|about))*(?: [€$£])?$"
const between = new RegExp(`(?:^| )(?:tra|fra|between)${articles}`)
const from = new RegExp(`(?:^| )(?:da|dai|dal|dall|dalle|dagli|from)${articles}`)

/** Who went from one number to another gives both, and no range: `è salito da 20 a 30`. */
const moved = new RegExp(
  `(?:^| )(?:${[
    'pass(?:a|ano|at[oaie]|ando|are|erà|eranno|ò|ava|avano)',
    'sal(?:e|gono|it[oaie]|endo|ire|irà|ì)|sces[oaie]|scend(?:e|ono|endo|ere|erà)',
    'cresc(?:e|ono|iut[oaie]|endo|ere|erà)|aument(?:a|ano|at[oaie]|ando|are|erà|i|ò)|aument[oi]',
    'cal(?:a|ano|at[oaie]|ando|are|erà|ò)|ridott[oaie]|riduc(?:e|ono)|ridu(?:rre|rrà|zione)',
    'port(?:a|ano|at[oaie]|ando|are|erà|ò)|alz(?:a|at[oaie]|are|ando)|abbass(?:a|at[oaie]|are)',
    'ris(?:e|es|en|ing)|rose|f[ae]ll(?:s|en|ing)?|drop(?:s|ped|ping)?|went|gone|goes|gr[eo]wn?s?',
    '(?:in|de)creas(?:e|es|ed|ing)|cuts?|cutting|rais(?:e|es|ed|ing)|jump(?:s|ed|ing)?|climb(?:s|ed|ing)?',
    'up|down|declin(?:e|es|ed|ing)|slip(?:s|ped)?|edged|soar(?:s|ed)?|plunged?|lower(?:s|ed|ing)?|reduc(?:e|es|ed|ing)|moved',
  ].join('|')})(?: |$)`,
)

/** So many words before the first end tell what is done. */
const FAR = 7

/**
 * The range that begins with an amount: `tra 10 e 15`, `da 20 a 30 mila`, `5-10%`, `between 5 and 7`,
 * `due o tre`; null where it stands alone.
 */
export function rangeAt(tokens: Tokens, at: number, amount: Amount, meant: Meaning): Range | null {
  if (amount.vague) return null
  const { all, word } = tokens
  const joiner = word(meant.next)
  const words = wordsBefore(tokens, meant.first, FAR)
  const isDash = /^[-–—]$/.test(joiner)
  if (!isDash && !isJoined(joiner, words)) return null
  let start = meant.next + 1
  while (start < meant.next + 3 && /^(i|gli|le|il|lo|la|l|'|the|[€$£])$/.test(word(start))) start++
  const other = amountAt(tokens, start)
  if (!other || other.vague || (isDash && all[start]?.kind !== all[at]?.kind)) return null
  const end = meaningOf(tokens, start, other)
  const isBare = meant.unit === 'count'
  if (!isBare && end.unit !== 'count' && (meant.unit !== end.unit || meant.measure !== end.measure))
    return null
  const meaning = isBare
    ? { ...end, first: meant.first }
    : end.unit === 'count'
      ? { ...meant, next: end.next, of: end.of }
      : { ...end, first: meant.first }
  // `3-0` is how a match ended.
  if (isDash && meaning.unit === 'count' && other.factor === 1 && all[meaning.of]?.kind !== 'word')
    return null
  const shared = amount.factor === 1 && amount.value < other.value / other.factor ? other.factor : 1
  const low = amount.value * shared * meaning.factor
  const high = other.value * meaning.factor
  if (low >= high || (/^(o|or)$/.test(joiner) && high > low * 2)) return null
  return { low, high, step: other.step * meaning.factor, meaning }
}

function isJoined(joiner: string, words: string): boolean {
  if (/^(o|or)$/.test(joiner)) return true
  if (/^(e|ed|and)$/.test(joiner)) return between.test(words)
  return /^(a|ai|al|agli|alle|all|ad|to)$/.test(joiner) && from.test(words) && !moved.test(words)
}

/** Whether two numbers with a dash between them say how a match ended, or are no figure: past them. */
export function pastScore({ all, word }: Tokens, next: number): number | null {
  if (!/^[-–]$/.test(word(next)) || !all[next]?.close || !all[next + 1]?.close) return null
  return /^\d{1,3}$/.test(word(next + 1)) && !currencies.has(word(next + 2)) ? next + 2 : null
}
