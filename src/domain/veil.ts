import type { SealedEntry } from './ledger.ts'
import { has, type Member } from './member.ts'
import type { Reading } from './reading.ts'
import { publicStatuses } from './status.ts'
import type { Verdict } from './verdict.ts'

/** What bears on who may see a version at work: who holds its claim, and the readings filed on it. */
export type Veil = { assignee: string | null; readings: Reading[] }

/**
 * Whether a member may see what a version says. What was public is everybody's; a version at work is
 * the checkers'; one that is read blind is its writers' and its holder's alone, editors included, until
 * a colleague has filed a reading of their own.
 */
export function maySee(
  verdict: Pick<Verdict, 'id' | 'status' | 'mode' | 'author' | 'writers'>,
  member: Member,
  { assignee, readings }: Veil,
): boolean {
  if (publicStatuses.includes(verdict.status)) return true
  if (!has(member, 'checker')) return false
  const filed = readings.some(({ verdict: of, mode }) => of === verdict.id && mode === 'blind')
  if (verdict.mode !== 'blind' || filed) return true
  return [verdict.author, ...verdict.writers, assignee].includes(member.id)
}

const speaksOf = new Set(['propose', 'return', 'publish'])

/**
 * A life without what a member may not see: what happened to hidden versions, and what was said of them
 * on the way. A viewer reads no word of a review, of older versions either.
 * @param hidden ids of the versions that `maySee` keeps from the member
 */
export function veiled(
  entries: SealedEntry[],
  hidden: ReadonlySet<string>,
  member: Member,
): SealedEntry[] {
  const isSilent = hidden.size > 0 || !has(member, 'checker')
  return entries
    .filter(({ kind, subject }) => kind !== 'verdict' || !hidden.has(subject))
    .map((one) => (isSilent && speaksOf.has(one.verb) ? { ...one, comment: null } : one))
}
