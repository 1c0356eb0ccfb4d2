import { type Amount, amountAt } from './amount.ts'
import { wordsBefore } from './around.ts'
import { type Meaning, meaningOf } from './meaning.ts'
import type { Tokens } from './tokens.ts'
import { currencies } from './words.ts'

/** Two ends of one figure, and what both are of. */
type Range = { low: number; high: number; meaning: Meaning }

const dash = /^[-–—]$/
const goes = /^(a|ai|al|agli|alle|all|ad|to)$/
const joins = /^([-–—]|o|or|e|ed|and|a|ai|al|agli|alle|all|ad|to)$/

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

/** The other end of what may be a range: where it is joined, and what it is. */
type End = { joiner: string; words: string; start: number; amount: Amount; meaning: Meaning }

function otherEnd(tokens: Tokens, amount: Amount, meant: Meaning): End | null {
  const { word } = tokens
  const joiner = word(meant.next)
  if (amount.vague || !joins.test(joiner)) return null
  let start = meant.next + 1
  while (start < meant.next + 3 && /^(i|gli|le|il|lo|la|l|'|the|[€$£])$/.test(word(start))) start++
  const other = amountAt(tokens, start)
  if (!other || other.vague) return null
  const words = wordsBefore(tokens, meant.first, FAR)
  return { joiner, words, start, amount: other, meaning: meaningOf(tokens, start, other) }
}

/** What the lesser of two numbers is multiplied by, where that is said of the greater: `20-30 mila`. */
const sharedFactor = ({ factor, value }: Amount, other: Amount): number =>
  factor === 1 && value < 1000 && other.factor > 1 ? other.factor : 1

/**
 * The range that begins with an amount: `tra 10 e 15`, `da 20 a 30 mila`, `5-10%`, `between 5 and 7`,
 * `due o tre`; null where it stands alone.
 */
export function rangeAt(tokens: Tokens, at: number, amount: Amount, meant: Meaning): Range | null {
  const other = otherEnd(tokens, amount, meant)
  if (!other) return null
  const { all } = tokens
  const { joiner, start, meaning: end } = other
  const isDash = dash.test(joiner)
  if (isDash && all[start]?.kind !== all[at]?.kind) return null
  if (!isDash && !isJoined(other, tokens)) return null
  const isBare = meant.unit === 'count'
  if (!isBare && end.unit !== 'count' && !isAlike(meant, end)) return null
  const meaning =
    isBare || end.unit !== 'count'
      ? { ...end, first: meant.first }
      : { ...meant, next: end.next, of: end.of }
  // `3-0` is how a match ended.
  const isNamed = meaning.unit !== 'count' || all[meaning.of]?.kind === 'word'
  if (isDash && !isNamed && other.amount.factor === 1) return null
  const low = amount.value * sharedFactor(amount, other.amount) * meaning.factor
  const high = other.amount.value * meaning.factor
  // What is said without `from` is no range where it is far apart: `68 votes to 32`, `one to ten`.
  const isFar = /^(o|or)$/.test(joiner)
    ? high > low * 2
    : joiner === 'to' && !isFrom(other) && high > low * 4
  return low >= high || isFar ? null : { low, high, meaning }
}

const isAlike = (a: Meaning, b: Meaning): boolean => a.unit === b.unit && a.measure === b.measure

const isFrom = ({ words }: End): boolean => from.test(words)

function isJoined(end: End, tokens: Tokens): boolean {
  const { joiner, words, meaning } = end
  if (/^(o|or)$/.test(joiner)) return true
  if (/^(e|ed|and)$/.test(joiner)) return between.test(words)
  if (isFrom(end)) return !moved.test(words)
  return joiner === 'to' && (meaning.unit !== 'count' || tokens.all[meaning.of]?.kind === 'word')
}

/**
 * Who goes from one number to another gives both, and says of what they are once: `dal 12 al 9 per cento`.
 * @returns what the first of two is of, and what it is multiplied by; null where it stands alone
 */
export function movedFrom(
  tokens: Tokens,
  amount: Amount,
  meant: Meaning,
): { meaning: Meaning; shared: number } | null {
  if (meant.unit !== 'count') return null
  const other = otherEnd(tokens, amount, meant)
  if (!other || !goes.test(other.joiner) || !isFrom(other)) return null
  const { unit, measure, factor, of } = other.meaning
  const shared = sharedFactor(amount, other.amount)
  return { meaning: { ...meant, unit, measure, factor, of }, shared }
}

/** Whether two numbers with a dash between them say how a match ended, or are no figure: past them. */
export function pastScore({ all, word }: Tokens, next: number): number | null {
  if (!/^[-–]$/.test(word(next)) || !all[next]?.close || !all[next + 1]?.close) return null
  return /^\d{1,3}$/.test(word(next + 1)) && !currencies.has(word(next + 2)) ? next + 2 : null
}
