/** What is known of a source before its records are read; what a record says itself comes first. */
export type Context = {
  /** The desk’s time zone: which day a moment in UTC was (`domain/told-day.ts`). */
  timeZone: string
  /** The host of whoever published it all, without `www.`. */
  publisher: string | null
  /** ISO 639. */
  language: string | null
  /** The address that it was fetched from, where that is the page of a review. */
  page: string | null
  /** The language that a text is written in, ISO 639; null where that cannot be told. */
  languageOf: (text: string) => string | null
}

/** Records are cut to this in what is said of them. */
const EXCERPT = 200

/** The beginning of a text, to be shown. */
export const excerptOf = (text: string): string =>
  text.slice(0, EXCERPT).toWellFormed().replaceAll('\0', '').replace(/\s+/g, ' ').trim()
