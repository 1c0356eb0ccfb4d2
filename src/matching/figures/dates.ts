import { type Bounds, daysOf } from './bounds.ts'
import { measureAt } from './measures.ts'
import { periodAt } from './periods.ts'
import type { Token, Tokens } from './tokens.ts'
import { currencies, doubtfulMonths, linking, monthOf, timeWords } from './words.ts'

/** A date, as `yyyymmdd` with zeros for what it leaves out, and the token after it. */
export type Dated = { value: number; next: number } & Bounds

const dash = /^[-–]$/

const isoDay = /^(\d{4})-(\d{2})-(\d{2})$/
const inDigits = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d{2})$/

function dated(year: number, month: number, day: number, next: number): Dated | null {
  if (month > 12 || day > 31) return null
  const value = year * 10_000 + month * 100 + day
  return { value, next, ...daysOf(value) }
}

const yearOf = (token: Token | undefined): number => {
  const year = token?.kind === 'digits' && /^\d{4}$/.test(token.text) ? Number(token.text) : 0
  return year >= 1500 && year <= 2100 ? year : 0
}

const dayOf = (token: Token | undefined): number => {
  const day = token?.kind === 'digits' && /^\d{1,2}$/.test(token.text) ? Number(token.text) : 0
  return day <= 31 ? day : 0
}

/** Written with two digits: of the hundred years that end soon after these words are read. */
const longYear = (text: string): number =>
  text.length === 4 ? Number(text) : Number(text) + (Number(text) > 50 ? 1900 : 2000)

/**
 * The date that begins at a token: `21 maggio 2025`, `May 21, 2025`, `21/5/2025`, `nel 2024`, `Q1 2024`;
 * null where none does.
 */
export function dateAt(tokens: Tokens, at: number): Dated | null {
  const token = tokens.all[at]
  const period = periodAt(tokens, at)
  if (period) return period
  if (!token || token.kind === 'sign') return null
  if (token.kind === 'word') return monthFirst(tokens, at) ?? firstOf(tokens, at)
  const [, year, month, day] = isoDay.exec(token.text) ?? []
  if (year) return dated(Number(year), Number(month), Number(day), at + 1)
  const [, one, two, inYear] = inDigits.exec(token.text) ?? []
  if (inYear) {
    // Americans write the month first, which shows where the second number is no month.
    const [inDay, inMonth] = Number(two) > 12 ? [two, one] : [one, two]
    return dated(longYear(inYear), Number(inMonth), Number(inDay), at + 1)
  }
  return dayThenMonth(tokens, at, dayOf(token)) ?? yearAlone(tokens, at)
}

/** `primo maggio`. */
const firstOf = (tokens: Tokens, at: number): Dated | null =>
  tokens.word(at) === 'primo' ? dayThenMonth(tokens, at, 1) : null

/** Days that are joined before their month, at most: `il 3, il 4 e il 5 maggio`. */
const JOINED = 3

/**
 * Of digits, of `1º maggio`, and of the first day in `dal 3 al 5 maggio`.
 * @param joined how many days stand before this one
 */
function dayThenMonth(tokens: Tokens, at: number, day: number, joined = 0): Dated | null {
  if (!day || joined >= JOINED) return null
  const { all, word } = tokens
  const ending = all[at + 1]
  const end = ending?.close && /^(st|nd|rd|th|°|º)$/.test(ending.text) ? at + 2 : at + 1
  const after = linking.has(word(end)) ? end + 1 : end
  const month = monthOf.get(word(after))
  if (month) {
    const ofYear = /^(del|of|,)$/.test(word(after + 1)) ? after + 2 : after + 1
    const year = yearOf(all[ofYear])
    return dated(year, month, day, year ? ofYear + 1 : after + 1)
  }
  const start = joinedDay(tokens, end)
  const other = start && dayThenMonth(tokens, start, dayOf(all[start]), joined + 1)
  return other
    ? dated(Math.floor(other.value / 10_000), Math.floor(other.value / 100) % 100, day, end)
    : null
}

