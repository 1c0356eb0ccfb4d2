import { type Anchor, anchorIn, type Folded, folded } from '../domain/anchor.ts'
import type { Appearance } from '../domain/appearance.ts'
import { findArticle } from './articles.ts'
import { known, standingOf } from './deciding.ts'
import type { Desk } from './open.ts'
import { sentencesOf } from './sentences.ts'

type Version = { id: string; body: string }

/**
 * Where appearances stand in the version that is shown, each by the one it was taken from; texts are
 * folded only where somebody took something from another version.
 */
async function placesIn({ store }: Desk, version: Version, appearances: readonly Appearance[]) {
  const known = new Map<string, Folded>()
  const old = new Set(appearances.map((one) => one.version).filter((id) => id !== version.id))
  for (const one of await Promise.all([...old].map((id) => store.articles.version(id)))) {
    if (one) known.set(one.id, folded(one.body))
  }
  const text = old.size > 0 ? folded(version.body) : null
  return (appearance: Appearance): Anchor => {
    const { start, end } = appearance
    if (!text || appearance.version === version.id) return { status: 'exact', start, end }
    return anchorIn(text, appearance, known.get(appearance.version))
  }
}

/** The snapshot that a version was read from, and the address that it was taken of. */
async function cameFrom({ store }: Desk, id: string | null) {
  const snapshot = id ? await store.snapshots.find(id) : null
  const source = snapshot?.source ? await store.sources.find(snapshot.source) : null
  return { snapshot, source }
}

/**
 * An article as the reader shows it: its text in sentences, and what was taken from it, each with its
 * place in this text, where it has one.
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
  const ids = [...new Set(appearances.map(({ claim }) => claim))]
  const [claims, verdicts, scale, drifts, from, placeOf] = await Promise.all([
    store.claims.byIds(ids),
    store.verdicts.of(ids),
    store.desks.scale(),
    store.drifts.openOn(ids),
    cameFrom(desk, version.snapshot),
    placesIn(desk, version, appearances),
  ])
  const taken = appearances.flatMap((appearance) => {
    const claim = claims.find((one) => one.id === appearance.claim)
    if (!claim) return []
    const told = standingOf(verdicts.filter((one) => one.claim === claim.id)).publicVerdict
    const rating = scale.find((one) => one.id === told?.rating) ?? null
    const drift = drifts.find(({ about }) => about === appearance.id) ?? null
    return [{ appearance, place: placeOf(appearance), claim, rating, drift }]
  })
  const sentences = sentencesOf(version.id, version.body, article.language)
  return { article, version, sentences, taken, ...from }
}
