import Database from 'better-sqlite3'
import { counting, stemsIn } from '../../src/store/index/counting.ts'
import { fields, type Worded } from '../../src/store/index/dialect.ts'
import { rulingDocuments } from '../../src/store/index/ruling-documents.ts'
import { sqliteIndexing } from '../../src/store/index/sqlite.ts'
import { tables } from '../../src/store/tables.sqlite.ts'

/** What something took: by the clock, and of the processor. */
export type Taken = { ms: number; cpu: number }

/** Begins to measure. @returns what was taken since */
export function taking(): () => Taken {
  const [begun, before] = [performance.now(), process.cpuUsage()]
  return () => {
    const { user, system } = process.cpuUsage(before)
    return { ms: performance.now() - begun, cpu: (user + system) / 1000 }
  }
}

const parted = <T>(all: T[], each: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / each) }, (_, i) =>
    all.slice(i * each, (i + 1) * each),
  )

type Told = Record<string, unknown> & { id: string; number: number; stems: string }

/** What the index has of the words of rulings, and how it counts them. */
function entriesOf(some: Told[]): { words: unknown[][]; counts: unknown[][] } {
  const reading = rulingDocuments(tables, sqliteIndexing, [])
  reading.next()
  const { value } = reading.next({ rows: some, count: 0 })
  const worded = value instanceof Map ? value : new Map<string, Worded>()
  const count = counting()
  for (const { stems } of some) count.document('ruling', null, stemsIn(stems))
  return {
    words: some.map(({ id, number }) => [
      number,
      ...fields.map((field) => worded.get(id)?.[field].join(' ') ?? ''),
    ]),
    counts: count.changes().map((one) => [one.stem, one.tail, one.claims, one.documents]),
  }
}

/** The rows that an import wrote, and its entries in the index, by the table and by the batch. */
function writtenTo(database: string, each: number) {
  const db = new Database(database, { readonly: true })
  const all = (query: string) => parted(db.prepare<[], unknown[]>(query).raw().all(), each)
  const told = db.prepare<[], Told>(
    `select d.number, d.stems, r.*, r.claimant_role as role, r.publisher_name as name
     from documents d join rulings r on r.id = d.subject order by d.number`,
  )
  const entries = parted(told.all(), each).map(entriesOf)
  const written: { into: string; rows: unknown[][][] }[] = [
    { into: 'rulings values', rows: all('select * from rulings order by id') },
    {
      into: 'documents values',
      rows: all("select * from documents where kind = 'ruling' order by number"),
    },
    {
      into: `document_words (rowid, ${fields.join(', ')}) values`,
      rows: entries.map(({ words }) => words),
    },
    {
      into: 'words (stem, tail, claims, documents) values',
      rows: entries.map((one) => one.counts),
    },
  ]
  db.close()
  return written
}

/** What a word that is there already is counted by. */
const ADDED = `on conflict (stem) do update set claims = words.claims + excluded.claims,
  documents = words.documents + excluded.documents`

/**
 * What bare inserts take of the rulings that another desk has, and of what they are found by.
 * @param database a desk that has none
 * @param each how many are written in a transaction
 */
export function bareInserts(database: string, from: string, each: number): Taken {
  const written = writtenTo(from, each)
  const db = new Database(database)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma('wal_autocheckpoint = 8000')
  const inserts = written.map(({ into, rows }) => {
    const places = rows[0]?.[0]?.map(() => '?').join(', ')
    const on = into.startsWith('words') ? ADDED : ''
    return { rows, insert: db.prepare(`insert into ${into} (${places}) ${on}`) }
  })
  const batch = db.transaction((at: number) => {
    for (const { rows, insert } of inserts) for (const row of rows[at] ?? []) insert.run(row)
  })
  const taken = taking()
  for (let at = 0; at < (written[0]?.rows.length ?? 0); at++) batch(at)
  const took = taken()
  db.close()
  return took
}