/** Where the other day begins: `3-5 maggio`, `tra il 3 e il 5 maggio`. */
function joinedDay({ word, all }: Tokens, at: number): number | null {
  if (!/^([-–/eo,]|al|all|to|and|or)$/.test(word(at))) return null
  const next = /^(il|l|al|all|the)$/.test(word(at + 1)) ? at + 2 : at + 1
  const start = word(next) === "'" ? next + 1 : next
  return dayOf(all[start]) ? start : null
}

function monthFirst(tokens: Tokens, at: number): Dated | null {
  const { all, word } = tokens
  const month = monthOf.get(word(at))
  if (!month) return null
  const dot = word(at + 1) === '.' ? 1 : 0
  const ofYear =
    at + dot + (linking.has(word(at + 1)) || /^(del|dell|,)$/.test(word(at + 1)) ? 2 : 1)
  const year = yearOf(all[ofYear])
  if (year) return dated(year, month, 0, ofYear + 1)
  // Italian and most others write the day first: what follows a month there is a count.
  const first = at + dot + (word(at + dot + 1) === 'the' ? 2 : 1)
  const day = dayOf(all[first])
  if (!day) return null
  const ordinal = all[first + 1]?.close && /^(st|nd|rd|th)$/.test(word(first + 1)) ? 1 : 0
  const found = withYear(tokens, first + ordinal + 1, month, day)
  if (found && found.value >= 10_000) return found
  // `may 12 people` is no day, nor is `in May 12 people`.
  const isDay = word(at - 1) !== 'in' && (all[at]?.capital || !doubtfulMonths.has(word(at)))
  return tokens.language === 'it' || !isDay ? null : found
}

function withYear({ all, word }: Tokens, at: number, month: number, day: number): Dated | null {
  const comma = word(at) === ',' ? 1 : 0
  const year = yearOf(all[at + comma])
  return year ? dated(year, month, day, at + comma + 1) : dated(0, month, day, at)
}

/** `2021-22`, `2021/22` */
function untilShort({ all, word }: Tokens, at: number, year: number): Dated | null {
  const isJoined = /^[-–/]$/.test(word(at + 1)) && all[at + 1]?.close && all[at + 2]?.close
  const last = /^\d\d$/.test(word(at + 2)) ? Math.floor(year / 100) * 100 + Number(word(at + 2)) : 0
  if (!isJoined || last <= year || last > year + 10) return null
  return {
    value: year * 10_000,
    low: year * 10_000 + 101,
    high: last * 10_000 + 1231,
    next: at + 3,
  }
}

/**
 * A year alone: a word for time stands before it, or no thing after it; or it is no round number, for
 * papers part the thousands of what they count.
 */
function yearAlone(tokens: Tokens, at: number): Dated | null {
  const { all, word } = tokens
  const year = yearOf(all[at])
  if (!year) return null
  const after = all[at + 1]
  const alone = dated(year, 0, 0, at + 1)
  if (/^(agenda|legge|articolo|numero|n)$/.test(word(at - 1))) return null
  const shortly = untilShort(tokens, at, year)
  if (shortly) return shortly
  // Both ends of `2023-2024`.
  if (dash.test(word(at + 1)) && yearOf(all[at + 2])) return alone
  if (dash.test(word(at - 1)) && yearOf(all[at - 2])) return alone
  const next = linking.has(word(at + 1)) ? at + 2 : at + 1
  if (/^[%°]$/.test(word(at + 1)) || /^(mila|milioni|miliardi|million|billion)$/.test(word(at + 1)))
    return null
  if (currencies.has(word(next)) || currencies.has(word(at - 1)) || measureAt(tokens, at + 1))
    return null
  if (after?.close && /^[/-]$/.test(after.text)) return null
  if (all[at]?.close && !/^[(’'"“«/[]$/.test(word(at - 1))) return null
  if (timeWords.has(word(at - 1)) || after?.kind !== 'word') return alone
  return year % 100 !== 0 && year >= 1900 ? alone : null
}
