import type { Claim } from './claim.ts'
import { type Change, record } from './ledger.ts'
import { type Act, has, type Member } from './member.ts'
import type { Reading } from './reading.ts'
import { readingOf, readingState } from './reading-state.ts'
import { Refusal, type RefusalCode } from './refusal.ts'
import { type Move, moves } from './stage.ts'
import { maySee } from './veil.ts'
import type { Verdict } from './verdict.ts'

/**
 * What bears on a move beyond the claim: the version at work, whether one is public, the second readings
 * that were filed, and, where a version is read blind, everybody who ever held the claim.
 */
export type Standing = {
  working: Verdict | null
  publicVerdict: Verdict | null
  readings?: Reading[]
  holders?: string[]
}

/**
 * Why a member cannot make a move now, or null where they can. The role is asked first, then the
 * stage, then the person's bond to the work, so that each refusal names the reason that matters.
 */
export function hindrance(
  move: Move,
  claim: Claim | null,
  standing: Standing,
  { member }: Pick<Act, 'member'>,
): RefusalCode | null {
  const row = moves[move]
  const from: readonly string[] = row.from
  if (!has(member, row.role)) return 'forbidden'
  if (!from.includes(claim?.stage ?? 'none')) return 'wrong_stage'
  if (move === 'reassign' && !claim?.assignee) return 'wrong_stage'
  if (move === 'set_aside' && standing.publicVerdict) return 'wrong_stage'
  if (move === 'keep' && !standing.publicVerdict) return 'wrong_stage'
  const holder = claim?.assignee ?? member.id
  if (row.bond === 'holder' && holder !== member.id && !has(member, 'editor')) return 'not_yours'
  if (row.bond === 'author' && standing.working?.author !== member.id) return 'not_yours'
  if (row.bond === 'not_author' && standing.working?.author === member.id) return 'four_eyes'
  if (row.bond === 'not_writer' && isWriter(standing.working, member.id)) return 'four_eyes'
  if (row.bond === 'sees' && !seesWork(claim, standing, member)) return 'not_yours'
  return secondReading(move, claim, standing, member)
}

/** What the second reading that a version needs, or has, says to a move. */
function secondReading(
  move: Move,
  claim: Claim | null,
  { working, readings = [], holders = [] }: Standing,
  { id }: Member,
): RefusalCode | null {
  if (move !== 'read' && move !== 'adjudicate' && move !== 'publish') return null
  const state = working ? readingState(working, readings) : 'not_needed'
  const reader = working && readingOf(working, readings)?.reader
  if (move === 'adjudicate') {
    if (state !== 'differs') return 'wrong_stage'
    return reader === id ? 'own_reading' : null
  }
  if (move === 'publish') {
    if (state === 'awaits') return 'unread'
    if (state === 'differs') return 'disputed'
    return working?.mode === 'two_readers' && reader === id ? 'own_reading' : null
  }
  if (state !== 'awaits') return 'wrong_stage'
  const filed = readings.some((one) => one.verdict === working?.id && one.reader === id)
  const held = [claim?.assignee, ...holders].includes(id)
  return working?.mode === 'blind' && (filed || held) ? 'seen' : null
}

/** Whether somebody may see the version at work; where none is, there is nothing to hide. */
export const seesWork = (
  claim: Claim | null,
  { working, readings = [] }: Standing,
  member: Member,
): boolean =>
  working === null || maySee(working, member, { assignee: claim?.assignee ?? null, readings })

const isWriter = (verdict: Verdict | null, person: string): boolean =>
  verdict !== null && (verdict.author === person || verdict.writers.includes(person))

/** @throws Refusal with the reason that `hindrance` gives */
export function demandMove(move: Move, claim: Claim | null, standing: Standing, act: Act): void {
  const code = hindrance(move, claim, standing, act)
  if (!code) return
  throw new Refusal(code, {
    values: { move, stage: claim?.stage ?? 'none', need: moves[move].role },
  })
}

/** The claim at the stage that a move leads to. */
const moved = (claim: Claim, move: Move, { at }: Act, fields: Partial<Claim> = {}): Claim => ({
  ...claim,
  stage: moves[move].to,
  stageSince: moves[move].to === claim.stage ? claim.stageSince : at,
  ...fields,
})

/** The change that a move makes, once `demandMove` let it pass. */
export function move(
  name: Move,
  claim: Claim,
  act: Act,
  fields: Partial<Claim> = {},
  comment: string | null = null,
): Change {
  const after = moved(claim, name, act, fields)
  return record('claim', name, act, claim, after, { claim: claim.id, comment })
}

/** For every move, why a member cannot make it now, or null where they can. */
export function hindrances(
  claim: Claim,
  standing: Standing,
  by: Pick<Act, 'member'>,
): Record<Move, RefusalCode | null> {
  const why = (name: Move) => hindrance(name, claim, standing, by)
  return {
    open: why('open'),
    take: why('take'),
    assign: why('assign'),
    reassign: why('reassign'),
    release: why('release'),
    set_aside: why('set_aside'),
    bring_back: why('bring_back'),
    propose: why('propose'),
    take_back: why('take_back'),
    return: why('return'),
    unsettle: why('unsettle'),
    read: why('read'),
    adjudicate: why('adjudicate'),
    publish: why('publish'),
    reopen: why('reopen'),
    keep: why('keep'),
  }
}
