import { desc, lte, sql } from 'drizzle-orm'
import type { SignedCheckpoint } from '../domain/checkpoint.ts'
import type { Connection } from './connection.ts'

export const checkpointQueries = ({ db, tables: { checkpoints }, atomically }: Connection) => ({
  /**
   * The checkpoint that covers most.
   * @param most of those that cover so many entries or fewer: what was the newest when the ledger had
   *   as many; of all without
   */
  async newest(most?: number): Promise<SignedCheckpoint | null> {
    const [row] = await db
      .select()
      .from(checkpoints)
      .where(most === undefined ? undefined : lte(checkpoints.size, most))
      .orderBy(desc(checkpoints.size))
      .limit(1)
    return row ?? null
  },

  /** Keeps a checkpoint; where one of as many entries is there already, that one stays. */
  async add({ size, at, root, key, signature }: SignedCheckpoint): Promise<void> {
    await atomically(() => ({
      writes: [
        {
          query: sql`insert into ${checkpoints} (size, at, root, key, signature)
            values (${size}, ${at}, ${root}, ${key}, ${signature})
            on conflict (size) do nothing`,
          touches: null,
        },
      ],
      entries: [],
    }))
  },
})
