import type { SQL } from 'drizzle-orm'

/** What can be found. */
export type Findable = 'claim' | 'article'

/** Where in a document words stand, the weightiest first. An article has titles and a text. */
export const fields = [
  'statement',
  'conclusion',
  'claimant',
  'title',
  'evidence',
  'rationale',
  'text',
] as const
export type Field = (typeof fields)[number]

/** Parts one from the next within a field, so that no phrase goes from the one into the other. */
export const GAP = '¶'

/** The words of a document, field by field, in their order, as `indexWords` gives them. */
export type Worded = Record<Field, string[]>

/** One of these words; or one that begins so. */
export type Group = { any: string[]; beginning?: string | undefined; in?: Field[] | undefined }

/** What a document must have to be found: of each group a word, of each phrase a wording, and none of the rest. */
export type Asked = {
  all: Group[]
  /** Words that follow one another; each in one of its wordings, as stems differ by language. */
  phrases?: { any: string[][]; in?: Field[] | undefined }[]
  /** A word alone is a wording of one. */
  none?: { any: string[][]; beginning?: string | undefined }[]
}

/** A word's counts, or what is to be added to them. */
export type Count = { stem: string; tail: string; claims: number; documents: number }

export type DocumentRow = { number: number; kind: Findable; subject: string; stems: string }

/** What the two engines do each in its own way. Statements are the same however many rows they speak of. */
export type Indexing = {
  /** Whether a column has one of these values. */
  among(column: SQL, values: string[]): SQL
  /** Rows of so many texts each, as a `select`: however many there are, it is one statement. */
  rows(values: (string | null)[][], columns: number): SQL
  /** Takes what these documents were found by out of the index. */
  forget(numbers: number[]): SQL
  /** Puts documents into the index that are not in it. */
  keep(documents: { number: number; words: Worded }[]): SQL
  /** Empties the index. */
  empty(): SQL
  /** Puts the parts of an index that was filled together, so that a word is looked up once. */
  together(): SQL
  /** Writes these rows over those that are there. */
  documents(rows: DocumentRow[]): SQL
  /** Adds to the counts of words. */
  count(counts: Count[]): SQL
  /** The column of `document_words` that is a document's number. */
  number: SQL
  /** Whether a row of `document_words` has what is asked for: something, not only what it must not have. */
  has(asked: Asked): SQL
}
