import { asc } from 'drizzle-orm'
import type { SignedCheckpoint } from '../domain/checkpoint.ts'
import type { Connection } from './connection.ts'
import type { PublicKey } from './key.ts'
import { verdictQueries } from './verdicts.ts'
import { type Fault, type Faults, faults } from './verify/faults.ts'
import { strangePublication, textsKept } from './verify/kept.ts'
import { lifeByLife, strangeKind } from './verify/lives.ts'
import { inOrder } from './verify/order.ts'

export type { Fault } from './verify/faults.ts'

export type Report = {
  entries: number
  subjects: number
  /** How many checkpoints of the desk's own key, its signature checked, cover the entries as they stand. */
  checkpoints: number
  /** The keys of those whose signature could not be checked. */
  otherKeys: string[]
  fault: Fault | null
}

/** How far it is: the ledger is read twice, in its order and life by life. */
export type Verifying = { pass: 1 | 2; done: number; total: number }

export type VerifyOptions = {
  /** The key that signs checkpoints; without it, no signature is checked. */
  key?: PublicKey | null
  progress?: (how: Verifying) => void
}

/** Those checkpoints that the desk signed, as far as that can be known; the others are at fault. */
function sound(checkpoints: SignedCheckpoint[], key: PublicKey | null, found: Faults) {
  return checkpoints.filter((one) => {
    // What is said to be another's is the desk's own where only that was altered.
    const isOurs = key && (one.key === key.id || key.signed({ ...one, key: key.id }))
    const isSound = one.size > 0 && (!isOurs || key.signed(one))
    if (!isSound) {
      found.beside(null, `the checkpoint of ${one.size} entries`, 'it is not what the desk signed')
    }
    return isSound
  })
}

/**
 * Proves the whole record as of one moment, reading the ledger twice in batches: in its order (no gap,
 * every signed root that of its entries), and life by life (each entry sealed and chained to the one
 * before, and folded to exactly what its table holds); then the texts and publications.
 */
export const verifier = (connection: Connection) => {
  const { db, tables } = connection
  const { cursor } = verdictQueries(connection)

  return async ({ key = null, progress = () => {} }: VerifyOptions = {}): Promise<Report> => {
    const found = faults()
    // Before the rest is read: neither speaks of an entry that is not there yet.
    const all = await db.select().from(tables.checkpoints).orderBy(asc(tables.checkpoints.size))
    const runs = new Map(
      (await db.select().from(tables.tiles)).map((one) => [one.number, one.hash]),
    )
    const signed = sound(all, key, found)
    const total = await cursor()
    const watch = (pass: 1 | 2) => ({
      faults: found,
      progress: (done: number) => progress({ pass, done, total: Math.max(done, total) }),
    })
    return connection.asOfNow(async (read) => {
      const { entries, told } = await inOrder(connection, read, { signed, runs }, watch(1))
      const met = await lifeByLife(connection, read, watch(2))
      if (met.entries !== entries) {
        const strange = await strangeKind(connection)
        if (strange !== null) found.entry(strange, 'ledger', 'the entry was altered')
      }
      await textsKept(connection, read, found)
      if (met.told !== told) {
        const seq = await strangePublication(connection, read)
        if (seq !== null) found.beside(Number(seq), 'publication', 'no entry speaks of it')
      }
      const otherKeys = [...new Set(all.map((one) => one.key))].filter((id) => id !== key?.id)
      const { subjects } = met
      const checkpoints = signed.filter((one) => one.key === key?.id).length
      return { entries, subjects, checkpoints, otherKeys, fault: found.first() }
    })
  }
}
