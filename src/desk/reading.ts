import type { Appearance } from '../domain/appearance.ts'
import type { Article } from '../domain/article.ts'
import type { Claim } from '../domain/claim.ts'
import { missing } from '../domain/drafting.ts'
import { type Evidence, isUsable } from '../domain/evidence.ts'
import type { SealedEntry } from '../domain/ledger.ts'
import { has, type Member } from '../domain/member.ts'
import { hindrances } from '../domain/moving.ts'
import type { Stage } from '../domain/stage.ts'
import { awaitsReader } from '../domain/typo.ts'
import type { Verdict } from '../domain/verdict.ts'
import type { Cursor } from '../store/articles.ts'
import type { ClaimFilter } from '../store/claims.ts'
import { PAGE } from './articles.ts'
import { findClaim, standingOf } from './deciding.ts'
import type { Desk } from './open.ts'

const HISTORY = 200

/** Lists show what a version at work says to its author and to editors alone. */
const mayList = (verdict: Verdict, member: Member): boolean =>
  verdict.author === member.id || has(member, 'editor')

async function placed({ store }: Desk, appearances: Appearance[]) {
  const ids = [...new Set(appearances.map(({ article }) => article))]
  const articles = new Map((await store.articles.byIds(ids)).map((one) => [one.id, one]))
  return appearances.flatMap((appearance) => {
    const article: Article | undefined = articles.get(appearance.article)
    return article ? [{ appearance, article }] : []
  })
}

/** People who can be given work, by name. */
async function colleagues({ store }: Desk) {
  const all = await store.people.list()
  const able = all.filter(({ person }) => !person.deactivatedAt && has(person, 'checker'))
  return able.map(({ person, name }) => ({ id: person.id, name }))
}

/** Everybody whom these entries, and what they changed, speak of. */
const mentioned = (entries: SealedEntry[]): string[] => {
  const people = new Set<string>()
  for (const { actor, change } of entries) {
    people.add(actor)
    for (const value of [change.assignee, change.author, change.reviewer].flat()) {
      if (typeof value === 'string') people.add(value)
    }
  }
  return [...people]
}

/**
 * A claim with everything its page shows, and what this member may do now.
 * @throws Refusal `not_found`
 */
export async function readClaim(desk: Desk, member: Member, id: string) {
  const { store } = desk
  const found = await findClaim(desk, id)
  const { claim, standing, versions } = found
  const [appearances, evidence, searches, entries, scale, able] = await Promise.all([
    store.claims.appearances([id]),
    store.claims.evidence([id]),
    store.claims.searchRecords(id),
    store.ledger.ofClaim(id, HISTORY),
    store.desks.scale(),
    colleagues(desk),
  ])
  // On its own page it is read by whoever could write on it, or is asked to read it.
  const hidden = standing.working !== null && !has(member, 'checker')
  const working = hidden ? null : standing.working
  const grounds = evidence.some(isUsable) || searches.length > 0
  const told = standing.publicVerdict
  const people = [
    ...mentioned(entries),
    ...versions.flatMap(({ author, reviewer }) => [author, reviewer ?? author]),
    ...(claim.assignee ? [claim.assignee] : []),
  ]
  return {
    claim,
    appearances: await placed(desk, appearances),
    evidence,
    searches,
    versions: hidden ? versions.filter(({ id }) => id !== standing.working?.id) : versions,
    working,
    workingHidden: hidden,
    told,
    everPublic: standing.lastPublic > 0,
    awaitsReader: told !== null && awaitsReader(told),
    scale,
    history: entries,
    names: await store.people.names([...new Set(people)]),
    moves: hindrances(claim, standing, { member }),
    missing: missing(standing.working ?? { rating: null, conclusion: '', rationale: '' }, grounds),
    colleagues: able,
    duplicateOf: claim.duplicateOf ? await store.claims.find(claim.duplicateOf) : null,
  }
}

const stanceCount = (evidence: Evidence[], claim: string, stance: Evidence['stance']) =>
  evidence.filter((one) => one.claim === claim && one.stance === stance && isUsable(one)).length

/** The queue: waiting longest first, with what each row shows. */
export async function listClaims(
  desk: Desk,
  member: Member,
  filter: ClaimFilter,
  after: Cursor | null,
) {
  const { store } = desk
  const found = await store.claims.list(filter, after, PAGE + 1)
  const claims = found.slice(0, PAGE)
  const ids = claims.map(({ id }) => id)
  const [appearances, evidence, verdicts, scale, tally] = await Promise.all([
    store.claims.appearances(ids),
    store.claims.evidence(ids),
    store.verdicts.of(ids),
    store.desks.scale(),
    store.claims.counts(filter.assignee),
  ])
  const leads = await placed(desk, appearances)
  const holders = claims.flatMap(({ assignee }) => (assignee ? [assignee] : []))
  const names = await store.people.names([...new Set(holders)])
  const rows = claims.map((claim: Claim) => {
    const own = leads.filter(({ appearance }) => appearance.claim === claim.id)
    const standing = standingOf(verdicts.filter((one) => one.claim === claim.id))
    const working = standing.working
    return {
      claim,
      lead: own.find(({ appearance }) => appearance.id === claim.leadAppearance) ?? own[0] ?? null,
      appearances: own.length,
      supports: stanceCount(evidence, claim.id, 'supports'),
      refutes: stanceCount(evidence, claim.id, 'refutes'),
      told: standing.publicVerdict,
      proposed: working && mayList(working, member) ? working : null,
      assignee: claim.assignee ? (names[claim.assignee] ?? null) : null,
    }
  })
  const last = claims.at(-1)
  const more = found.length > PAGE && last ? { at: last.stageSince, id: last.id } : null
  const counts: Record<Stage, number> = {
    inbox: 0,
    checking: 0,
    in_review: 0,
    decided: 0,
    set_aside: 0,
  }
  for (const { stage, claims: n } of tally) counts[stage] = n
  return { rows, counts, scale, more }
}

/** What waits for a second reading: proposals, and typos mended by one editor alone. */
export async function listReviews(desk: Desk, member: Member) {
  const { store } = desk
  const filter: ClaimFilter = { stage: 'in_review', assignee: null }
  const [claims, typos, scale] = await Promise.all([
    store.claims.list(filter, null, 200),
    store.verdicts.unreadTypos(),
    store.desks.scale(),
  ])
  const verdicts = await store.verdicts.of(claims.map(({ id }) => id))
  const typoClaims = await store.claims.byIds(typos.map(({ claim }) => claim))
  const names = await store.people.names([...new Set(verdicts.map(({ author }) => author))])
  return {
    waiting: claims.flatMap((claim) => {
      const { working } = standingOf(verdicts.filter((one) => one.claim === claim.id))
      if (!working) return []
      const author = names[working.author] ?? ''
      const mine = working.author === member.id
      const verdict = mayList(working, member) ? working : null
      return [{ claim, verdict, author, mine, since: claim.stageSince }]
    }),
    typos: typos.flatMap((verdict) => {
      const claim = typoClaims.find(({ id }) => id === verdict.claim)
      return claim ? [{ claim, verdict, mine: verdict.author === member.id }] : []
    }),
    scale,
  }
}

/** How many proposals, and mended typos, wait for this member's reading; shown in the header. */
export const countReviews = ({ store }: Desk, member: Member): Promise<number> =>
  store.verdicts.countWaiting(member.id, has(member, 'editor'))
