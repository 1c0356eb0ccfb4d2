import type { Claim } from '../domain/claim.ts'
import { has, type Member } from '../domain/member.ts'
import { hindrance, type Standing } from '../domain/moving.ts'
import { maySee } from '../domain/veil.ts'
import type { Verdict } from '../domain/verdict.ts'
import { standingOf } from './deciding.ts'
import type { Desk } from './open.ts'

const REVIEWS = 200

/**
 * Lists show what a version at work says to its author and to editors alone, and one that is read blind
 * to nobody who may not see it.
 */
export const mayList = (
  verdict: Verdict,
  member: Member,
  { assignee }: Pick<Claim, 'assignee'>,
  { readings = [] }: Pick<Standing, 'readings'>,
): boolean =>
  (verdict.author === member.id || has(member, 'editor')) &&
  maySee(verdict, member, { assignee, readings })

/** How these claims stand, each with its versions, and the second readings of the one at work. */
export async function standingsOf({ store }: Desk, claims: Claim[]) {
  const ids = claims.map(({ id }) => id)
  const verdicts = await store.verdicts.of(ids)
  const atWork = (mode: Verdict['mode']) =>
    verdicts.filter((one) => one.mode === mode && ['draft', 'proposed'].includes(one.status))
  const strict = [...atWork('blind'), ...atWork('two_readers')]
  const [readings, holders] = await Promise.all([
    store.readings.of(strict.map(({ claim }) => claim)),
    store.ledger.holders(atWork('blind').map(({ claim }) => claim)),
  ])
  const own = <T extends { claim: string }>(some: T[], id: string) =>
    some.filter(({ claim }) => claim === id)
  return new Map(
    ids.map((id) => {
      const versions = own(verdicts, id)
      const standing = standingOf(versions, own(readings, id))
      return [id, { ...standing, versions, holders: holders.get(id) ?? [] }]
    }),
  )
}

/** What a proposal asks of a colleague. */
export type Asked = 'read' | 'sign' | 'read_blind' | 'adjudicate' | 'editor' | 'colleague' | 'yours'

/** What a proposal asks of this member now. */
function askedOf(claim: Claim, standing: Standing, member: Member): Asked {
  const may = (move: 'read' | 'adjudicate' | 'publish') =>
    hindrance(move, claim, standing, { member }) === null
  const { working } = standing
  if (working?.author === member.id) return 'yours'
  if (may('read')) return working?.mode === 'blind' ? 'read_blind' : 'sign'
  if (may('adjudicate')) return 'adjudicate'
  const strict = working?.mode === 'blind' || working?.mode === 'two_readers'
  if (strict) return may('publish') ? 'read' : 'colleague'
  return has(member, 'editor') ? 'read' : 'editor'
}

/** What waits for a second reading: proposals, and typos mended by one editor alone. */
export async function listReviews(desk: Desk, member: Member) {
  const { store } = desk
  const page = { sort: 'waiting', after: null, limit: REVIEWS } as const
  const [{ claims }, typos, scale] = await Promise.all([
    store.queue.list({ stage: 'in_review' }, page),
    store.verdicts.unreadTypos(),
    store.desks.scale(),
  ])
  const standings = await standingsOf(desk, claims)
  const typoClaims = await store.claims.byIds(typos.map(({ claim }) => claim))
  const authors = [...standings.values()].flatMap(({ working }) => working?.author ?? [])
  const names = await store.people.names([...new Set(authors)])
  return {
    waiting: claims.flatMap((claim) => {
      const standing = standings.get(claim.id)
      const working = standing?.working
      if (!standing || !working) return []
      const author = names[working.author] ?? ''
      const asked = askedOf(claim, standing, member)
      const verdict = mayList(working, member, claim, standing) ? working : null
      return [{ claim, verdict, author, asked, since: claim.stageSince }]
    }),
    typos: typos.flatMap((verdict) => {
      const claim = typoClaims.find(({ id }) => id === verdict.claim)
      return claim ? [{ claim, verdict, mine: verdict.author === member.id }] : []
    }),
    scale,
  }
}

/** How many proposals, and mended typos, wait for this member's reading; shown in the header. */
export async function countReviews(desk: Desk, member: Member): Promise<number> {
  const { store } = desk
  const [ordinary, strict] = await Promise.all([
    store.verdicts.countWaiting(member.id, has(member, 'editor')),
    store.verdicts.readStrictly(REVIEWS),
  ])
  if (strict.length === 0) return ordinary
  const claims = await store.claims.byIds(strict.map(({ claim }) => claim))
  const standings = await standingsOf(desk, claims)
  const waiting = claims.filter((claim) => {
    const standing = standings.get(claim.id)
    return standing && !['yours', 'colleague'].includes(askedOf(claim, standing, member))
  })
  return ordinary + waiting.length
}
