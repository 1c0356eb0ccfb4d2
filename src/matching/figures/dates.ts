import type { Token } from './tokens.ts'
import { doubtfulMonths, linking, monthOf, timeWords } from './words.ts'

type Dated = { value: number; next: number }

const dash = /^[-–]$/

const isoDay = /^(\d{4})-(\d{2})-(\d{2})$/
const dayFirst = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/

const dated = (year: number, month: number, day: number, next: number): Dated | null =>
  month <= 12 && day <= 31 ? { value: year * 10_000 + month * 100 + day, next } : null

const yearOf = (token: Token | undefined): number => {
  const year = token?.kind === 'digits' && /^\d{4}$/.test(token.text) ? Number(token.text) : 0
  return year >= 1500 && year <= 2100 ? year : 0
}

const dayOf = (token: Token | undefined): number => {
  const day = token?.kind === 'digits' && /^\d{1,2}$/.test(token.text) ? Number(token.text) : 0
  return day <= 31 ? day : 0
}

/**
 * The date that begins at a token: `21 maggio 2025`, `May 21, 2025`, `21/5/2025`, `nel 2024`; null
 * where none does. A year alone is one where a word for time stands before it, or no thing after it.
 */
export function dateAt(tokens: Token[], at: number): Dated | null {
  const token = tokens[at]
  if (!token || token.kind === 'sign') return null
  if (token.kind === 'word') return monthFirst(tokens, at)
  const [, year, month, day] = isoDay.exec(token.text) ?? []
  if (year) return dated(Number(year), Number(month), Number(day), at + 1)
  const [, inDay, inMonth, inYear] = dayFirst.exec(token.text) ?? []
  if (inYear) return dated(Number(inYear), Number(inMonth), Number(inDay), at + 1)
  return dayThenMonth(tokens, at) ?? yearAlone(tokens, at)
}

/** Of digits, or of `1º maggio`. */
function dayThenMonth(tokens: Token[], at: number): Dated | null {
  const day = dayOf(tokens[at])
  const ending = tokens[at + 1]
  const skip = ending?.close && /^(st|nd|rd|th|°|º)$/.test(ending.text) ? 1 : 0
  const after = linking.has(tokens[at + 1 + skip]?.text ?? '') ? skip + 2 : skip + 1
  const month = monthOf.get(tokens[at + after]?.text ?? '')
  if (!day || !month) return null
  const year = yearOf(tokens[at + after + 1])
  return dated(year, month, day, at + after + (year ? 2 : 1))
}

function monthFirst(tokens: Token[], at: number): Dated | null {
  const month = monthOf.get(tokens[at]?.text ?? '')
  if (!month) return null
  const ofYear = linking.has(tokens[at + 1]?.text ?? '') || tokens[at + 1]?.text === 'del' ? 2 : 1
  const year = yearOf(tokens[at + ofYear])
  if (year) return dated(year, month, 0, at + ofYear + 1)
  const day = dayOf(tokens[at + 1])
  const found = day ? withYear(tokens, at + 2, month, day) : null
  // `may 12 people` is no day, and `May 21, 2025` is one.
  const isDoubtful = doubtfulMonths.has(tokens[at]?.text ?? '')
  return isDoubtful && found && found.value < 10_000 ? null : found
}

function withYear(tokens: Token[], at: number, month: number, day: number): Dated | null {
  const year = tokens[at]?.text === ',' ? yearOf(tokens[at + 1]) : yearOf(tokens[at])
  const comma = tokens[at]?.text === ',' ? 1 : 0
  return year ? dated(year, month, day, at + comma + 1) : dated(0, month, day, at)
}

function yearAlone(tokens: Token[], at: number): Dated | null {
  const year = yearOf(tokens[at])
  if (!year) return null
  const [before, after] = [tokens[at - 1], tokens[at + 1]]
  const alone = dated(year, 0, 0, at + 1)
  // Both ends of `2023-2024`.
  if (dash.test(after?.text ?? '') && yearOf(tokens[at + 2])) return alone
  if (dash.test(before?.text ?? '') && yearOf(tokens[at - 2])) return alone
  if (after && /^[%€$£]$/.test(after.text)) return null
  if (after?.close && /^[/-]$/.test(after.text)) return null
  if (before?.close && !/^[(’']$/.test(before.text)) return null
  return timeWords.has(before?.text ?? '') || after?.kind !== 'word' ? alone : null
}
