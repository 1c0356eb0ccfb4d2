import { z } from 'zod'
import { type Change, record } from './ledger.ts'
import { type Act, demand } from './member.ts'
import { needed, optional, parse } from './parse.ts'
import { Refusal } from './refusal.ts'

/** What became of words in a newer text, where a person has to look. */
export const driftStatuses = ['changed', 'ambiguous', 'gone'] as const

/**
 * How a task ended: the words as they were stand; they were placed anew; or the program found them
 * again, to the letter and without a doubt.
 */
export const driftOutcomes = ['stands', 'placed', 'found_again'] as const

/**
 * A task: the words of an appearance or a quote are not, or not for certain, in what stands at their
 * source now. A person settles it; the program only closes what it finds again to the letter.
 */
export type Drift = {
  id: string
  revision: number
  claim: string
  /** Whose words: an appearance or a piece of evidence, by its id. */
  about: string
  aboutKind: 'appearance' | 'evidence'
  source: string | null
  /** The newer snapshot of the source. */
  snapshot: string | null
  /** The newer version, of an article. */
  version: string | null
  /** What became of the words there. */
  status: (typeof driftStatuses)[number]
  outcome: (typeof driftOutcomes)[number] | null
  openedAt: string
  settledAt: string | null
}

/** What was found, of whose words, and where. */
export type Drifted = Pick<
  Drift,
  'claim' | 'about' | 'aboutKind' | 'source' | 'snapshot' | 'version' | 'status'
>

export const isOpen = ({ settledAt }: Drift): boolean => settledAt === null

/** Whether what became of words asks for a person. */
export const isDrift = (status: string): status is Drift['status'] =>
  driftStatuses.some((one) => one === status)

/** @throws Refusal `forbidden` */
export function openDrift(newId: string, found: Drifted, act: Act): Change {
  demand(act.member, 'checker')
  const { claim } = found
  const after: Drift = {
    id: newId,
    revision: 0,
    ...found,
    outcome: null,
    openedAt: act.at,
    settledAt: null,
  }
  return record('drift', 'open', act, null, after, { claim })
}

/** The source changed once more while the task is open: it speaks of the newest text. */
function followDrift(drift: Drift, found: Drifted, act: Act): Change {
  const { claim } = found
  return record('drift', 'follow', act, drift, { ...drift, ...found }, { claim })
}

/** The words are there again, to the letter: nobody has to look any more. */
export function closeDrift(drift: Drift, act: Act): Change {
  const after: Drift = { ...drift, outcome: 'found_again', settledAt: act.at }
  return record('drift', 'close', act, drift, after, { claim: drift.claim })
}

export const letStandInput = z.object({ comment: needed(1000) })
export const placedInput = z.object({ comment: optional(1000) })

/** @throws Refusal `forbidden`; `wrong_status` where somebody settled it before */
function demandOpen(drift: Drift, act: Act): void {
  demand(act.member, 'checker')
  if (isOpen(drift)) return
  throw new Refusal('wrong_status', { values: { step: 'settle', status: 'settled' } })
}

/**
 * What was kept before the source changed stands as the proof of the words.
 * @throws Refusal `forbidden`, `wrong_status`; `invalid` without a word why
 */
export function letStand(drift: Drift, input: unknown, act: Act): Change {
  demandOpen(drift, act)
  const { comment } = parse(letStandInput, input)
  const { claim } = drift
  const after: Drift = { ...drift, outcome: 'stands', settledAt: act.at }
  return record('drift', 'stand', act, drift, after, { claim, comment })
}

/**
 * The words have a place again that a person gave them.
 * @throws Refusal `forbidden`, `wrong_status`, `invalid`
 */
export function placeDrift(drift: Drift, input: unknown, act: Act): Change {
  demandOpen(drift, act)
  const { comment } = parse(placedInput, input)
  const { claim } = drift
  const after: Drift = { ...drift, outcome: 'placed', settledAt: act.at }
  return record('drift', 'place', act, drift, after, { claim, comment })
}

/**
 * What a newer text makes of the task of some words: one is opened, goes on, or is closed.
 * @param last the newest task of the same words, open or settled
 * @param isOlder whether what proves the words was kept before that task was opened: then *stands* was
 *   said of these very words, and holds as long as the same became of them
 * @param status what became of the words
 * @returns null where nobody has to look
 */
export function driftOf(
  newId: string,
  last: Drift | null,
  { status, ...found }: Omit<Drifted, 'status'> & { status: string },
  isOlder: boolean,
  act: Act,
): Change | null {
  const open = last && isOpen(last) ? last : null
  if (!isDrift(status)) return open && closeDrift(open, act)
  if (open) return followDrift(open, { ...found, status }, act)
  const stands = last?.outcome === 'stands' && last.status === status && isOlder
  return stands ? null : openDrift(newId, { ...found, status }, act)
}
