import { sql } from 'drizzle-orm'
import type { Tables } from '../define.ts'
import type { Steps } from '../steps.ts'
import { counting } from './counting.ts'
import type { DocumentRow, Findable, Indexing, Worded } from './dialect.ts'
import { readDocuments, stemLines } from './documents.ts'
import { numbersOf } from './numbers.ts'

/**
 * Reads documents again and writes what they are found by, and the counts of their words. One that is
 * new gets the next number. To be run where only one writes at a time: under the ledger's lock.
 * @param ids those of subjects that are there, of one kind
 */
export function* index(
  tables: Tables,
  indexing: Indexing,
  kind: Findable,
  ids: string[],
): Steps<void> {
  if (ids.length === 0) return
  const known = yield sql`select number, subject, stems from ${tables.documents}
    where ${indexing.among(sql`subject`, ids)}`
  const old = new Map(known.rows.map((row) => [String(row.subject), row]))
  const { from, to } = numbersOf(kind)
  const last = yield sql`select coalesce(max(number), ${from}) as number from ${tables.documents}
    where number > ${from} and number <= ${to}`
  let number = Number(last.rows[0]?.number ?? from)
  const counts = counting()
  const rows: DocumentRow[] = []
  const kept: { number: number; words: Worded }[] = []
  const documents = yield* readDocuments(tables, indexing, kind, ids)
  for (const [subject, words] of [...documents].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const was = old.get(subject)
    const { lines, ...stems } = stemLines(words)
    if (!was) number += 1
    const own = was ? Number(was.number) : number
    counts.document(kind, was ? String(was.stems) : null, stems)
    rows.push({ number: own, kind, subject, stems: lines })
    kept.push({ number: own, words })
  }
  kept.sort((a, b) => a.number - b.number)
  const again = [...old.values()].map((row) => Number(row.number))
  if (again.length > 0) yield indexing.forget(again)
  yield indexing.keep(kept)
  yield indexing.documents(rows)
  const changes = counts.changes()
  yield indexing.count(changes)
  const fewer = changes.filter(({ documents }) => documents < 0).map(({ stem }) => stem)
  if (fewer.length > 0) {
    yield sql`delete from ${tables.words}
      where ${indexing.among(sql`stem`, fewer)} and documents <= 0 and stem <> ''`
  }
}
