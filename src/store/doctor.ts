import { and, asc, count, desc, eq, gt, inArray, notExists, sql } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Connection } from './connection.ts'

const BATCH = 500

/** What the doctor asks of the database, a batch at a time. */
export const doctorQueries = (connection: Connection) => {
  const { db, tables } = connection
  const { snapshots, texts, articleVersions, evidence, sources, drifts, ledger } = tables
  const { imports, importPages } = tables

  /** Each table that cites snapshots, by what its rows are called. */
  const citing = { 'article version': articleVersions, evidence, source: sources, drift: drifts }

  const snapshotOf = (id: SQLiteColumn) =>
    db.select({ id: snapshots.id }).from(snapshots).where(eq(snapshots.id, id))

  /** Everything that cites a snapshot which is not there. */
  async function* lost() {
    for (const [kind, table] of Object.entries(citing)) {
      for (let after = ''; ; ) {
        const rows = await db
          .select({ id: table.id, snapshot: table.snapshot })
          .from(table)
          .where(
            and(
              gt(table.id, after),
              sql`${table.snapshot} is not null`,
              notExists(snapshotOf(table.snapshot)),
            ),
          )
          .orderBy(asc(table.id))
          .limit(BATCH)
        for (const row of rows) yield { kind, ...row }
        const last = rows.at(-1)
        if (!last) break
        after = last.id
      }
    }
  }

  /** Every snapshot, with whether its text is kept. */
  async function* all() {
    const { id, warc, bytes, size, text } = snapshots
    for (let after = ''; ; ) {
      const rows = await db
        .select({ id, warc, bytes, size, text, kept: texts.hash })
        .from(snapshots)
        .leftJoin(texts, eq(texts.hash, text))
        .where(gt(id, after))
        .orderBy(asc(id))
        .limit(BATCH)
      yield* rows
      const last = rows.at(-1)
      if (!last) return
      after = last.id
    }
  }

  return {
    lost,
    snapshots: all,

    /** What the engine finds wrong with its data. */
    faults: () => connection.faults(),

    /** Those of these files that a snapshot or an import names. */
    async named(hashes: string[]): Promise<Set<unknown>> {
      const named = (table: SQLiteTable, file: SQLiteColumn) =>
        db.selectDistinct({ file }).from(table).where(inArray(file, hashes))
      const rows = await Promise.all([
        named(snapshots, snapshots.warc),
        named(imports, imports.sha256),
        named(importPages, importPages.sha256),
      ])
      return new Set(rows.flat().map(({ file }) => file))
    },

    /** The file of each import, and of each page that was fetched by one. */
    async *received() {
      for (const column of [imports.sha256, importPages.sha256]) {
        for (let after = ''; ; ) {
          const rows = await db
            .selectDistinct({ sha256: column })
            .from(column.table)
            .where(gt(column, after))
            .orderBy(asc(column))
            .limit(BATCH)
          for (const { sha256 } of rows) if (sha256) yield sha256
          const last = rows.at(-1)?.sha256
          if (!last) break
          after = last
        }
      }
    },

    /** How many snapshots nothing cites: earlier ones of an address, for the most part. */
    async uncited(): Promise<number> {
      const cites = (table: SQLiteTable & { snapshot: SQLiteColumn }) =>
        notExists(db.select({ one: sql`1` }).from(table).where(eq(table.snapshot, snapshots.id)))
      const [row] = await db
        .select({ n: count() })
        .from(snapshots)
        .where(and(...Object.values(citing).map(cites)))
      return row?.n ?? 0
    },

    /** When the last decision was recorded; null on an empty desk. */
    async lastDecision(): Promise<string | null> {
      const [row] = await db
        .select({ at: ledger.at })
        .from(ledger)
        .orderBy(desc(ledger.seq))
        .limit(1)
      return row?.at ?? null
    },
  }
}
