import { sql } from 'drizzle-orm'
import { leafText, type SignedCheckpoint } from '../../domain/checkpoint.ts'
import type { Connection, Read } from '../connection.ts'
import { leafHash, peaks, rootOver } from '../merkle.ts'
import { RUN } from '../tree.ts'
import type { Faults } from './faults.ts'

const BATCH = 5000

/** Entries among which one is not what a checkpoint covers. */
type Wrong = { from: number; to: number; at: string }

/** Holds the roots of the ledger's tree against the checkpoints and the roots that are kept. */
function roots(kept: Map<number, string>, signed: SignedCheckpoint[]) {
  const above = peaks()
  let run = peaks()
  let [size, next, right] = [0, 0, 0]
  let otherRun: number | null = null
  let wrong: Wrong | null = null

  function endRun(): void {
    const number = size / RUN - 1
    const root = rootOver(run.held())
    const there = kept.get(number)
    if (there !== undefined && there !== root.toString('hex')) otherRun ??= number
    above.add(root)
    run = peaks()
  }

  function compare({ at, root }: SignedCheckpoint): void {
    const found = rootOver([...above.held(), ...run.held()]).toString('hex')
    if (found === root) right = size
    else wrong ??= { from: right + 1, to: size, at }
  }

  return {
    add(leaf: Buffer): void {
      run.add(leaf)
      size += 1
      if (size % RUN === 0) endRun()
      for (let one = signed[next]; one?.size === size; one = signed[next]) {
        compare(one)
        next += 1
      }
    },
    /** Those of more entries than there are. */
    beyond: () => signed[next] ?? null,
    /** The first run whose kept root is not that of its entries. */
    otherRun: () => otherRun,
    /** The first entries that a checkpoint does not cover, as few as the kept roots leave. */
    wrong(): Wrong | null {
      if (!wrong || otherRun === null) return wrong
      const from = Math.max(wrong.from, otherRun * RUN + 1)
      const to = Math.min(wrong.to, (otherRun + 1) * RUN)
      return from <= to ? { ...wrong, from, to } : wrong
    },
  }
}

/** What the tree of the ledger is held against. */
export type Against = { signed: SignedCheckpoint[]; runs: Map<number, string> }

/**
 * Reads the ledger in its order: no gap, and every checkpoint the root of the entries that it covers.
 * @returns how many entries there are up to the first gap, and how many publications
 */
export async function inOrder(
  { tables: { ledger, publications: p } }: Connection,
  read: Read,
  { signed, runs }: Against,
  { faults, progress }: { faults: Faults; progress: (done: number) => void },
): Promise<{ entries: number; told: number }> {
  const tree = roots(runs, signed)
  let [entries, told, last] = [0, 0, Number.MIN_SAFE_INTEGER]
  for (let isEnd = false; !isEnd; ) {
    const rows = await read(sql`select ${ledger.seq}, ${ledger.hash}, ${p.hash} from ${ledger}
      left join ${p} on ${p.seq} = ${ledger.seq}
      where ${ledger.seq} > ${last} order by ${ledger.seq} limit ${BATCH}`)
    for (const [place, hash, publication] of rows) {
      const seq = Number(place)
      if (seq !== entries + 1) {
        faults.entry(Math.min(seq, entries + 1), 'ledger', 'the entry is missing')
        return { entries, told }
      }
      if (publication !== null) told += 1
      tree.add(leafHash(leafText({ seq, hash: String(hash), publication: textOf(publication) })))
      entries = seq
      last = seq
    }
    progress(entries)
    isEnd = rows.length < BATCH
  }
  judge(tree, entries, faults)
  return { entries, told }
}

const textOf = (value: unknown): string | null => (value === null ? null : String(value))

/** Says what the tree shows, where nothing that was found before tells it more exactly. */
function judge(tree: ReturnType<typeof roots>, entries: number, faults: Faults): void {
  const [beyond, wrong, otherRun] = [tree.beyond(), tree.wrong(), tree.otherRun()]
  if (beyond) {
    const why = `the entry is missing: the checkpoint of ${beyond.at} covers ${beyond.size}`
    faults.entry(entries + 1, 'ledger', why)
  }
  if (wrong) {
    const { from, to, at } = wrong
    const why = `one of the entries ${from} to ${to} is not what the checkpoint of ${at} covers`
    faults.among({ from, to }, 'ledger', why)
  } else if (otherRun !== null) {
    const subject = `row ${otherRun} of ledger_tiles`
    faults.beside(null, subject, 'it is not the root of its entries; without it, it is made anew')
  }
}
