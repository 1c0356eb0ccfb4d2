import { certainty } from '../../src/domain/appearance.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, nothing } from '../html.ts'

const kept = new Map<string, Intl.DateTimeFormat>()

function dates(lang: string, timeZone: string, options: Intl.DateTimeFormatOptions) {
  const key = `${lang} ${timeZone} ${JSON.stringify(options)}`
  const format = kept.get(key) ?? new Intl.DateTimeFormat(locale(lang), { ...options, timeZone })
  kept.set(key, format)
  return format
}

/** English dates stand in the order of most of the world: 21 May 2025. */
const locale = (lang: string): string => (lang === 'en' ? 'en-GB' : lang)

const relative = {
  en: new Intl.RelativeTimeFormat('en', { numeric: 'auto' }),
  it: new Intl.RelativeTimeFormat('it', { numeric: 'auto' }),
}

const numbers = { en: new Intl.NumberFormat('en-GB'), it: new Intl.NumberFormat('it') }

/** A number in the reader's language. */
export const number = ({ lang }: Frame, value: number): string => numbers[lang].format(value)

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How long ago, in words; a date once it is a week away. */
function ago(frame: Frame, iso: string): string {
  const passed = Date.parse(iso) - Date.parse(frame.now)
  const distance = Math.abs(passed)
  const { t, lang, timeZone } = frame
  if (distance < MINUTE) return t('time.now')
  if (distance < HOUR) return relative[lang].format(Math.trunc(passed / MINUTE), 'minute')
  if (distance < DAY) return relative[lang].format(Math.trunc(passed / HOUR), 'hour')
  if (distance < 7 * DAY) return relative[lang].format(Math.trunc(passed / DAY), 'day')
  return dates(lang, timeZone, { day: 'numeric', month: 'short', year: 'numeric' }).format(
    new Date(iso),
  )
}

/** A moment exactly, in the reader's language and the desk's time zone. */
export function exactly({ lang, timeZone }: Frame, iso: string): string {
  const options = { dateStyle: 'long', timeStyle: 'short' } as const
  return dates(lang, timeZone, options).format(new Date(iso))
}

/** The day of a moment, in the desk's time zone: 25 November 2025. */
export const dayOf = ({ lang, timeZone }: Frame, iso: string): string =>
  dates(lang, timeZone, { dateStyle: 'long' }).format(new Date(iso))

/** The day of a moment, in the desk's time zone: the same whenever the page is read. */
export const exactDay = (frame: Frame, iso: string): Html =>
  html`<time datetime="${iso}">${dayOf(frame, iso)}</time>`

/** A moment to the second, as one reads the past by it: 21 May 2025, 14:03:07. */
export function toTheSecond({ lang, timeZone }: Frame, iso: string): string {
  const options = { dateStyle: 'long', timeStyle: 'medium' } as const
  return dates(lang, timeZone, options).format(new Date(iso))
}

/** The time of day of a moment, in the desk's time zone: 14:03. */
export const clock = ({ lang, timeZone }: Frame, iso: string): string =>
  dates(lang, timeZone, { timeStyle: 'short' }).format(new Date(iso))

/** The day of a moment in the desk's time zone: as days are told apart, and as people read it. */
export function weekdayOf({ lang, timeZone }: Frame, iso: string): { key: string; text: string } {
  const whole = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const
  const day = new Date(iso)
  return {
    key: dates('sv', timeZone, {}).format(day),
    text: dates(lang, timeZone, whole).format(day),
  }
}

/** A moment: how long ago, with the exact time on hover and in the markup. */
export function when(frame: Frame, iso: string): Html {
  return html`<time datetime="${iso}" title="${exactly(frame, iso)}">${ago(frame, iso)}</time>`
}

/** A moment as a record names it, in a few letters: 25 Nov 2025, 14:02. */
export function stamp(frame: Frame, iso: string): Html {
  const options = { dateStyle: 'medium', timeStyle: 'short' } as const
  const text = dates(frame.lang, frame.timeZone, options).format(new Date(iso))
  return html`<time datetime="${iso}">${text}</time>`
}

const shapes: Record<number, Intl.DateTimeFormatOptions> = {
  4: { year: 'numeric' },
  7: { month: 'long', year: 'numeric' },
  10: { day: 'numeric', month: 'long', year: 'numeric' },
}

/** A date of which the day or the month may be missing: `2024`, `2024-06`, `2024-06-19`. */
export function partialDate(frame: Frame, date: string | null): Html {
  if (date === null) return html`<span class="unknown">${frame.t('date.unknown')}</span>`
  const shape = shapes[date.length]
  const whole = new Date(`${date}${'-01-01'.slice(date.length - 4)}T00:00:00Z`)
  const text = shape ? dates(frame.lang, 'UTC', shape).format(whole) : date
  return html`<time datetime="${date}">${text}</time>`
}

/**
 * A day by which something is to be done, in words: how late it is where it is past. The day itself
 * stands on hover and in the markup.
 */
export function dueDay(frame: Frame, day: string): Html {
  const { t, lang, timeZone, now } = frame
  const today = dates('sv', timeZone, {}).format(new Date(now))
  const days = Math.round((Date.parse(day) - Date.parse(today)) / DAY)
  const whole = { day: 'numeric', month: 'long', year: 'numeric' } as const
  const date = dates(lang, 'UTC', whole).format(new Date(day))
  const soon = t('due.soon', { day: relative[lang].format(days, 'day') })
  const text = days < 0 ? t('due.over', { days: -days }) : days < 7 ? soon : t('due.on', { date })
  return html`<time class="due${days < 0 ? ' overdue' : ''}" datetime="${day}" title="${date}">${text}</time>`
}

/** How well a value is known: nothing where it is stated, else a word, and the reason on hover. */
export function certain(frame: Frame, value: string | null, reason: string | null): Html {
  if (certainty(value, reason) !== 'inferred') return nothing
  return html` <span class="certainty" title="${reason}">${frame.t('certainty.inferred')}</span>`
}
