import { asc, notInArray } from 'drizzle-orm'
import { type Kind, kinds } from '../../domain/ledger.ts'
import type { Connection, Read } from '../connection.ts'
import { tableOf } from '../save.ts'
import { entriesOf } from './entries.ts'
import type { Faults } from './faults.ts'
import { begin, type Life, live } from './life.ts'
import { rowsOf } from './table.ts'

type Watch = { faults: Faults; progress: (done: number) => void }
type Met = { entries: number; subjects: number; told: number }

/** Holds the lives of one kind against the rows of its table. */
async function livesOf(connection: Connection, read: Read, kind: Kind, met: Met, watch: Watch) {
  const { faults, progress } = watch
  const rows = rowsOf(tableOf(connection.tables)[kind], read)

  async function settle({ subject, seq, state, isBroken, told }: Life): Promise<void> {
    met.subjects += 1
    met.told += told
    const row = await rows.of(subject)
    if (isBroken) return
    const name = `${kind} ${subject}`
    const field = row && rows.differs(state, row)
    if (!row) faults.beside(seq, name, 'its row is gone from the tables')
    if (field) faults.beside(seq, name, `the table differs in "${field}"`)
  }

  let life: Life | null = null
  for await (const batch of entriesOf(connection, read, kind)) {
    for (const row of batch) {
      const subject = String(row[6])
      if (life?.subject !== subject) {
        if (life) await settle(life)
        life = begin(subject)
      }
      live(life, kind, row, faults)
    }
    met.entries += batch.length
    progress(met.entries)
  }
  if (life) await settle(life)
  if (await rows.strangers()) {
    faults.beside(null, kind, 'the table holds a row that no entry speaks of')
  }
}

/**
 * Reads the ledger life by life: every entry sealed, each chained to the one before on its subject, and
 * folded to exactly what its table holds; what the public was told, kept as it was told.
 * @returns how many entries, subjects and publications were met
 */
export async function lifeByLife(connection: Connection, read: Read, watch: Watch): Promise<Met> {
  const met: Met = { entries: 0, subjects: 0, told: 0 }
  for (const kind of kinds) await livesOf(connection, read, kind, met, watch)
  return met
}

/** The first entry of a kind that there is not. */
export async function strangeKind({ db, tables: { ledger } }: Connection): Promise<number | null> {
  const [row] = await db
    .select({ seq: ledger.seq })
    .from(ledger)
    .where(notInArray(ledger.kind, [...kinds]))
    .orderBy(asc(ledger.seq))
    .limit(1)
  return row?.seq ?? null
}
