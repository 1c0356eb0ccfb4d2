import { sql } from 'drizzle-orm'
import type { Tables } from '../define.ts'
import type { Steps } from '../steps.ts'
import type { Count, DocumentRow, Findable, Indexing, Worded } from './dialect.ts'
import { readDocuments, stemLines } from './documents.ts'

const reversed = (word: string): string => [...word].reverse().join('')

/** The words of lines of stems, each once. */
function wordsIn(lines: string): Set<string> {
  const words = new Set(lines.replaceAll('\n', '').split(' '))
  words.delete('')
  return words
}
const statementIn = (lines: string): Set<string> => wordsIn(lines.split('\n', 1)[0] ?? '')

/** How the counts of words change with a number of documents. */
function counting() {
  const counts = new Map<string, { claims: number; documents: number }>()
  const add = (stem: string, of: 'claims' | 'documents', by: number) => {
    const count = counts.get(stem) ?? { claims: 0, documents: 0 }
    count[of] += by
    counts.set(stem, count)
  }
  const each = (lines: string, by: number) => {
    for (const stem of wordsIn(lines)) add(stem, 'documents', by)
    for (const stem of statementIn(lines)) add(stem, 'claims', by)
  }
  return {
    /** @param before null where it is counted for the first time */
    document(kind: Findable, before: string | null, after: string) {
      if (before === null) {
        add('', 'documents', 1)
        if (kind === 'claim') add('', 'claims', 1)
      }
      if (before) each(before, -1)
      each(after, 1)
    },
    /** What changes, in one order: whoever else counts does not wait in a circle. */
    changes: (): Count[] =>
      [...counts]
        .filter(([, { claims, documents }]) => claims !== 0 || documents !== 0)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([stem, count]) => ({ stem, tail: reversed(stem), ...count })),
  }
}

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
  const last = yield sql`select coalesce(max(number), 0) as number from ${tables.documents}`
  let number = Number(last.rows[0]?.number ?? 0)
  const counts = counting()
  const rows: DocumentRow[] = []
  const kept: { number: number; words: Worded }[] = []
  const documents = yield* readDocuments(tables, indexing, kind, ids)
  for (const [subject, words] of [...documents].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const was = old.get(subject)
    const stems = stemLines(words)
    if (!was) number += 1
    const own = was ? Number(was.number) : number
    counts.document(kind, was ? String(was.stems) : null, stems)
    rows.push({ number: own, kind, subject, stems })
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
