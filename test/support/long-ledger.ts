import Database from 'better-sqlite3'
import { getTableColumns, getTableName, type Table } from 'drizzle-orm'
import { addEvidence } from '../../src/domain/evidence.ts'
import { type Change, type Fields, record, type Subject } from '../../src/domain/ledger.ts'
import { addSearchRecord } from '../../src/domain/search-record.ts'
import { connect } from '../../src/store/connect.ts'
import { tableOf } from '../../src/store/save.ts'
import { seal, sha256 } from '../../src/store/seal.ts'
import { tables } from '../../src/store/tables.sqlite.ts'
import * as who from '../domain/people.ts'
import { randomFrom } from './edits.ts'

/** How many claims are worked on at the same time. */
const AT_ONCE = 40

const WORDS = 'il ponte di Vallechiara è costato due milioni secondo la giunta «e» più'.split(' ')

type Life = { changes: Change[]; next: number }
type State = Subject & Fields

/** The same ids in the same order each time; as on a desk, later ones sort after earlier ones. */
function idsFrom(): () => string {
  let made = 0
  return () => `01970000-0000-7000-8000-${(++made).toString(16).padStart(12, '0')}`
}

/** What happens to one claim, from its opening to its publication, decision by decision. */
function lifeOf(newId: () => string, text: (words: number) => string, at: string): Life {
  const by = who.act(who.author, at)
  const id = newId()
  const changes: Change[] = []
  const on = (kind: Change['kind'], verb: string, before: State | null, after: State): State => {
    const change = record(kind, verb, by, before, after, { claim: id })
    changes.push(change)
    return change.after
  }
  const claim = { ...who.claimAt('inbox', { id, statement: text(12) }), revision: 0 }
  const open = on('claim', 'open', null, claim)
  on('claim', 'take', open, { ...open, stage: 'checking', assignee: who.author.id })
  for (const number of [1, 2]) {
    const about = { claim: id, number }
    changes.push(
      addEvidence(newId(), about, { stance: 'supports', title: text(6), note: text(20) }, by),
    )
  }
  const [evidence] = changes.slice(-1)
  if (evidence) on('evidence', 'amend', evidence.after, { ...evidence.after, quote: text(15) })
  const search = { place: text(3), words: text(4), searchedOn: '', outcome: 'none_found' }
  changes.push(addSearchRecord(newId(), id, search, by))
  const drafted = { id: newId(), claim: id, status: 'draft', rationale: text(40) } as const
  let verdict = on('verdict', 'draft', null, { ...who.verdictAt('draft', drafted), revision: 0 })
  for (const words of [60, 80]) {
    verdict = on('verdict', 'draft', verdict, { ...verdict, rationale: text(words) })
  }
  verdict = on('verdict', 'propose', verdict, { ...verdict, status: 'proposed' })
  const publication = sha256(bodyOf(verdict))
  on('verdict', 'publish', verdict, { ...verdict, status: 'published', publication })
  return { changes, next: 0 }
}

const bodyOf = ({ rationale, id }: Fields): string => JSON.stringify({ id, rationale })

/** An `insert` of rows as the tables' encoders write them. */
function inserter(db: Database.Database, table: Table) {
  const columns = Object.entries(getTableColumns(table))
  const names = columns.map(([, { name }]) => `"${name}"`)
  const insert = db.prepare(
    `insert into "${getTableName(table)}" (${names}) values (${columns.map(() => '?')})`,
  )
  const encoded = (value: unknown) =>
    typeof value === 'object' && value !== null ? JSON.stringify(value) : (value ?? null)
  return (row: Record<string, unknown>) => insert.run(columns.map(([name]) => encoded(row[name])))
}

/**
 * Makes a database with a long record: claims with evidence, searches and published verdicts, sealed
 * as the desk seals them, the same each time.
 * @param path of a file that is not there yet
 */
export async function longLedger(path: string, entries: number): Promise<void> {
  await (await connect(path)).close()
  const db = new Database(path)
  for (const off of ['journal_mode', 'synchronous', 'foreign_keys']) db.pragma(`${off} = off`)
  const random = randomFrom(entries)
  const text = (words: number) => Array.from({ length: words }, () => random.oneOf(WORDS)).join(' ')
  const newId = idsFrom()
  const inTable = tableOf(tables)
  const insert = {
    ledger: inserter(db, tables.ledger),
    publications: inserter(db, tables.publications),
    claim: inserter(db, inTable.claim),
    evidence: inserter(db, inTable.evidence),
    search_record: inserter(db, inTable.search_record),
    verdict: inserter(db, inTable.verdict),
  }
  const into = (kind: string) => Object.entries(insert).find(([name]) => name === kind)?.[1]
  const states = new Map<string, { kind: string; state: State; hash: string }>()

  function happens({ kind, after, entry }: Change, seq: number): void {
    const sealed = seal(entry, seq, states.get(after.id)?.hash ?? null)
    insert.ledger(sealed)
    states.set(after.id, { kind, state: after, hash: sealed.hash })
    if (entry.verb !== 'publish') return
    const told = { seq, verdict: after.id, claim: entry.claim, status: after.status }
    insert.publications({ ...told, body: bodyOf(after), hash: after.publication })
  }

  function settle({ changes }: Life): void {
    for (const id of new Set(changes.map(({ after }) => after.id))) {
      const { kind, state } = states.get(id) ?? {}
      if (kind && state) into(kind)?.(state)
      states.delete(id)
    }
  }

  db.transaction(() => {
    const start = Date.parse('2025-01-01T00:00:00Z')
    const open: Life[] = []
    for (let seq = 1; seq <= entries; seq++) {
      const at = new Date(start + seq * 60_000).toISOString()
      while (open.length < AT_ONCE) open.push(lifeOf(newId, text, at))
      const life = random.oneOf(open)
      const change = life.changes[life.next]
      if (change) happens(change, seq)
      life.next += 1
      if (life.next < life.changes.length) continue
      settle(life)
      open.splice(open.indexOf(life), 1)
    }
    for (const life of open) settle(life)
  })()
  db.close()
}
