import { eq } from 'drizzle-orm'
import type { Appearance } from '../../src/domain/appearance.ts'
import type { Claim } from '../../src/domain/claim.ts'
import type { Sort } from '../../src/domain/queue.ts'
import { openStages } from '../../src/domain/stage.ts'
import type { Verdict } from '../../src/domain/verdict.ts'
import type { Connection } from '../../src/store/connection.ts'
import type { ClaimFilter, shownFacets } from '../../src/store/queue.ts'

/** A claim with all that it can be found by, as its tables say. */
export type Whole = {
  claim: Claim
  /** The place in the ledger at which it was opened. */
  seq: number
  told: Verdict | null
  appears: Appearance[]
}

/** Every claim of a desk. */
export async function allClaims({ db, tables }: Connection): Promise<Whole[]> {
  const [claims, verdicts, appearances, ledger] = await Promise.all([
    db.select().from(tables.claims),
    db.select().from(tables.verdicts).where(eq(tables.verdicts.status, 'published')),
    db.select().from(tables.appearances),
    db.select().from(tables.ledger).where(eq(tables.ledger.revision, 1)),
  ])
  return claims.map((claim) => ({
    claim,
    seq: ledger.find(({ kind, subject }) => kind === 'claim' && subject === claim.id)?.seq ?? 0,
    told: verdicts.find((one) => one.claim === claim.id) ?? null,
    appears: appearances.filter((one) => one.claim === claim.id),
  }))
}

const claimantIn = ({ claimantKind, claimantId }: Appearance): string | null =>
  claimantKind === 'named' ? claimantId : claimantKind

type Facet = (typeof shownFacets)[number]

/** Its values of a facet. */
export function valuesOf({ claim, told, appears }: Whole, facet: Facet): string[] {
  const values: Record<Facet, (string | null)[]> = {
    rating: [told?.rating ?? null],
    reason: told?.reasons ?? [],
    language: [claim.language],
    kind: [claim.kind],
    topic: claim.topics ?? [],
    claimant: appears.map(claimantIn),
  }
  return [...new Set(values[facet].filter((one) => one !== null))]
}

/** What a filter means, said once more and slowly. */
export function meets(one: Whole, filter: ClaimFilter): boolean {
  const { stage, holder, claimant, article } = filter
  const { claim, appears } = one
  const isOpen = openStages.includes(claim.stage)
  const facets = ['rating', 'reason', 'language', 'kind', 'topic'] as const
  return (
    (!stage || claim.stage === stage) &&
    (!holder || (isOpen && claim.assignee === (holder === 'nobody' ? null : holder))) &&
    facets.every((facet) => !filter[facet] || valuesOf(one, facet).includes(filter[facet])) &&
    (!(claimant || article) ||
      appears.some(
        (at) => (!claimant || claimantIn(at) === claimant) && (!article || at.article === article),
      ))
  )
}

const due = ({ stage, dueOn }: Claim): string =>
  openStages.includes(stage) ? (dueOn ?? '9999-12-31') : '9999-12-32'

/** The claims that are found, sorted at the end, all of them. */
export function sortedSlowly(found: Whole[], sort: Sort): string[] {
  const key = ({ claim, seq }: Whole): string => {
    const number = String(seq).padStart(9, '0')
    const since = `${claim.stageSince} ${number}`
    return { due: `${due(claim)} ${since}`, waiting: since, newest: number, moved: since }[sort]
  }
  const ids = found.toSorted((a, b) => (key(a) < key(b) ? -1 : 1)).map(({ claim }) => claim.id)
  return sort === 'newest' || sort === 'moved' ? ids.reverse() : ids
}
