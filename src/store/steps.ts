import type { SQL } from 'drizzle-orm'

/** What a statement gave, and how many rows it touched. */
export type Result = { rows: Record<string, unknown>[]; count: number }

/**
 * Work inside a transaction that a connection has opened: statements are handed out one by one, and their
 * results taken, so that a synchronous and an asynchronous driver run the same code.
 */
export type Steps<T> = Generator<SQL, T, Result>
