import { iso, type WrittenDate, writtenDates } from '../domain/written-dates.ts'
import { readDateline } from './dateline.ts'
import { headLines, type Line, PARAGRAPH_LENGTH, tailLines } from './lines.ts'

/** `published` and `updated` where a label says so, `plain` where a date stands alone. */
type Kind = 'published' | 'updated' | 'plain' | 'dateline'
type Dated = { kind: Kind; date: WrittenDate }

const LABEL =
  /(?<!\p{L})(?:(pubblicat[oaie]|pubblicazione|published|posted|issued|uscit[oa]|data|date)|(aggiornat[oaie]|aggiornamento|ultim[ao] (?:modifica|aggiornamento)|modifica|modificat[oaie]|last updated|updated?|modified|revised|corrected|correzione|consultato|accessed|archiviato|archived))(?!\p{L})/giu

/** What may stand around a date that is the date of the page and not of an event. */
const FILLER =
  /(?<!\p{L})(?:luned[iì]|marted[iì]|mercoled[iì]|gioved[iì]|venerd[iì]|sabato|domenica|mon|tues?|wed|thu|thurs|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|alle|ore|at|on|il|the|h|am|pm|a\.m|p\.m|gmt|utc|bst|cet|cest|est|edt|et|pt|first|last|article|articolo|tempo di lettura|lettura|min|minut[oi]|minutes?|di lettura|read)(?!\p{L})|\d{1,2}[:.]\d{2}(?:[:.]\d{2})?|\d+/giu

const BYLINE = /^(?:di|by|a cura di|da|redazione)\s/i
/** Before a date these make it part of a sentence: "la strage del 23 maggio 1992". */
const NARRATIVE =
  /\p{L}\s+(?:il|del|dal|al|nel|lo|entro|fino al|since|on|of|until|till|from|by|before|after|to)\s+(?:\p{L}+\s+)?$/iu

/**
 * The date on which an article was published, as its own text tells: a labelled line ("Pubblicato
 * il", "Published") at the head or the end, a line at the head that is a date and little else, the
 * dateline. A date in the running text, in the title, or of an update is none.
 *
 * @param text cleaned text
 * @param language ISO 639-1 or null: decides the order of 05/06/2025
 * @param today `YYYY-MM-DD` or null: later dates are not believed (one day more, for time zones)
 * @returns `YYYY-MM-DD`, or null: a day without a year anywhere at the head stays unknown
 */
export function publicationDate(
  text: string,
  language: string | null,
  today: string | null = null,
): string | null {
  const head = datesIn(headLines(text, 15), language, today, true)
  const tail = datesIn(tailLines(text, 5), language, today, false)
  const datelines = head.filter(({ kind }) => kind === 'dateline')
  const plain = head.filter(({ kind }) => kind === 'plain')
  const [dateline] = datelines
  const sameDay = plain.filter(
    ({ date }) => date.day === dateline?.date.day && date.month === dateline.date.month,
  )
  const ordered = [
    ...head.filter(({ kind }) => kind === 'published'),
    ...tail.filter(({ kind }) => kind === 'published'),
    ...sameDay,
    ...plain,
    ...datelines,
    ...tail.filter(({ kind }) => kind === 'plain'),
  ]
  const withYear = [...head, ...tail].find(({ date }) => date.year !== null)?.date
  for (const { date } of ordered) {
    const full = complete(date, withYear)
    if (full !== null && (today === null || full <= dayAfter(today))) return full
  }
  return null
}

/** Gives a day and month the year that another date at the head names, never a later day than it. */
function complete(date: WrittenDate, other: WrittenDate | undefined): string | null {
  if (date.year !== null) return iso(date.year, date.month, date.day)
  if (other === undefined || other.year === null) return null
  const later = date.month * 100 + date.day > other.month * 100 + other.day
  return iso(later ? other.year - 1 : other.year, date.month, date.day)
}

function datesIn(
  lines: readonly Line[],
  language: string | null,
  today: string | null,
  atHead: boolean,
): Dated[] {
  const found: Dated[] = []
  let label: Kind | null = null
  let paragraphs = 0
  for (const [at, line] of lines.entries()) {
    const dateline = atHead ? readDateline(line.text, language, today) : null
    if (dateline?.date) found.push({ kind: 'dateline', date: dateline.date })
    if (line.length >= PARAGRAPH_LENGTH) paragraphs++
    if (atHead && paragraphs > 1) break
    if (dateline || line.length >= PARAGRAPH_LENGTH) {
      label = null
      continue
    }
    const dates = writtenDates(line.text, language, today)
    found.push(...datesOfLine(line.text, dates, label, atHead ? at : null))
    // A label on a line of its own speaks for the next line.
    label =
      dates.length === 0 && line.text.length < 40 ? labelBefore(line.text, line.text.length) : null
  }
  return found
}

/** @param at which line of the head it is, from 0; null at the end of the text */
function datesOfLine(
  text: string,
  dates: readonly WrittenDate[],
  label: Kind | null,
  at: number | null,
): Dated[] {
  if (dates.length === 0) return []
  let bare = text
  for (const { start, end } of [...dates].reverse()) {
    bare = `${bare.slice(0, start)} ${bare.slice(end)}`
  }
  const rest = bare.replace(LABEL, ' ').replace(FILLER, ' ').trim()
  const words = rest.match(/\p{L}+/gu)?.length ?? 0
  const byline = BYLINE.test(text)
  const kinds = dates.map((date) => labelBefore(text, date.start) ?? label)
  if (kinds.some((kind) => kind !== null)) {
    // Beside the date of an update, the one without a label is that of publication.
    return words > 10 ? [] : dates.map((date, nth) => ({ kind: kinds[nth] ?? 'plain', date }))
  }
  const [date, second] = dates
  if (date === undefined || second !== undefined) return []
  // "Capaci, 23 maggio 1992" is a title and speaks of a day: little else may stand beside a date.
  const most = at === null ? 0 : at === 0 ? 1 : byline ? 8 : 4
  const narrative = words > 0 && NARRATIVE.test(text.slice(0, date.start))
  const edge = date.start <= 24 || text.length - date.end <= 24 || byline
  return words > most || narrative || !edge ? [] : [{ kind: 'plain', date }]
}

/** The label that speaks for what stands at `end`: at the line's beginning or after a separator. */
function labelBefore(text: string, end: number): Kind | null {
  let kind: Kind | null = null
  for (const match of text.matchAll(LABEL)) {
    if (match.index >= end) break
    const before = text.slice(0, match.index)
    const free =
      /^(?:(?:first|last|originally|articolo|article|story|data di|date)\s)*$/i.test(before) ||
      /[|•·–—(;/-]\s*(?:ultim[oa] |last )?$/i.test(before) ||
      (BYLINE.test(text) && /\p{Lu}\p{L}+,?\s+$/u.test(before)) ||
      /\d,?\s+(?:e |and )?(?:last )?$/i.test(before)
    if (free) kind = match[1] === undefined ? 'updated' : 'published'
  }
  return kind
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}
