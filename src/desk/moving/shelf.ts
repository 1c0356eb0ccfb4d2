import { claimantKey } from '../../domain/claimant.ts'
import type { Shelf } from '../../domain/moved/shelf.ts'
import type { PublicVerdict } from '../../interchange/verdict-export.ts'
import type { Desk } from '../open.ts'

/** Each once. */
const some = (values: string[]): string[] => [...new Set(values)]

const byId = <T extends { id: string }>(all: T[]): Map<string, T> =>
  new Map(all.map((one) => [one.id, one]))

/** What the desk has of what some verdicts speak of. */
export async function shelfFor({ store }: Desk, told: PublicVerdict[]): Promise<Shelf> {
  const { moved } = store
  const claimIds = some(told.map(({ claimId }) => claimId))
  const places = told.flatMap(({ appearances }) => appearances)
  const articleIds = some(places.map(({ article }) => article.id))
  const keys = some(places.map(({ claimant }) => claimantKey(claimant.name ?? '')))
  const evidenceIds = some(told.flatMap(({ evidence }) => evidence.map(({ id }) => id)))
  const versions = await moved.versions(articleIds)
  const claimants = await moved.claimants(keys)
  return {
    scale: await store.desks.scale(),
    claims: byId(await store.claims.byIds(claimIds)),
    verdicts: Map.groupBy(await store.verdicts.of(claimIds), ({ claim }) => claim),
    articles: byId(await store.articles.byIds(articleIds)),
    shown: new Map(versions.map((one) => [one.version.article, one])),
    claimants: new Map(claimants.map((one) => [one.key, one])),
    appearances: byId(await moved.appearances(some(places.map(({ id }) => id)))),
    evidence: byId(await moved.evidence(evidenceIds)),
    searches: Map.groupBy(await moved.searches(claimIds), ({ claim }) => claim),
    contacts: Map.groupBy(await moved.contacts(claimIds), ({ claim }) => claim),
  }
}
