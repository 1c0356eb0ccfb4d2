import type { Claim } from '../domain/claim.ts'
import { type Evidence, isUsable } from '../domain/evidence.ts'
import type { Member } from '../domain/member.ts'
import { checking } from '../domain/validity.ts'
import { known } from './deciding.ts'
import type { Desk } from './open.ts'
import { placesOf } from './places.ts'
import { mayList, standingsOf } from './reviews.ts'

/** What a list says of each claim, in the order given. */
export async function queueRows(desk: Desk, member: Member, claims: Claim[]) {
  const { store } = desk
  const ids = claims.map(({ id }) => id)
  const [appearances, evidence, standings] = await Promise.all([
    store.claims.appearances(ids),
    store.claims.evidence(ids),
    standingsOf(desk, claims),
  ])
  const places = await placesOf(desk, appearances)
  const holders = claims.flatMap(({ assignee }) => assignee ?? [])
  const names = await store.people.names([...new Set(holders)])
  return claims.map((claim) => {
    const own = places.filter(({ appearance }) => appearance.claim === claim.id)
    const standing = known(standings.get(claim.id) ?? null)
    const { working, publicVerdict, lastPublic, versions } = standing
    return {
      claim,
      lead: own.find(({ appearance }) => appearance.id === claim.leadAppearance) ?? own[0] ?? null,
      appearances: own.length,
      supports: usable(evidence, claim.id, 'supports'),
      refutes: usable(evidence, claim.id, 'refutes'),
      told: publicVerdict,
      unchecked: own.filter(({ appearance }) => checking(versions)?.(appearance) === false).length,
      withdrawn: publicVerdict === null && lastPublic > 0,
      proposed: working && mayList(working, member, claim, standing) ? working : null,
      assignee: claim.assignee ? (names[claim.assignee] ?? null) : null,
    }
  })
}

const usable = (evidence: Evidence[], claim: string, stance: Evidence['stance']): number =>
  evidence.filter((one) => one.claim === claim && one.stance === stance && isUsable(one)).length
