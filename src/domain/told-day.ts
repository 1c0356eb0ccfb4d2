import { isPartialDate } from './dates.ts'
import { iso, readDate } from './written-dates.ts'

/** How the dates of a record are read. */
export type DayReading = {
  /**
   * The desk’s time zone (an IANA name). Many systems write a day as the moment at which it begins where they
   * stand: of `2017-08-02T22:00:00Z` a newsroom in Rome means the third of August, and nothing in it says so.
   */
  timeZone: string
  /** Whether 03/04/2018 is the third of April; null where nothing tells. */
  dayFirst: boolean | null
  /** ISO 639, of the names of months. */
  language: string | null
}

/** @property isGuess read by the order that is usual there: as it is written it could be another day, too */
export type ToldDay = { day: string; isGuess: boolean }

const INSTANT =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{1,2}:\d{2}(?::\d{2})?)(?:[.,]\d+)?\s?(Z|UTC|GMT|[+-]\d{2}:?\d{2})$/i
const MACHINE = /^(\d{4})([-/.]?)(\d{2})\2(\d{2})(?=$|[T\s])/
const NUMERIC = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?=$|[T\s,])/

const clocks = new Map<string, Intl.DateTimeFormat>()

/** Made once for each zone: making one takes longer than reading a record. */
function clockOf(timeZone: string): Intl.DateTimeFormat {
  const clock = clocks.get(timeZone) ?? new Intl.DateTimeFormat('sv', { timeZone })
  clocks.set(timeZone, clock)
  return clock
}

/**
 * The day of a moment. Midnight is a day that was written without its time; a moment with an offset of its own was
 * written on that day, wherever it is read; only UTC says nothing of where.
 */
function dayOfInstant(written: RegExpExecArray, timeZone: string): string | null {
  const [, day = '', time = '', zone = ''] = written
  const clock = `${time.padStart(5, '0')}:00`.slice(0, 8)
  const at = Date.parse(`${day}T${clock}Z`)
  if (Number.isNaN(at) || !isPartialDate(day)) return null
  const isUtc = /^(?:Z|UTC|GMT|[+-]00:?00)$/i.test(zone)
  return isUtc && clock !== '00:00:00' ? clockOf(timeZone).format(at) : day
}

const existing = (year: number, month: number, day: number): string | null => {
  const date = iso(year, month, day)
  return year <= 2199 && isPartialDate(date) ? date : null
}

/** 27/10/2018 in the order that it can only have, or that is usual. */
function numeric(written: RegExpExecArray, dayFirst: boolean | null): ToldDay | null {
  const [first, second] = [Number(written[1]), Number(written[3])]
  const year = Number(written[4]) + (written[4]?.length === 2 ? 2000 : 0)
  const isCertain = first > 12 || second > 12 || first === second
  if (!isCertain && dayFirst === null) return null
  const leads = isCertain ? second <= 12 : dayFirst
  const day = leads ? existing(year, second, first) : existing(year, first, second)
  return day === null ? null : { day, isGuess: !isCertain }
}

/**
 * The day in a date as machines and people write it: `2017-08-02T22:00:00Z`, `2018-10-27 12:38`,
 * `27/10/2018 12:38`, `2018-10`, `27 ottobre 2018`, `Oct 27, 2018`, seconds since 1970.
 * @returns null where it is none, does not exist, or could be two days and nothing tells which
 */
export function readDay(
  written: string,
  { timeZone, dayFirst, language }: DayReading,
): ToldDay | null {
  const text = written.slice(0, 100).trim()
  const sure = (day: string | null): ToldDay | null =>
    day === null ? null : { day, isGuess: false }
  if (isPartialDate(text)) return sure(text)
  if (/^1\d{9}(?:\d{3})?$/.test(text)) {
    return sure(clockOf(timeZone).format(Number(text) * (text.length === 10 ? 1000 : 1)))
  }
  const instant = INSTANT.exec(text)
  if (instant) return sure(dayOfInstant(instant, timeZone))
  const machine = MACHINE.exec(text)
  if (machine) return sure(existing(Number(machine[1]), Number(machine[3]), Number(machine[4])))
  const numbers = NUMERIC.exec(text)
  if (numbers) return numeric(numbers, dayFirst)
  return sure(readDate(text, language))
}
