import { type Anchor, anchorIn, type Folded, folded } from '../domain/anchor.ts'
import type { Appearance } from '../domain/appearance.ts'
import { type Sentence, sentences } from '../ingest/sentences.ts'
import { findArticle } from './articles.ts'
import { known, standingOf } from './deciding.ts'
import type { Desk } from './open.ts'

/** Sentences are cut once for each version that is being read; a long text takes a while. */
const cuts = new Map<string, Sentence[]>()
/** How many sentences are kept: of many usual articles, or of a few long ones. */
const KEPT = 100_000

function cut(version: string, text: string, language: string): Sentence[] {
  const key = `${version} ${language}`
  const there = cuts.get(key)
  if (there) return there
  const made = sentences(text, language)
  cuts.set(key, made)
  let kept = 0
  for (const [old, { length }] of [...cuts].reverse()) {
    kept += length
    if (kept > KEPT && old !== key) cuts.delete(old)
  }
  return made
}

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
  const [claims, verdicts, scale, placeOf] = await Promise.all([
    store.claims.byIds(ids),
    store.verdicts.of(ids),
    store.desks.scale(),
    placesIn(desk, version, appearances),
  ])
  const taken = appearances.flatMap((appearance) => {
    const claim = claims.find((one) => one.id === appearance.claim)
    if (!claim) return []
    const told = standingOf(verdicts.filter((one) => one.claim === claim.id)).publicVerdict
    const rating = scale.find((one) => one.id === told?.rating) ?? null
    return [{ appearance, place: placeOf(appearance), claim, rating }]
  })
  return { article, version, sentences: cut(version.id, version.body, article.language), taken }
}
