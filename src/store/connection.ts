import type { SQL } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import type { SealedEntry } from '../domain/ledger.ts'
import type { Tables } from './define.ts'
import type { Indexing } from './index/dialect.ts'
import type { Plan } from './perform.ts'
import type { Steps } from './steps.ts'

/** Queries are written once, in SQLite's types, and always awaited. */
export type Db = BetterSQLite3Database

/** Asks for rows as the engine has them, their values in the order of the columns. */
export type Read = (query: SQL) => Promise<unknown[][]>

export type Connection = {
  engine: 'sqlite' | 'postgres'
  db: Db
  tables: Tables
  /** What of the index of words is each engine's own. */
  indexing: Indexing
  /**
   * Carries out what `build` returns, all or nothing; `build` is synchronous.
   * @returns the entries, sealed
   * @throws Refusal `conflict` where a row is not at the revision that was read, or is there already;
   *   `disk_full`
   */
  atomically(build: () => Plan): Promise<SealedEntry[]>
  /**
   * Carries out steps that read and write what is derived, all or nothing, while nobody decides.
   * @throws Refusal `disk_full`
   */
  inTurn<T>(steps: () => Steps<T>): Promise<T>
  /** Reads everything as of one moment, whatever others write meanwhile; for long reads of many rows. */
  asOfNow<T>(work: (read: Read) => Promise<T>): Promise<T>
  /**
   * Writes a copy of the database to a file, as of one moment, while others go on writing; and sees
   * whether it is whole.
   * @param progress told how many parts of it are copied
   * @returns what is wrong with the copy, in words; null where the engine makes copies by its own tools
   */
  copyTo(file: string, progress: (done: number, total: number) => void): Promise<string[] | null>
  /** What the engine itself finds wrong with its data, in words; it is asked something in any case. */
  faults(): Promise<string[]>
  close(): Promise<void>
}
