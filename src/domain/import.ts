import { type Change, record } from './ledger.ts'
import { type Act, demand } from './member.ts'
import { Refusal } from './refusal.ts'
import { unreadCodes } from './ruling-record.ts'

export const importStatuses = ['looking', 'looked', 'running', 'stopped', 'done', 'failed'] as const

/** How a source is read. */
export const importFormats = [
  'rulings', // JSON: ClaimReview, alone, in a list or a DataFeed, or on lines; Fact Check Tools answers
  'page', // a page of HTML
  'sitemap', // pages, by a list of their addresses
  'table', // CSV or TSV: its delimiter and its quotes are found out
] as const
export type ImportFormat = (typeof importFormats)[number]

/** What became of the records of a source, or would become of them. */
export type Tally = { added: number; changed: number; same: number; refused: number }
export const noTally: Tally = { added: 0, changed: 0, same: 0, refused: 0 }

/**
 * A file, a text or an address that is brought in once: by whom, what it was, and what came of it. The
 * rulings in it are no decisions of the desk but were received: the record names the SHA-256 of what was
 * received, and that is kept, so that each of them can be proved.
 */
export type Import = {
  id: string
  revision: number
  /** What the file is called, or the address it came from. */
  name: string
  url: string | null
  format: ImportFormat
  /** SHA-256 of the source, under which it is kept, and its bytes. */
  sha256: string
  size: number
  /** Whose the rulings are that do not say so themselves: a host. */
  publisher: string | null
  /** Of a table: SHA-256 of its head, and which column is what, as JSON. */
  head: string | null
  mapping: string | null
  status: (typeof importStatuses)[number]
  /** Why it failed: a code. */
  why: string | null
  /** By the dry run, and once it was brought in by what came of it; null before. */
  added: number | null
  changed: number | null
  same: number | null
  refused: number | null
  receivedAt: string
  startedAt: string | null
  endedAt: string | null
}

/** What is known of a source when it comes in. */
export type Received = Pick<
  Import,
  'name' | 'url' | 'format' | 'sha256' | 'size' | 'publisher' | 'head' | 'mapping'
>

/** Why a record was not brought in: it could not be read, or the import itself has a reason. */
export const refusedCodes = [...unreadCodes, 'twice', 'not_fetched'] as const
export type RefusedCode = (typeof refusedCodes)[number]

/** A record that was refused, or something that was left out of one that was kept. */
export type RefusedRecord = {
  line: number
  code: RefusedCode
  field: string | null
  excerpt: string
  /** 1 where the rest of the record was kept. */
  kept: number
}

/** A label that a source has, as its publisher writes it, and how many of its records have it. */
export type LabelMet = { publisher: string; label: string; language: string; records: number }

/** How far the reading of a source is; beside the record, as it changes all the time. */
export type ImportProgress = Tally & {
  phase: 'fetch' | 'look' | 'run'
  /** Records read, and bytes (of pages that are fetched: pages). */
  done: number
  read: number
  labels: LabelMet[]
  at: string
}

type Status = Import['status']

/** Which step leads from which status; the pages show the buttons by it. */
export const importSteps = {
  look: ['looking'],
  start: ['looked'],
  stop: ['looking', 'running'],
  continue: ['looking', 'running', 'stopped', 'failed'],
  finish: ['running'],
  fail: ['looking', 'running'],
  remap: ['looking', 'looked', 'stopped', 'failed'],
} as const satisfies Record<string, readonly Status[]>
export type ImportStep = keyof typeof importSteps

/** Whether a step leads on from where an import stands. */
export function canImport({ status, startedAt }: Import, step: ImportStep): boolean {
  // What was begun with one mapping is not ended with another.
  if (step === 'remap' && startedAt) return false
  return importSteps[step].some((from) => from === status)
}

/** @throws Refusal `forbidden`; `conflict` where it has moved on */
function demandStep(one: Import, step: ImportStep, act: Act): void {
  demand(act.member, 'editor')
  if (!canImport(one, step)) throw new Refusal('conflict')
}

/** A source comes in, to be looked through. @throws Refusal `forbidden` */
export function receiveImport(
  newId: string,
  received: Received,
  act: Act,
): Change & { after: Import } {
  demand(act.member, 'editor')
  const after: Import = {
    ...{ id: newId, revision: 0, ...received, status: 'looking', why: null },
    ...{ added: null, changed: null, same: null, refused: null },
    ...{ receivedAt: act.at, startedAt: null, endedAt: null },
  }
  return record('import', 'receive', act, null, after)
}

/** It was looked through: this would come of it. @throws Refusal `forbidden`, `conflict` */
export function endLook(one: Import, tally: Tally, act: Act): Change {
  demandStep(one, 'look', act)
  return record('import', 'look', act, one, { ...one, ...tally, status: 'looked', why: null })
}

/** It is brought in from now on. @throws Refusal `forbidden`, `conflict` */
export function startImport(one: Import, act: Act): Change {
  demandStep(one, 'start', act)
  return record('import', 'start', act, one, { ...one, status: 'running', startedAt: act.at })
}

/** Somebody stops it; what was brought in stays. @throws Refusal `forbidden`, `conflict` */
export function stopImport(one: Import, act: Act): Change {
  demandStep(one, 'stop', act)
  return record('import', 'stop', act, one, { ...one, status: 'stopped' })
}

/** It goes on where it was, whatever ended it. @throws Refusal `forbidden`, `conflict` */
export function continueImport(one: Import, act: Act): Change {
  demandStep(one, 'continue', act)
  const status = one.startedAt ? 'running' : 'looking'
  return record('import', 'continue', act, one, { ...one, status, why: null })
}

/** All of it was brought in. @throws Refusal `forbidden`, `conflict` */
export function finishImport(one: Import, tally: Tally, act: Act): Change {
  demandStep(one, 'finish', act)
  const after: Import = { ...one, ...tally, status: 'done', endedAt: act.at }
  return record('import', 'finish', act, one, after)
}

/** It cannot go on. @throws Refusal `forbidden`, `conflict` */
export function failImport(one: Import, why: string, act: Act): Change {
  demandStep(one, 'fail', act)
  return record('import', 'fail', act, one, { ...one, status: 'failed', why })
}

/**
 * Its columns mean something else than was guessed: it is looked through anew.
 * @throws Refusal `forbidden`, `conflict`
 */
export function remapImport(
  one: Import,
  mapped: Pick<Import, 'mapping' | 'publisher'>,
  act: Act,
): Change {
  demandStep(one, 'remap', act)
  const none = { added: null, changed: null, same: null, refused: null, why: null }
  return record('import', 'remap', act, one, { ...one, ...mapped, ...none, status: 'looking' })
}
