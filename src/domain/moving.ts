import type { Claim } from './claim.ts'
import { type Change, record } from './ledger.ts'
import { type Act, has } from './member.ts'
import { Refusal, type RefusalCode } from './refusal.ts'
import { type Move, moves } from './stage.ts'
import type { Verdict } from './verdict.ts'

/** What bears on a move beyond the claim: the version at work, and whether one is public. */
export type Standing = { working: Verdict | null; publicVerdict: Verdict | null }

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
  return null
}

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
    publish: why('publish'),
    reopen: why('reopen'),
    keep: why('keep'),
  }
}
