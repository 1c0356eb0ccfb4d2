import { z } from 'zod'
import type { Appearance } from './appearance.ts'
import { isAfter, lastDay } from './dates.ts'
import { type Change, record } from './ledger.ts'
import { type Act, demand } from './member.ts'
import { day, demandComing, parse } from './parse.ts'
import { Refusal } from './refusal.ts'
import { publicStatuses } from './status.ts'
import type { Verdict } from './verdict.ts'

/** What of an appearance says whether a verdict speaks of it. */
export type Claimed = Pick<Appearance, 'id' | 'claimedOn' | 'addedAt'>

/** Whether a date lies within the one that a verdict holds for; null where that cannot be told. */
function isWithin(claimedOn: string | null, holdsOn: string | null): boolean | null {
  if (!claimedOn || !holdsOn) return null
  if (lastDay(claimedOn) <= lastDay(holdsOn)) return true
  return isAfter(claimedOn, holdsOn) ? false : null
}

/**
 * Whether a verdict is checked for an appearance: it was claimed no later than on the date that the
 * verdict holds for, or a person confirmed the verdict for it. Where dates do not tell, what was there
 * when the verdict was read counts, and what was found later does not.
 * @param readAt when it was (ISO 8601)
 */
export function isChecked(
  { holdsOn, confirmed }: Pick<Verdict, 'holdsOn' | 'confirmed'>,
  appearance: Claimed,
  readAt: string,
): boolean {
  if (confirmed?.includes(appearance.id)) return true
  return isWithin(appearance.claimedOn, holdsOn) ?? appearance.addedAt <= readAt
}

/** When a public version was read whole: whoever mends a typo in it does not look at what came since. */
function readWhole(told: Verdict, versions: readonly Verdict[]): string {
  const { publishedAt } =
    versions.findLast(
      ({ number, status, correctionKind }) =>
        number <= told.number && correctionKind !== 'typo' && publicStatuses.includes(status),
    ) ?? told
  return publishedAt ?? ''
}

/**
 * For which appearances of a claim its public verdict is checked.
 * @param versions the claim's, oldest first
 * @returns null where nothing is public
 */
export function checking(versions: readonly Verdict[]): ((appearance: Claimed) => boolean) | null {
  const told = versions.find(({ status }) => status === 'published')
  if (!told) return null
  const readAt = readWhole(told, versions)
  return (appearance) => isChecked(told, appearance, readAt)
}

/** Why a public verdict is to be looked at again. */
export const dueReasons = ['planned', 'expired', 'found', 'reused'] as const
export type DueReason = (typeof dueReasons)[number]

/**
 * Why a public verdict is to be looked at again: the planned day is there; it may be relied on no longer,
 * without saying so itself, and no later day is planned; the claim was found again, and nobody confirmed
 * the verdict for that; the verdict that it took over stands no longer as it did.
 * @param unchecked how many appearances it is not checked for
 * @param isUnsettled whether somebody has to look at it for what became of the original (original.ts)
 * @param today YYYY-MM-DD, where the desk is
 */
export function dueFor(
  { recheckOn, validUntil, reasons }: Pick<Verdict, 'recheckOn' | 'validUntil' | 'reasons'>,
  unchecked: number,
  isUnsettled: boolean,
  today: string,
): DueReason[] {
  const isPlanned = recheckOn !== null && recheckOn <= today
  const saysSo = reasons.includes('outdated_since')
  const isOver = validUntil !== null && !saysSo && hasPassed(validUntil, today)
  const found: Record<DueReason, boolean> = {
    planned: isPlanned,
    expired: isOver && (recheckOn === null || isPlanned),
    found: unchecked > 0,
    reused: isUnsettled,
  }
  return dueReasons.filter((reason) => found[reason])
}

/** Whether a partial date lies wholly in the past. @param today YYYY-MM-DD */
const hasPassed = (date: string, today: string): boolean => lastDay(date) < today

const demandPublic = (step: string, { status }: Verdict): void => {
  if (status !== 'published') throw new Refusal('wrong_status', { values: { step, status } })
}

/**
 * Confirms what is public for one more appearance of its claim: whoever does so looked at it, and the
 * public is told.
 * @throws Refusal `forbidden`, `wrong_status`; `not_found` for an appearance of another claim
 */
export function confirmVerdict(told: Verdict, appearance: Appearance, act: Act): Change {
  demand(act.member, 'editor')
  demandPublic('confirm', told)
  if (appearance.claim !== told.claim) throw new Refusal('not_found')
  const confirmed = [...new Set([...(told.confirmed ?? []), appearance.id])]
  const { claim } = told
  return record('verdict', 'confirm', act, told, { ...told, confirmed }, { claim })
}

export const recheckInput = z.object({ recheckOn: day })

/** A desk plans for years, but not for decades. */
const FARTHEST_RECHECK_YEARS = 10

/**
 * Plans when a public verdict is looked at again, or takes the plan away. It is the desk's own: the
 * public is told nothing of it.
 * @throws Refusal `forbidden`, `wrong_status`; `invalid`, also for a new day that is past or too far off
 */
export function planRecheck(told: Verdict, input: unknown, act: Act): Change {
  demand(act.member, 'checker')
  demandPublic('plan_recheck', told)
  const { recheckOn } = parse(recheckInput, input)
  if (recheckOn !== told.recheckOn) demandRecheck(recheckOn, act)
  const { claim } = told
  return record('verdict', 'plan_recheck', act, told, { ...told, recheckOn }, { claim })
}

/** @throws Refusal `invalid` for a day that is past, or too far off */
export const demandRecheck = (recheckOn: string | null, { at }: Act): void =>
  demandComing(at, { recheckOn }, FARTHEST_RECHECK_YEARS)
