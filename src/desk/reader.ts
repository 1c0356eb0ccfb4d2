import { type Anchor, anchor } from '../domain/anchor.ts'
import type { Appearance } from '../domain/appearance.ts'
import { type Sentence, sentences } from '../ingest/sentences.ts'
import { findArticle } from './articles.ts'
import { known, standingOf } from './deciding.ts'
import type { Desk } from './open.ts'

/** Sentences are cut once for each version that is being read; a long text takes a while. */
const cuts = new Map<string, Sentence[]>()
/** How many sentences are kept: of many usual articles, or of a few long ones. */
const KEPT = 100_000

/** The sentences of a version of an article. */
export function cut(version: string, text: string, language: string): Sentence[] {
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

/** Where an appearance stands in the version that is shown, whichever it was taken from. */
function placeIn(version: { id: string; body: string }, appearance: Appearance): Anchor {
  const { start, end } = appearance
  if (appearance.version === version.id) return { status: 'exact', start, end }
  return anchor(version.body, appearance)
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
  const [claims, verdicts, scale] = await Promise.all([
    store.claims.byIds(ids),
    store.verdicts.of(ids),
    store.desks.scale(),
  ])
  const taken = appearances.flatMap((appearance) => {
    const claim = claims.find((one) => one.id === appearance.claim)
    if (!claim) return []
    const told = standingOf(verdicts.filter((one) => one.claim === claim.id)).publicVerdict
    const rating = scale.find((one) => one.id === told?.rating) ?? null
    return [{ appearance, place: placeIn(version, appearance), claim, rating }]
  })
  return { article, version, sentences: cut(version.id, version.body, article.language), taken }
}
