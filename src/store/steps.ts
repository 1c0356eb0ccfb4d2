import type { SQL } from 'drizzle-orm'

/** What came of a statement: its rows, and how many there are or were touched. */
export type Result = { rows: Record<string, unknown>[]; count: number }

/** Statements that are handed out one by one and take their results: for a driver that waits, and one that does not. */
export type Steps<T> = Generator<SQL, T, Result>
