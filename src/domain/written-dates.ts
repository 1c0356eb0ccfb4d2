/** A date as it is written somewhere in a line; `year` is null where the line names none. */
export type WrittenDate = {
  /** UTF-16 units in the line */
  start: number
  end: number
  day: number
  /** 1 to 12 */
  month: number
  year: number | null
}

const ITALIAN =
  'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre'
const ENGLISH =
  'january february march april may june july august september october november december'

/** Month by its written name: whole, its first three letters, its first four (`sett`, `sept`). */
const MONTHS: ReadonlyMap<string, number> = new Map(
  [ITALIAN, ENGLISH].flatMap((names) =>
    names.split(' ').flatMap((name, at) => {
      const written = [name, name.slice(0, 3), name.slice(0, 4)]
      return written.map((form): [string, number] => [form, at + 1])
    }),
  ),
)

const NAME = [...MONTHS.keys()].sort((one, other) => other.length - one.length).join('|')
const YEAR = `(\\d{4}|['’]\\d{2})(?!\\d|[:.,]\\d)`

/** In this order of trust; every repetition is bounded, so a line is read in linear time. */
const FORMS = {
  iso: /(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/g,
  numeric: /(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?![\d./-]\d|\d)/g,
  dayFirst: new RegExp(
    `(?<![\\p{L}\\d])(\\d{1,2}|primo)\\s{0,2}(?:°|º|st|nd|rd|th)?[\\s-]{1,3}(?:of |di )?(${NAME})(?!\\p{L})` +
      `(?:[.,]{0,2}[\\s-]{1,3}(?:del )?${YEAR})?`,
    'giu',
  ),
  monthFirst: new RegExp(
    `(?<![\\p{L}\\d])(${NAME})\\.?\\s{1,2}(\\d{1,2})(?:st|nd|rd|th)?(?![\\d\\p{L}:]|[.,]\\d)(?:,?\\s{1,2}${YEAR})?`,
    'giu',
  ),
}

const WEEKDAY =
  /^(?:luned[iì]|marted[iì]|mercoled[iì]|gioved[iì]|venerd[iì]|sabato|domenica|mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)[.,]?\s{1,2}/i

/**
 * Finds the dates written in one line, Italian and English, in the order of the line. Dates that do
 * not exist (31 February) and ambiguous ones are left out.
 *
 * @param line at most a few thousand characters
 * @param language decides 05/06/2025: day first, save in English and where it is unknown, where
 *   only a date that can be read in one way counts
 * @param today `YYYY-MM-DD`: a year of two digits is the latest one that is not after it
 */
export function writtenDates(
  line: string,
  language: string | null,
  today: string | null = null,
): WrittenDate[] {
  const found: WrittenDate[] = []
  const add = (match: RegExpExecArray, year: string | undefined, month: number, day: number) => {
    const start = match.index
    const end = start + match[0].length
    if (found.some((other) => start < other.end && other.start < end)) return
    const date = { start, end, day, month, year: readYear(year, today) }
    if (exists(date)) found.push(date)
  }
  for (const match of line.matchAll(FORMS.iso)) {
    add(match, match[1], Number(match[3]), Number(match[4]))
  }
  for (const match of line.matchAll(FORMS.numeric)) {
    const [first, second] = [Number(match[1]), Number(match[3])]
    const certain = first > 12 || second > 12 || first === second
    const monthFirst = second > 12 && (language === 'en' || language === null)
    if (!certain && (language === 'en' || language === null)) continue
    if (monthFirst) add(match, match[4], first, second)
    else add(match, match[4], second, first)
  }
  for (const match of line.matchAll(FORMS.dayFirst)) {
    const day = match[1]?.toLowerCase() === 'primo' ? 1 : Number(match[1])
    add(match, match[3], monthNumber(match[2]), day)
  }
  for (const match of line.matchAll(FORMS.monthFirst)) {
    add(match, match[3], monthNumber(match[1]), Number(match[2]))
  }
  return found.sort((one, other) => one.start - other.start)
}

/**
 * Reads a text that is a date and nothing else, save a weekday, a label, a time of day.
 *
 * @returns `YYYY-MM-DD`, or null where it is none, does not exist, or names no year
 */
export function readDate(
  text: string,
  language: string | null,
  today: string | null = null,
): string | null {
  const [date] = writtenDates(text.slice(0, 200), language, today)
  return date === undefined || date.year === null ? null : iso(date.year, date.month, date.day)
}

/** Writes a date the way the desk keeps it, `YYYY-MM-DD`. */
export function iso(year: number, month: number, day: number): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${year}-${two(month)}-${two(day)}`
}

/** Takes a weekday off the beginning of a text ("mercoledì 21 maggio"). */
export function withoutWeekday(text: string): string {
  return text.replace(WEEKDAY, '')
}

function monthNumber(name: string | undefined): number {
  return MONTHS.get((name ?? '').toLowerCase()) ?? 0
}

function readYear(written: string | undefined, today: string | null): number | null {
  if (written === undefined) return null
  const digits = Number(written.replace(/\D/g, ''))
  if (written.length === 4) return digits
  const latest = today === null ? 2099 : Number(today.slice(0, 4))
  return 2000 + digits <= latest ? 2000 + digits : 1900 + digits
}

/** Whether the calendar has this day; newspapers are younger than 1700. Without a year: 29 February. */
function exists({
  day,
  month,
  year,
}: {
  day: number
  month: number
  year: number | null
}): boolean {
  if (year !== null && (year < 1700 || year > 2199)) return false
  const date = new Date(Date.UTC(year ?? 2000, month - 1, day))
  return month >= 1 && day >= 1 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}
