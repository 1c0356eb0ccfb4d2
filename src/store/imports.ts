import { and, asc, count, desc, eq, gt, isNotNull, isNull, lt, ne, or, sql } from 'drizzle-orm'
import {
  type Import,
  type ImportProgress,
  type LabelMet,
  noTally,
  type RefusedRecord,
  type Tally,
} from '../domain/import.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Ruling } from '../domain/ruling.ts'
import type { Cursor } from './articles.ts'
import type { Connection } from './connection.ts'
import type { Tables } from './define.ts'
import { keepRulings } from './keep-rulings.ts'
import { insertRow, insertRows } from './rows.ts'
import type { Steps } from './steps.ts'

export type ImportPage = Tables['importPages']['$inferSelect']

/** Part of a source that was read: what follows from it is written all at once. */
export type ImportBatch = {
  import: string
  phase: 'look' | 'run'
  /** How many records were read before it: where another number is known, somebody else reads it too. */
  from: number
  /** Until where it reaches: in records, and in bytes. */
  done: number
  read: number
  /** What was found out of it without writing it down. */
  tally: Tally
  /** What is brought in; of a dry run, nothing. */
  rulings: Ruling[]
  refused: RefusedRecord[]
  /** All that were met so far. */
  labels: LabelMet[]
  at: string
}

/** So many refused records of an import are listed: who wants more of them has to mend the source first. */
const MOST_REFUSED = 100_000

export const importQueries = ({ db, tables, indexing, inTurn }: Connection) => {
  const { imports, importProgress, importRefusals, importPages } = tables

  /** Writes a batch with how far the import is: both, or neither. */
  function* writing(batch: ImportBatch): Steps<Tally> {
    const { import: id, phase, from, done, read, tally, rulings, refused, labels, at } = batch
    const kept = yield* keepRulings(tables, indexing, rulings)
    const came = {
      added: tally.added + kept.added,
      changed: tally.changed + kept.changed,
      same: tally.same + kept.same,
      refused: tally.refused,
    }
    const { count: moved } = yield sql`update ${importProgress} set done = ${done}, read = ${read},
      added = added + ${came.added}, changed = changed + ${came.changed}, same = same + ${came.same},
      refused = refused + ${came.refused}, labels = ${JSON.stringify(labels)}, at = ${at}
      where import = ${id} and phase = ${phase} and done = ${from}`
    if (moved !== 1) throw new Refusal('busy')
    if (refused.length === 0) return came
    const last = yield sql`select coalesce(max(number), 0) as number from ${importRefusals}
      where import = ${id}`
    const number = Number(last.rows[0]?.number ?? 0)
    const rows = refused.map((one, i) => ({ import: id, number: number + 1 + i, ...one }))
    const listed = rows.slice(0, Math.max(0, MOST_REFUSED - number))
    if (listed.length > 0) yield insertRows(importRefusals, listed)
    return came
  }

  function* beginning(id: string, phase: ImportProgress['phase'], at: string): Steps<void> {
    yield sql`delete from ${importProgress} where import = ${id}`
    yield insertRow(importProgress, {
      ...{ import: id, phase, done: 0, read: 0, ...noTally, labels: [], at },
    })
    if (phase !== 'fetch') yield sql`delete from ${importRefusals} where import = ${id}`
  }

  return {
    async find(id: string): Promise<Import | null> {
      const [row] = await db.select().from(imports).where(eq(imports.id, id)).limit(1)
      return row ?? null
    },

    /** The newest first. */
    async list(after: Cursor | null, limit: number): Promise<Import[]> {
      const { receivedAt, id } = imports
      const rest = after
        ? or(lt(receivedAt, after.at), and(eq(receivedAt, after.at), lt(id, after.id)))
        : undefined
      return await db
        .select()
        .from(imports)
        .where(rest)
        .orderBy(desc(receivedAt), desc(id))
        .limit(limit)
    },

    /** The last import of the same source, but for one. */
    async lastOf(source: string, but: string): Promise<Import | null> {
      const [row] = await db
        .select()
        .from(imports)
        .where(and(eq(imports.sha256, source), ne(imports.id, but)))
        .orderBy(desc(imports.receivedAt), desc(imports.id))
        .limit(1)
      return row ?? null
    },

    /** What the columns of the last table with the same head were taken for, but for one. */
    async mappingFor(
      head: string,
      but = '',
    ): Promise<Pick<Import, 'mapping' | 'publisher'> | null> {
      const [row] = await db
        .select({ mapping: imports.mapping, publisher: imports.publisher })
        .from(imports)
        .where(and(eq(imports.head, head), isNotNull(imports.mapping), ne(imports.id, but)))
        .orderBy(desc(imports.receivedAt), desc(imports.id))
        .limit(1)
      return row ?? null
    },

    async progress(id: string): Promise<ImportProgress | null> {
      const [row] = await db
        .select()
        .from(importProgress)
        .where(eq(importProgress.import, id))
        .limit(1)
      return row ?? null
    },

    /** Begins a phase of an import, from its first record on; what an earlier one refused is forgotten. */
    begin: (id: string, phase: ImportProgress['phase'], at: string) =>
      inTurn(() => beginning(id, phase, at)),

    /**
     * Writes part of an import: its rulings, what they are found by, what was refused, and how far it is.
     * @throws Refusal `busy` where another process reads the same import
     */
    keep: (batch: ImportBatch): Promise<Tally> => inTurn(() => writing(batch)),

    /** What was refused, in the order of the source. */
    async refused(id: string, after: number, limit: number) {
      return await db
        .select()
        .from(importRefusals)
        .where(and(eq(importRefusals.import, id), gt(importRefusals.number, after)))
        .orderBy(asc(importRefusals.number))
        .limit(limit)
    },

    /** The pages that a sitemap names, once. */
    async keepPages(id: string, urls: string[]): Promise<void> {
      const rows = urls.map((url, i) => ({ import: id, number: i + 1, url }))
      for (let at = 0; at < rows.length; at += 500) {
        await db
          .insert(importPages)
          .values(rows.slice(at, at + 500))
          .onConflictDoNothing()
      }
    },

    async pages(id: string, after: number, limit: number): Promise<ImportPage[]> {
      return await db
        .select()
        .from(importPages)
        .where(and(eq(importPages.import, id), gt(importPages.number, after)))
        .orderBy(asc(importPages.number))
        .limit(limit)
    },

    /** The pages that were not asked for yet, or not in vain for good. */
    async unfetched(id: string): Promise<ImportPage[]> {
      return await db
        .select()
        .from(importPages)
        .where(and(eq(importPages.import, id), isNull(importPages.sha256), isNull(importPages.why)))
        .orderBy(asc(importPages.number))
    },

    async countPages(id: string): Promise<number> {
      const [row] = await db
        .select({ n: count() })
        .from(importPages)
        .where(eq(importPages.import, id))
      return row?.n ?? 0
    },

    /** What became of a page, and how many were seen to. */
    async keepPage(
      { import: id, number }: Pick<ImportPage, 'import' | 'number'>,
      became: Pick<ImportPage, 'sha256' | 'contentType' | 'why'>,
      progress: { done: number; at: string },
    ): Promise<void> {
      await db
        .update(importPages)
        .set(became)
        .where(and(eq(importPages.import, id), eq(importPages.number, number)))
      await db.update(importProgress).set(progress).where(eq(importProgress.import, id))
    },
  }
}
