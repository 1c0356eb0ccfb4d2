import { sql } from 'drizzle-orm'
import {
  type Asked,
  type Field,
  fields,
  GAP,
  type Group,
  type Indexing,
  type Worded,
} from './dialect.ts'

const json = (value: unknown) => JSON.stringify(value)

/** A lexeme has one of four weights: which field it may stand in. What else must be so is looked at later. */
const weights: Record<Field, string> = {
  statement: 'A',
  conclusion: 'B',
  claimant: 'B',
  title: 'C',
  evidence: 'D',
  rationale: 'D',
  text: 'D',
}

/** PostgreSQL counts positions no further. */
const LAST_POSITION = 16_383
const MOST_POSITIONS = 255

const quoted = (word: string): string => `'${word.replaceAll(/['\\]/g, ' ')}'`

/** A tsvector, as text. */
function vectorOf(words: Worded, only: readonly Field[]): string {
  const places = new Map<string, string[]>()
  let at = 0
  for (const field of only) {
    for (const word of words[field]) {
      at = Math.min(at + 1, LAST_POSITION)
      if (word === GAP) continue
      const there = places.get(word) ?? []
      if (there.length < MOST_POSITIONS) there.push(`${at}${weights[field]}`)
      places.set(word, there)
    }
    at = Math.min(at + 1, LAST_POSITION)
  }
  return [...places].map(([word, at]) => `${quoted(word)}:${at.join(',')}`).join(' ')
}

const marks = (only: Field[] | undefined): string =>
  only ? `:${[...new Set(only.map((field) => weights[field]))].join('')}` : ''
const oneOf = (expressions: string[]): string => `(${expressions.join(' | ')})`

const begins = (beginning: string | undefined, mark: string): string[] =>
  beginning ? [`${quoted(beginning)}:*${mark.slice(1)}`] : []

function group({ any, beginning, in: only }: Group): string {
  const mark = marks(only)
  return oneOf([...any.map((word) => quoted(word) + mark), ...begins(beginning, mark)])
}

const wording = (words: string[], mark = ''): string =>
  `(${words.map((word) => quoted(word) + mark).join(' <-> ')})`

/** A tsquery, as text: every word stands in quotation marks, so that none is an operator. */
function expression({ all, phrases = [], none = [] }: Asked): string {
  return [
    ...all.map(group),
    ...phrases.map(({ any, in: only }) => oneOf(any.map((words) => wording(words, marks(only))))),
    ...none.map(
      ({ any, beginning }) =>
        `!${oneOf([...any.map((words) => wording(words)), ...begins(beginning, '')])}`,
    ),
  ].join(' & ')
}

const isStatement = ({ all, phrases = [], none = [] }: Asked): boolean =>
  none.length === 0 &&
  [...all, ...phrases].every(({ in: only }) => only?.length === 1 && only[0] === 'statement')

/** The statement's own tsvector is asked without weights: those are not in its index. */
const anywhere = ({ all, phrases = [] }: Asked): Asked => ({
  all: all.map(({ any, beginning }) => ({ any, beginning })),
  phrases: phrases.map(({ any }) => ({ any })),
})

/** A tsvector of words that come parted and stemmed, and of the statement's one of its own. */
export const postgresIndexing: Indexing = {
  among: (column, values) =>
    sql`${column} in (select jsonb_array_elements_text(${json(values)}::jsonb))`,
  rows: (values, columns) =>
    sql`select ${sql.raw(
      Array.from({ length: columns }, (_, at) => `value ->> ${at}`).join(', '),
    )} from jsonb_array_elements(${json(values)}::jsonb)`,
  forget: (numbers) => sql`delete from document_words
    where number in (select jsonb_array_elements_text(${json(numbers)}::jsonb)::bigint)`,
  keep: (documents) => sql`insert into document_words (number, statement, words)
    select (value ->> 0)::bigint, (value ->> 1)::tsvector, (value ->> 2)::tsvector
    from jsonb_array_elements(${json(
      documents.map(({ number, words }) => [
        number,
        vectorOf(words, ['statement']),
        vectorOf(words, fields),
      ]),
    )}::jsonb)`,
  empty: () => sql`delete from document_words`,
  together: () => sql`select gin_clean_pending_list('document_words_words'::regclass)`,
  documents: (rows) => sql`insert into documents (number, kind, subject, stems)
    select (value ->> 0)::bigint, value ->> 1, value ->> 2, value ->> 3
    from jsonb_array_elements(${json(
      rows.map((row) => [row.number, row.kind, row.subject, row.stems]),
    )}::jsonb)
    on conflict (number) do update set stems = excluded.stems`,
  count: (counts) => sql`insert into words (stem, tail, claims, documents)
    select value ->> 0, value ->> 1, (value ->> 2)::bigint, (value ->> 3)::bigint
    from jsonb_array_elements(${json(
      counts.map((one) => [one.stem, one.tail, one.claims, one.documents]),
    )}::jsonb)
    on conflict (stem) do update set claims = words.claims + excluded.claims,
      documents = words.documents + excluded.documents`,
  number: sql`document_words.number`,
  has: (asked) =>
    isStatement(asked)
      ? sql`document_words.statement @@ ${expression(anywhere(asked))}::tsquery`
      : sql`document_words.words @@ ${expression(asked)}::tsquery`,
}
