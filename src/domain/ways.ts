import type { Claim } from './claim.ts'
import { type Desk, readingFor } from './desk.ts'
import { type Change, record } from './ledger.ts'
import type { Act } from './member.ts'
import type { Standing } from './moving.ts'
import { type ReadingMode, wayOf } from './reading.ts'
import { readingOf } from './reading-state.ts'
import { isVerdictChange, type Verdict } from './verdict.ts'

/** A version that is read in this way from now on; nothing where it is so already. */
function changeWay(version: Verdict, mode: ReadingMode | null, act: Act): Change[] {
  if (version.mode === mode) return []
  const { claim } = version
  return [record('verdict', 'change_way', act, version, { ...version, mode }, { claim })]
}

/** A proposal that waits for its reader, and the claim that it is about. */
export type Waiting = { claim: Pick<Claim, 'topics'>; verdict: Verdict }

/**
 * Where a desk comes to read more strictly, so does what is in review already.
 * @param desk as it reads from now on
 */
export const tightening = (desk: Desk, waiting: Waiting[], act: Act): Change[] =>
  waiting.flatMap(({ claim, verdict }) =>
    changeWay(verdict, wayOf(verdict, readingFor(desk, claim)), act),
  )

/**
 * Where a claim comes to say something else, nobody has read it blind any more: who agreed did so on another
 * statement. Its verdict is no secret since that reading, so that nobody can read it blind anew either: it
 * is read by two.
 * @param changes what is decided on the claim
 * @returns the same, and that its blind reading holds no more, where there is one
 */
export function lapsing(
  changes: Change[],
  claim: Claim,
  { working, readings = [] }: Standing,
  act: Act,
): Change[] {
  const saysElse = changes.some(
    ({ entry }) =>
      entry.subject === claim.id && ('statement' in entry.change || 'kind' in entry.change),
  )
  if (!saysElse || working?.mode !== 'blind') return changes
  const reading = readingOf(working, readings)
  if (!reading) return changes
  const lapsed = { ...reading, outcome: 'lapsed' } as const
  // It may go back to work in the same save.
  const stepped = changes.filter(isVerdictChange).find(({ after }) => after.id === working.id)
  return [
    ...changes,
    record('reading', 'lapse', act, reading, lapsed, { claim: claim.id }),
    ...changeWay(stepped?.after ?? working, 'two_readers', act),
  ]
}
