import { and, asc, count, eq, gt, lt, lte, sql } from 'drizzle-orm'
import { type Leaf, leafText } from '../domain/checkpoint.ts'
import type { Connection } from './connection.ts'
import { leafHash, levelsOver, pathOf, peaks, rootOver } from './merkle.ts'

/** How many entries have their root kept. */
export const RUN = 256
const LEVEL = Math.log2(RUN)
/** How many such roots are written at once. */
const TOGETHER = 64

const NOTHING = Buffer.alloc(0)
const bytes = (hex: string): Buffer => Buffer.from(hex, 'hex')

/** The root of a run of entries: of a full one, a node of the tree. */
function runRoot(hashes: Buffer[]): Buffer {
  const run = peaks()
  for (const one of hashes) run.add(one)
  return rootOver(run.held())
}

/** The Merkle tree over the ledger, in its order: entry `seq` is leaf `seq - 1`. */
export const treeQueries = ({ db, tables, atomically }: Connection) => {
  const { ledger, publications, tiles } = tables

  /** The leaves after one place, up to another. @throws Error where an entry is missing */
  async function leaves(from: number, to: number): Promise<Buffer[]> {
    const rows: Leaf[] = await db
      .select({ seq: ledger.seq, hash: ledger.hash, publication: publications.hash })
      .from(ledger)
      .leftJoin(publications, eq(publications.seq, ledger.seq))
      .where(and(gt(ledger.seq, from), lte(ledger.seq, to)))
      .orderBy(asc(ledger.seq))
    if (rows.length !== to - from) throw new Error('The ledger has a gap: see `ledger verify`.')
    return rows.map((row) => leafHash(leafText(row)))
  }

  /** Keeps the roots of the full runs among the first `size` entries that are not kept yet. */
  async function grow(size: number): Promise<void> {
    const [kept] = await db.select({ n: count() }).from(tiles)
    const full = Math.floor(size / RUN)
    for (let begin = kept?.n ?? 0; begin < full; begin += TOGETHER) {
      const fresh: { number: number; hash: string }[] = []
      for (let number = begin; number < Math.min(full, begin + TOGETHER); number++) {
        const root = runRoot(await leaves(number * RUN, (number + 1) * RUN))
        fresh.push({ number, hash: root.toString('hex') })
      }
      await atomically(() => ({
        // Who computes them at the same moment computes the same.
        writes: fresh.map(({ number, hash }) => ({
          query: sql`insert into ${tiles} (number, hash) values (${number}, ${hash})
            on conflict (number) do nothing`,
          touches: null,
        })),
        entries: [],
      }))
    }
  }

  /** The roots of the full runs among the first `size` entries, and the leaves after them. */
  async function parts(size: number) {
    await grow(size)
    const full = Math.floor(size / RUN)
    const rows = await db.select().from(tiles).where(lt(tiles.number, full)).orderBy(tiles.number)
    return { runs: rows.map(({ hash }) => bytes(hash)), rest: await leaves(full * RUN, size) }
  }

  return {
    /** The root over the first `size` entries, in hex. */
    async root(size: number): Promise<string> {
      const { runs, rest } = await parts(size)
      const [above, beside] = [peaks(), peaks()]
      for (const one of runs) above.add(one)
      for (const one of rest) beside.add(one)
      return rootOver([...above.held(), ...beside.held()]).toString('hex')
    },

    /**
     * Proves, for one entry after the other, that it is among the first `size`. Of the entries
     * themselves it holds one run at a time: ask in their order.
     * @returns of a place in the ledger, the hashes beside the way to the root, in hex
     */
    async prover(size: number) {
      const { runs, rest } = await parts(size)
      const above = levelsOver(runs)
      const last = levelsOver(rest)
      let run = { number: -1, levels: last }
      return async (seq: number): Promise<string[]> => {
        const number = Math.floor((seq - 1) / RUN)
        if (number < runs.length && run.number !== number) {
          const from = number * RUN
          run = { number, levels: levelsOver(await leaves(from, from + RUN)) }
        }
        const full = (level: number, index: number): Buffer => {
          if (level >= LEVEL) return above[level - LEVEL]?.[index] ?? NOTHING
          const perRun = RUN >> level
          const of = Math.floor(index / perRun) < runs.length ? run.levels : last
          return of[level]?.[index % perRun] ?? NOTHING
        }
        return pathOf(full, seq - 1, size).map((one) => one.toString('hex'))
      }
    },
  }
}
