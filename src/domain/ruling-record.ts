import type { Ruling } from './ruling.ts'

/** What of a ruling a reader makes out of a record; the rest is known where it is kept. */
export type RulingRead = Omit<
  Ruling,
  'id' | 'hash' | 'labelKey' | 'import' | 'addedAt' | 'changedAt'
>

/** Why a record makes no ruling. Each has a message (`unread.<code>`). */
export const unreadCodes = [
  'not_json', // broken JSON
  'no_review', // nothing in it is a ClaimReview
  'no_statement', // it says neither what was rated nor where it was said
  'no_label', // it does not say how it was rated
  'no_publisher', // neither a publisher nor an address says whose it is
  'bad_date', // a date that is none
  'bad_address', // an address that is none
  'too_long', // something in it is longer than accepted
  'columns', // a row that has another number of fields than its head
] as const
export type UnreadCode = (typeof unreadCodes)[number]

/** What was left out of a record that was read for the rest, such as junk where an address should be. */
export type Note = { field: string; code: UnreadCode; excerpt: string }

/** One record of a file or page: what was read of it, or why nothing was; `line` is its line or its number, from 1. */
export type RulingRecord =
  | { line: number; read: RulingRead; notes: Note[] }
  | { line: number; refused: UnreadCode; field: string | null; excerpt: string }
