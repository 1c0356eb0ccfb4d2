import { asc, count, eq, sql } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { BrokenLife, type Fields, fold, kinds, type SealedEntry } from '../domain/ledger.ts'
import type { Connection } from './connection.ts'
import { ledgerQueries } from './ledger.ts'
import { tableOf } from './save.ts'
import { entryHash, sha256 } from './seal.ts'

/** What is wrong, in words for whoever operates the desk. `seq` names the entry, where one is at fault. */
export type Fault = { seq: number | null; subject: string; why: string }
export type Report = { entries: number; subjects: number; fault: Fault | null }

const BATCH = 1000
const nowhere = { kind: '', subject: '', revision: 0 }

/**
 * Proves the whole record, reading it twice in batches: in its order (no gap, every hash right), and
 * life by life (each chained to the one before, and folded to exactly what its table holds).
 */
export const verifier = (connection: Connection) => {
  const { db, tables } = connection
  const { ledger, publications, texts } = tables
  const { after } = ledgerQueries(connection)

  async function inOrder(
    progress: (done: number) => void,
  ): Promise<{ last: number; fault: Fault | null }> {
    let last = 0
    for (let batch = await after(0, BATCH); batch.length > 0; batch = await after(last, BATCH)) {
      for (const entry of batch) {
        const subject = `${entry.kind} ${entry.subject}`
        if (entry.seq !== last + 1) {
          return { last, fault: { seq: last + 1, subject, why: 'the entry is missing' } }
        }
        if (entryHash(entry, entry.seq, entry.previous) !== entry.hash) {
          return { last, fault: { seq: entry.seq, subject, why: 'the entry was altered' } }
        }
        last = entry.seq
      }
      progress(last)
    }
    return { last, fault: null }
  }

  /** Entries subject by subject, each in the order of its revisions. */
  async function* bySubject() {
    let { kind, subject, revision } = nowhere
    while (true) {
      const batch = await db
        .select()
        .from(ledger)
        .where(
          sql`(${ledger.kind}, ${ledger.subject}, ${ledger.revision}) > (${kind}, ${subject}, ${revision})`,
        )
        .orderBy(asc(ledger.kind), asc(ledger.subject), asc(ledger.revision))
        .limit(BATCH)
      const last = batch.at(-1)
      if (!last) return
      yield* batch
      ;({ kind, subject, revision } = last)
    }
  }

  async function* lives() {
    let life: SealedEntry[] = []
    for await (const entry of bySubject()) {
      const head = life[0]
      if (head && (head.kind !== entry.kind || head.subject !== entry.subject)) {
        yield life
        life = []
      }
      life.push(entry)
    }
    if (life.length > 0) yield life
  }

  async function faultIn(life: SealedEntry[]): Promise<Fault | null> {
    const last = life.at(-1)
    if (!last) return null
    const name = `${last.kind} ${last.subject}`
    let previous: string | null = null
    for (const entry of life) {
      if (entry.previous !== previous) {
        return { seq: entry.seq, subject: name, why: 'the chain is broken here' }
      }
      previous = entry.hash
    }
    try {
      const state = fold(life)
      const row = await rowOf(last)
      if (!row) return { seq: last.seq, subject: name, why: 'its row is gone from the tables' }
      const wrong = Object.keys(row).find((field) => !alike(state?.[field], row[field]))
      if (wrong) return { seq: last.seq, subject: name, why: `the table differs in "${wrong}"` }
      return null
    } catch (error) {
      if (!(error instanceof BrokenLife)) throw error
      const at = life.find(({ revision }) => revision === error.entry.revision)
      return {
        seq: at?.seq ?? null,
        subject: name,
        why: `the life does not hold (${error.message})`,
      }
    }
  }

  async function rowOf({ kind, subject }: SealedEntry): Promise<Fields | null> {
    const table = tableOf(tables)[kind]
    const [row] = await db.select().from(table).where(eq(sql`id`, subject)).limit(1)
    return row ?? null
  }

  /** Rows that no entry speaks of. */
  async function strangers(): Promise<Fault | null> {
    for (const kind of kinds) {
      const table: SQLiteTable = tableOf(tables)[kind]
      const [rows] = await db.select({ n: count() }).from(table)
      const [lives] = await db
        .select({ n: sql`count(distinct ${ledger.subject})`.mapWith(Number) })
        .from(ledger)
        .where(eq(ledger.kind, kind))
      if (rows?.n !== lives?.n) {
        return { seq: null, subject: kind, why: 'the table holds a row that no entry speaks of' }
      }
    }
    return null
  }

  /** Texts and publications, whose hashes the entries carry. */
  async function kept(): Promise<Fault | null> {
    for (let from = ''; ; ) {
      const batch = await db
        .select()
        .from(texts)
        .where(sql`${texts.hash} > ${from}`)
        .orderBy(asc(texts.hash))
        .limit(20)
      for (const { hash, text } of batch) {
        if (sha256(text) !== hash)
          return { seq: null, subject: `text ${hash}`, why: 'it was altered' }
      }
      const last = batch.at(-1)
      if (!last) break
      from = last.hash
    }
    for (let from = 0; ; ) {
      const batch = await db
        .select()
        .from(publications)
        .innerJoin(ledger, eq(ledger.seq, publications.seq))
        .where(sql`${publications.seq} > ${from}`)
        .orderBy(asc(publications.seq))
        .limit(BATCH)
      for (const { publications: told, ledger: entry } of batch) {
        const recorded = entry.change.publication?.[1]
        if (sha256(told.body) !== told.hash || recorded !== told.hash) {
          return {
            seq: told.seq,
            subject: `verdict ${told.verdict}`,
            why: 'its publication was altered',
          }
        }
        from = told.seq
      }
      if (batch.length === 0) return missingPublication()
    }
  }

  /** A verdict whose recorded publication is not kept any more. */
  async function missingPublication(): Promise<Fault | null> {
    const { verdicts } = tables
    const [gone] = await db
      .select({ id: verdicts.id })
      .from(verdicts)
      .where(
        sql`${verdicts.publication} is not null and ${verdicts.publication} not in
          (select ${publications.hash} from ${publications})`,
      )
      .limit(1)
    return gone
      ? { seq: null, subject: `verdict ${gone.id}`, why: 'its publication is gone' }
      : null
  }

  return async (progress: (done: number) => void = () => {}): Promise<Report> => {
    const { last: entries, fault } = await inOrder(progress)
    if (fault) return { entries, subjects: 0, fault }
    let subjects = 0
    let first: Fault | null = null
    for await (const life of lives()) {
      subjects += 1
      const found = await faultIn(life)
      if (found && (first?.seq ?? Infinity) > (found.seq ?? Infinity)) first = found
    }
    return { entries, subjects, fault: first ?? (await strangers()) ?? (await kept()) }
  }
}

const alike = (a: unknown, b: unknown): boolean =>
  JSON.stringify(a ?? null) === JSON.stringify(b ?? null)
