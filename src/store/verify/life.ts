import { BrokenLife, type Fields, follow, type Kind, type Subject } from '../../domain/ledger.ts'
import { sha256 } from '../seal.ts'
import { type EntryRow, entryOf } from './entries.ts'
import type { Faults } from './faults.ts'
import { readChange, sealOf } from './sealed.ts'

/** A subject’s life as far as it was read. */
export type Life = {
  subject: string
  /** The place of its last entry; 0 before the first. */
  seq: number
  hash: unknown
  state: (Subject & Fields) | null
  isBroken: boolean
  /** How many publications its entries have made. */
  told: number
}

export const begin = (subject: string): Life => ({
  ...{ subject, seq: 0, hash: null, state: null, isBroken: false, told: 0 },
})

const BROKEN = 'the chain is broken here'

/** Takes the next entry of a life, and says what is wrong with it. */
export function live(life: Life, kind: Kind, row: unknown[], faults: Faults): void {
  const entry = entryOf(row)
  const seq = Number(entry.seq)
  const name = `${kind} ${life.subject}`
  const broken = (at: number, why: string) => {
    faults.entry(at, name, why)
    life.isBroken = true
  }
  const read = readChange(entry.change)
  if (!read || sealOf(entry, read.canonical) !== entry.hash) broken(seq, 'the entry was altered')
  else if (!life.isBroken) {
    const { change } = read
    const revision = Number(entry.revision)
    if (revision === (life.state?.revision ?? 0) + 1 && entry.previous !== life.hash) {
      // The later one knows what the earlier one was.
      const why = life.seq ? `the entry was altered: ${seq} is chained to another` : BROKEN
      broken(life.seq || seq, why)
    }
    try {
      life.state = follow(life.state, { subject: life.subject, revision, change })
      hear(life, name, entry, change.publication?.[1] ?? null, faults)
    } catch (error) {
      if (!(error instanceof BrokenLife)) throw error
      broken(seq, `the life does not hold (${error.message})`)
    }
  }
  life.seq = seq
  life.hash = entry.hash
}

/** Holds what an entry told the public against what it recorded of it. */
function hear(
  life: Life,
  name: string,
  { seq, subject, claim, told }: EntryRow,
  recorded: unknown,
  faults: Faults,
): void {
  if (told) life.told += 1
  if (recorded === null && !told) return
  const isSame =
    told !== null &&
    told.hash === recorded &&
    typeof told.body === 'string' &&
    sha256(told.body) === recorded &&
    told.verdict === subject &&
    told.claim === claim &&
    told.status === life.state?.status
  if (isSame) return
  faults.beside(Number(seq), name, `its publication ${told ? 'was altered' : 'is gone'}`)
}
