/**
 * How another publisher rated something that was said: received by an import, never a decision of the
 * desk. What it says stays as its publisher said it; the desk adds only what its label amounts to here.
 */
export type Ruling = {
  id: string
  /**
   * What it is known by among those of its publisher, so that the same one is never there twice: its own
   * identifier, or one made of it.
   */
  key: string
  /** The host of its publisher, without `www.`, and its name where one is given. */
  publisher: string
  publisherName: string | null
  /** The page that it stands on. */
  url: string | null
  title: string | null
  /** What was rated, in the publisher’s words; empty where the record says nothing. */
  statement: string
  /** ISO 639. */
  language: string
  claimant: string | null
  claimantRole: string | null
  /** YYYY, YYYY-MM or YYYY-MM-DD. */
  claimedOn: string | null
  reviewedOn: string | null
  /** The publisher’s own label, as it was written. */
  label: string
  /** The same by its letters alone, as tables of labels name it (`lettersOf`). */
  labelKey: string
  /** Where it was said: http(s) addresses. */
  appearances: string[]
  /** What the publisher goes by: http(s) addresses. */
  links: string[]
  /** The record as it was received, as JSON. */
  original: string
  /** SHA-256 of all that was received: another one is a changed record. */
  hash: string
  /** The import that brought it last. */
  import: string
  addedAt: string
  changedAt: string | null
}

/** What a list says of a ruling: all but the record itself, which may be long. */
export type RulingLine = Omit<Ruling, 'original'>

/** What one is known by among all of them: two publishers may each count theirs from 1. */
export const rulingName = ({ publisher, key }: Pick<Ruling, 'publisher' | 'key'>): string =>
  JSON.stringify([publisher, key])

/** So much of what was rated is shown where it stands beside other things, in characters. */
const SHOWN = 320

/** What was rated, or the title where the record does not say it; the beginning of a long one. */
export function statementOf({ statement, title }: Pick<Ruling, 'statement' | 'title'>): string {
  const said = Array.from(statement || title || '')
  return said.length > SHOWN ? `${said.slice(0, SHOWN).join('').trimEnd()}…` : said.join('')
}

/** As many characters as the fields of evidence take. */
const [TITLE, PUBLISHER] = [300, 200]

const cut = (text: string, most: number): string => Array.from(text).slice(0, most).join('').trim()

/**
 * What a form for evidence begins with, where somebody adds to a claim how another publisher rated it:
 * context, as only a person can say that it supports or refutes.
 */
export function evidenceBegun(ruling: RulingLine): Record<string, string> {
  const { title, url, publisher, publisherName, reviewedOn } = ruling
  const isDate = /^\d{4}(-\d\d){0,2}$/.test(reviewedOn ?? '')
  return {
    ...{ stance: 'context', kind: 'article', interest: 'unknown', visibility: 'public' },
    title: cut(title || statementOf(ruling), TITLE),
    url: url && /^https?:/i.test(url) ? url : '',
    publisher: cut(publisherName || publisher, PUBLISHER),
    publishedOn: isDate && reviewedOn ? reviewedOn : '',
  }
}

/**
 * Where a page of rulings begins that were searched for: among which, older than one of them, and how far
 * in these, the best of which come first.
 */
export type RulingPlace = { before: number; at: number }

/** A place as addresses carry it. */
export const rulingPlaceText = ({ before, at }: RulingPlace): string => `${before}~${at}`

/** Reads a place; null where it is none. */
export function readRulingPlace(text: string | undefined): RulingPlace | null {
  const [, before, at] = /^(-?\d{1,15})~(\d{1,6})$/.exec(text ?? '') ?? []
  return before && at ? { before: Number(before), at: Number(at) } : null
}
