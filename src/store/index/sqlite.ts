import { sql } from 'drizzle-orm'
import { type Asked, type Field, fields, type Group, type Indexing } from './dialect.ts'

const json = (value: unknown) => JSON.stringify(value)

const quoted = (words: string[]): string => `"${words.join(' ').replaceAll('"', ' ')}"`
const within = (expression: string, only: Field[] | undefined): string =>
  only ? `({${only.join(' ')}} : ${expression})` : expression
const oneOf = (expressions: string[]): string => `(${expressions.join(' OR ')})`

const begins = (beginning: string | undefined): string[] =>
  beginning ? [`${quoted([beginning])}*`] : []

const group = ({ any, beginning, in: only }: Group): string =>
  within(oneOf([...any.map((word) => quoted([word])), ...begins(beginning)]), only)

/** A query of FTS5: every word stands in quotation marks, so that none is an operator. */
function expression({ all, phrases = [], none = [] }: Asked): string {
  const wanted = [
    ...all.map(group),
    ...phrases.map(({ any, in: only }) => within(oneOf(any.map(quoted)), only)),
  ].join(' AND ')
  const unwanted = none.flatMap(({ any, beginning }) => [...any.map(quoted), ...begins(beginning)])
  return unwanted.length > 0 ? `(${wanted}) NOT ${oneOf(unwanted)}` : wanted
}

/** FTS5 without a copy of the texts: words come parted and stemmed, and are taken as they are. */
export const sqliteIndexing: Indexing = {
  among: (column, values) => sql`${column} in (select value from json_each(${json(values)}))`,
  rows: (values, columns) =>
    sql`select ${sql.raw(
      Array.from({ length: columns }, (_, at) => `value ->> ${at}`).join(', '),
    )} from json_each(${json(values)}) where true`,
  forget: (numbers) =>
    sql`delete from document_words where rowid in (select value from json_each(${json(numbers)}))`,
  keep: (documents) => sql`insert into document_words (rowid, ${sql.raw(fields.join(', '))})
    select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6,
      value ->> 7
    from json_each(${json(
      documents.map(({ number, words }) => [
        number,
        ...fields.map((field) => words[field].join(' ')),
      ]),
    )})`,
  empty: () => sql`insert into document_words (document_words) values ('delete-all')`,
  together: () => sql`insert into document_words (document_words) values ('optimize')`,
  documents: (rows) => sql`insert into documents (number, kind, subject, stems)
    select value ->> 0, value ->> 1, value ->> 2, value ->> 3
    from json_each(${json(rows.map((row) => [row.number, row.kind, row.subject, row.stems]))})
    where true on conflict (number) do update set stems = excluded.stems`,
  count: (counts) => sql`insert into words (stem, tail, claims, documents)
    select value ->> 0, value ->> 1, value ->> 2, value ->> 3
    from json_each(${json(counts.map((one) => [one.stem, one.tail, one.claims, one.documents]))})
    where true on conflict (stem) do update set claims = words.claims + excluded.claims,
      documents = words.documents + excluded.documents`,
  number: sql`document_words.rowid`,
  has: (asked) => sql`document_words match ${expression(asked)}`,
}
