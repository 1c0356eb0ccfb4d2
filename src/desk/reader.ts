import { coverageOf } from '../domain/coverage.ts'
import { checking } from '../domain/validity.ts'
import { findArticle } from './articles.ts'
import { known, standingOf } from './deciding.ts'
import type { Desk } from './open.ts'
import { placesIn } from './placing.ts'
import { sentencesOf } from './sentences.ts'

/** The snapshot that a version was read from, and the address that it was taken of. */
async function cameFrom({ store }: Desk, id: string | null) {
  const snapshot = id ? await store.snapshots.find(id) : null
  const source = snapshot?.source ? await store.sources.find(snapshot.source) : null
  return { snapshot, source }
}

/** What is public of a claim, with its rating; null where nothing is. */
export async function publicOf({ store }: Desk, claim: string) {
  const [versions, scale] = await Promise.all([store.verdicts.of([claim]), store.desks.scale()])
  const verdict = standingOf(versions).publicVerdict
  return verdict && { verdict, rating: scale.find(({ id }) => id === verdict.rating) ?? null }
}

/**
 * An article as the reader shows it: its text in sentences, what was taken from it, each with its place
 * in this text, where it has one, and what became of each sentence.
 * @param versionId an older version of it; what is none of its versions gives the newest
 * @throws Refusal `not_found`
 */
export async function openArticle(desk: Desk, id: string, versionId?: string) {
  const { store } = desk
  const article = await findArticle(desk, id)
  const asked = versionId ? await store.articles.version(versionId) : null
  const own = asked?.article === id ? asked : null
  const version = own ?? known(await store.articles.version(article.version))
  const appearances = await store.claims.appearancesIn(id)
  const asides = await store.asides.standingIn(id)
  const ids = [...new Set(appearances.map(({ claim }) => claim))]
  const [claims, verdicts, scale, drifts, from, placeOf] = await Promise.all([
    store.claims.byIds(ids),
    store.verdicts.of(ids),
    store.desks.scale(),
    store.drifts.openOn(ids),
    cameFrom(desk, version.snapshot),
    placesIn(store, version, [...appearances, ...asides]),
  ])
  const taken = appearances.flatMap((appearance) => {
    const claim = claims.find((one) => one.id === appearance.claim)
    if (!claim) return []
    const versions = verdicts.filter((one) => one.claim === claim.id)
    const told = standingOf(versions).publicVerdict
    const unchecked = !(checking(versions)?.(appearance) ?? true)
    const rating = scale.find((one) => one.id === told?.rating) ?? null
    const drift = drifts.find(({ about }) => about === appearance.id) ?? null
    return [{ appearance, place: placeOf(appearance), claim, rating, unchecked, drift }]
  })
  const sentences = sentencesOf(version.id, version.body, article.language)
  const coverage = coverageOf(
    sentences,
    taken.map(({ place }) => place),
    asides.map((aside) => ({ aside, place: placeOf(aside) })),
  )
  return { article, version, sentences, taken, coverage, ...from }
}
