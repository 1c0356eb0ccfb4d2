import { hash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import {
  type Import,
  type ImportProgress,
  type LabelMet,
  noTally,
  type RefusedRecord,
  type Tally,
} from '../../domain/import.ts'
import { labelKeyOf } from '../../domain/label.ts'
import { type Ruling, rulingName } from '../../domain/ruling.ts'
import type { RulingRead } from '../../domain/ruling-record.ts'
import type { ImportBatch } from '../../store/imports.ts'
import { known } from '../deciding.ts'
import { type Met, type Room, recordsOf } from './records.ts'

/** So many records, or characters of them, are written at once: nobody waits longer for the database. */
const MOST_RECORDS = 250
const MOST_LETTERS = 1_000_000

/** Between two batches, in milliseconds: others get to write, and whoever stops the reading is heard. */
const PAUSE = 2

/** What of a record tells one from another; in this order, for as long as there are hashes. */
const told = [
  ...['key', 'publisher', 'publisherName', 'url', 'title', 'statement', 'language', 'claimant'],
  ...['claimantRole', 'claimedOn', 'reviewedOn', 'label', 'appearances', 'links', 'original'],
] as const satisfies (keyof RulingRead)[]

const sha256 = (text: string): string => hash('sha256', text)

/** A ruling of what was read, as an import brings it. */
function rulingOf(read: RulingRead, { newId, now }: Room, { id }: Import): Ruling {
  const received = sha256(JSON.stringify(told.map((field) => read[field])))
  const labelKey = labelKeyOf(read.label)
  const about = { hash: received, labelKey, import: id, addedAt: now(), changedAt: null }
  return { id: newId(), ...read, ...about }
}

/** The numbers by which a source's records are told apart: hashes cut short, as there may be very many. */
const NAME_DIGITS = 13
const HASH_DIGITS = 8

/**
 * The first record of its publisher and key counts. One that says the same once more is the same; one that says something
 * else is refused: else it would change the first one each time that the source is brought in.
 */
function metBefore() {
  const met = new Map<number, number>()
  return (ruling: Ruling): 'new' | 'same' | 'twice' => {
    const name = Number.parseInt(sha256(rulingName(ruling)).slice(0, NAME_DIGITS), 16)
    const says = Number.parseInt(ruling.hash.slice(0, HASH_DIGITS), 16)
    const before = met.get(name)
    if (before === undefined) met.set(name, says)
    return before === undefined ? 'new' : before === says ? 'same' : 'twice'
  }
}

type Sorted = { rulings: Ruling[]; refused: RefusedRecord[]; same: number; turnedAway: number }

const START = 200

/** Why a record is not brought in, or null. */
function refusalOf(record: Met): Omit<RefusedRecord, 'line' | 'kept'> | null {
  if ('unread' in record) return { code: 'not_fetched', field: null, excerpt: record.unread }
  if (!('refused' in record)) return null
  const { refused: code, field, excerpt } = record
  return { code, field, excerpt }
}

/** Parts records into what can be brought in and what cannot. */
function sorting(room: Room, one: Import) {
  const meet = metBefore()
  return (into: Sorted, record: Met): void => {
    const { line } = record
    const ruling = 'read' in record ? rulingOf(record.read, room, one) : null
    const kind = ruling && meet(ruling)
    const excerpt = ruling?.statement.slice(0, START) ?? ''
    const refused =
      kind === 'twice' ? ({ code: kind, field: null, excerpt } as const) : refusalOf(record)
    if (refused) {
      into.refused.push({ line, ...refused, kept: 0 })
      into.turnedAway += 1
      return
    }
    if (kind === 'same') into.same += 1
    else if (ruling) into.rulings.push(ruling)
    const notes = 'read' in record ? record.notes : []
    for (const note of notes) into.refused.push({ line, ...note, kept: 1 })
  }
}

/** So many labels are told of: a publisher that writes prose has as many as rulings. */
const MOST_LABELS = 200

/** Which labels were met, and how often. */
function labelsMet() {
  const met = new Map<string, LabelMet>()
  return (rulings: Ruling[]): LabelMet[] => {
    for (const { publisher, labelKey, label, language } of rulings) {
      const key = `${publisher} ${labelKey}`
      const one = met.get(key)
      if (one) one.records += 1
      else if (met.size < MOST_LABELS) met.set(key, { publisher, label, language, records: 1 })
    }
    return [...met.values()]
  }
}

const nothing = (): Sorted => ({ rulings: [], refused: [], same: 0, turnedAway: 0 })

/** The records of a source by the batch, after so many of them. */
async function* batchesOf(room: Room, one: Import, after: number) {
  let [done, read, letters] = [0, 0, 0]
  let [from, sorted] = [after, nothing()]
  const sort = sorting(room, one)
  const records = recordsOf(room, one, (bytes) => {
    read += bytes
  })
  for await (const record of records) {
    done += 1
    sort(sorted, record)
    if (done <= after) {
      // What came in before is known by its name alone.
      if (done % MOST_RECORDS === 0 || done === after) sorted = nothing()
      continue
    }
    letters += 'read' in record ? record.read.original.length : 0
    if (done - from < MOST_RECORDS && letters < MOST_LETTERS) continue
    yield { from, done, read, ...sorted }
    ;[from, letters, sorted] = [done, 0, nothing()]
  }
  // Also where nothing is left: that it is at its end is written down.
  yield { from, done: Math.max(done, from), read, ...sorted }
}

/** What would come of rulings. */
async function foreseen({ store }: Room, rulings: Ruling[]): Promise<Tally> {
  const there = await store.rulings.hashes(rulings)
  const tally = { ...noTally }
  for (const ruling of rulings) {
    const old = there.get(rulingName(ruling))
    tally[old === undefined ? 'added' : old === ruling.hash ? 'same' : 'changed'] += 1
  }
  return tally
}

/** Where the reading of an import begins: a dry run always anew, an import where it was. */
async function beginning({ store, now }: Room, { id, status }: Import): Promise<number> {
  const phase = status === 'running' ? 'run' : 'look'
  const there = await store.imports.progress(id)
  if (phase === 'run' && there?.phase === 'run') return there.done
  await store.imports.begin(id, phase, now())
  return 0
}

/**
 * Reads the source of an import as it stands: one that is looked through leaves nothing but its own row and
 * what it would refuse; one that is running brings its rulings in, each batch all at once. Whatever ends it,
 * it goes on after the last batch that was written.
 * @returns after each batch, how far it is
 * @throws Refusal `not_found`; `busy` where another process reads it; what the disk refuses
 */
export async function* workOn(room: Room, id: string): AsyncGenerator<ImportProgress> {
  const { store, now } = room
  const one = known(await store.imports.find(id))
  const isDry = one.status !== 'running'
  const phase = isDry ? 'look' : 'run'
  const after = await beginning(room, one)
  const met = labelsMet()
  for await (const batch of batchesOf(room, one, after)) {
    const { rulings, refused, same, turnedAway, ...place } = batch
    const tally = isDry ? await foreseen(room, rulings) : { ...noTally }
    tally.same += same
    tally.refused += turnedAway
    const brought = isDry ? [] : rulings
    const labels = isDry ? met(rulings) : []
    const write: ImportBatch = {
      import: id,
      phase,
      ...place,
      tally,
      rulings: brought,
      refused,
      labels,
      at: now(),
    }
    await store.imports.keep(write)
    const progress = await store.imports.progress(id)
    if (progress) yield progress
    await pause(PAUSE)
  }
}
