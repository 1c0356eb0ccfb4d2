import { isoOrder, isPartialDate } from './dates.ts'
import { type FieldCode, Refusal } from './refusal.ts'

/** Where a moment is read: the desk's time zone (an IANA name), and the present (ISO 8601, UTC). */
export type Now = { timeZone: string; now: string }

/**
 * A date, as it is written here or by people; a time; how far it is from UTC. In an address the plus of
 * that is read as a blank, where nobody escaped it.
 */
const shape =
  /^(\d{4}-\d\d-\d\d|\d{1,2}[/.]\d{1,2}[/.]\d{4})(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)(Z|[ +-]\d\d:?\d\d)?)?$/i

const refused = (code: FieldCode): Refusal => new Refusal('invalid', { fields: { asOf: { code } } })

/** The last moment of a day, a millisecond before the next one begins. */
const endOf = (date: Temporal.PlainDate, timeZone: string): Temporal.Instant =>
  date.add({ days: 1 }).toZonedDateTime(timeZone).toInstant().subtract({ milliseconds: 1 })

/**
 * When clocks on the wall show a time. Where they were put back, the second time they do; a time that
 * they leapt over is the moment of the leap: so a later time is never an earlier moment.
 */
function onTheWall(time: Temporal.PlainDateTime, timeZone: string): Temporal.Instant {
  const later = time.toZonedDateTime(timeZone, { disambiguation: 'later' })
  if (later.toPlainDateTime().equals(time)) return later.toInstant()
  const before = time.toZonedDateTime(timeZone, { disambiguation: 'earlier' })
  const leap = before.getTimeZoneTransition('next')
  return (leap ?? later).toInstant()
}

function instantIn(text: string, timeZone: string): Temporal.Instant | null {
  const [, written = '', time, offset] = shape.exec(text) ?? []
  const date = isoOrder(written)
  if (!isPartialDate(date)) return null
  try {
    const on = Temporal.PlainDate.from(date)
    if (!time) return endOf(on, timeZone)
    if (offset) return Temporal.Instant.from(`${date}T${time}${offset.replace(' ', '+')}`)
    return onTheWall(on.toPlainDateTime(time), timeZone)
  } catch (error) {
    // A time that no clock shows, such as 25:00.
    if (error instanceof RangeError) return null
    throw error
  }
}

const iso = ({ epochMilliseconds }: Temporal.Instant): string =>
  new Date(epochMilliseconds).toISOString()

/**
 * A moment as people and clients write it: an instant (`2025-05-21T12:00:00Z`, or with an offset); or
 * a date with or without a time, in the desk's time zone. A date alone means to its end, and to now
 * while it is not over.
 * @returns ISO 8601 in UTC, as times are kept
 * @throws Refusal `invalid` on `asOf`: `not_a_moment`; `in_the_future`, as nobody knows how things will stand
 */
export function readMoment(text: string, { timeZone, now }: Now): string {
  const instant = instantIn(text.trim(), timeZone)
  if (!instant) throw refused('not_a_moment')
  const present = Temporal.Instant.from(now)
  if (Temporal.Instant.compare(instant, present) <= 0) return iso(instant)
  const today = present.toZonedDateTimeISO(timeZone).toPlainDate()
  if (instant.equals(endOf(today, timeZone))) return iso(present)
  throw refused('in_the_future')
}
