const shape = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/

/** No newspaper is older, and a year with fewer digits is a slip. */
const FIRST_YEAR = 1000

/** A date as people write it, day first (`21/5/2025`, `5.2025`), in the order of ISO 8601. */
export function isoOrder(text: string): string {
  const [, day, month = '', year] = /^(?:(\d{1,2})[/.])?(\d{1,2})[/.](\d{4})$/.exec(text) ?? []
  if (!year) return text
  return [year, month, day].flatMap((part) => (part ? [part.padStart(2, '0')] : [])).join('-')
}

/** Whether a text is a date that exists: `2025`, `2025-05` or `2025-05-21`. */
export function isPartialDate(text: string): boolean {
  const parts = shape.exec(text)
  if (!parts || Number(parts[1]) < FIRST_YEAR) return false
  const [, year = '', month = '01', day = '01'] = parts
  const at = new Date(`${year}-${month}-${day}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === `${year}-${month}-${day}`
}

/** The last day of a partial date, as far as days are compared and not counted: of `2025-02`, `2025-02-31`. */
export const lastDay = (date: string): string => `${date}${'-12-31'.slice(date.length - 4)}`

/** The day that a moment falls on somewhere, YYYY-MM-DD. @param timeZone an IANA name */
export const dayIn = (at: string, timeZone: string): string =>
  new Intl.DateTimeFormat('sv', { timeZone }).format(new Date(at))

/** Whether a partial date is later than another for certain: of 2024 and May 2024 that cannot be told. */
export function isAfter(date: string, other: string): boolean {
  const shared = Math.min(date.length, other.length)
  return date.slice(0, shared) > other.slice(0, shared)
}
