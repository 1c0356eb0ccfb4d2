import {
  type Article,
  type ArticleVersion,
  addArticle,
  describeArticle,
} from '../domain/article.ts'
import { demand, type Member } from '../domain/member.ts'
import { unsettle } from '../domain/review.ts'
import { cleanText, decodeText } from '../ingest/decode.ts'
import { readText } from '../ingest/read.ts'
import { type Sentence, sentences } from '../ingest/sentences.ts'
import type { Cursor } from '../store/articles.ts'
import { sha256 } from '../store/seal.ts'
import { actOf, demandRevision, findClaim, isEmpty, known, once, standingOf } from './deciding.ts'
import type { Desk } from './open.ts'

export const PAGE = 50

/** The same text, whatever its white space, has the same key. */
const keyOf = (text: string): string => sha256(text.normalize('NFC').replace(/\s+/g, ' ').trim())

/**
 * What a text says of itself, and whether the desk has it. Nothing is stored.
 * @param given a text, or a file's bytes in UTF-8, UTF-16 or Windows-1252
 * @throws Refusal `forbidden`; `invalid`, `too_large` or `binary` where the text cannot be one
 */
export async function readArticle(desk: Desk, member: Member, given: string | Uint8Array) {
  demand(member, 'checker')
  const reading = readText(typeof given === 'string' ? given : decodeText(given), {
    today: desk.now().slice(0, 10),
  })
  const there = await desk.store.articles.versionByKey(keyOf(reading.text))
  return { reading, there: there?.article ?? null }
}

/**
 * Keeps an article. The same text again, or the same form again, is the article that is there.
 * @param newId the id that the form was given
 * @returns the article's id, and whether it is new
 * @throws Refusal `forbidden`, `invalid`, `too_large`, `binary`
 */
export async function importArticle(
  desk: Desk,
  member: Member,
  article: { newId: string; text: string; source: ArticleVersion['source']; details: unknown },
): Promise<{ id: string; isNew: boolean }> {
  demand(member, 'checker')
  const text = cleanText(article.text)
  const hash = sha256(text)
  const key = keyOf(text)
  const ids = { article: article.newId, version: desk.newId() }
  const kept = { text: hash, key, source: article.source }
  const changes = addArticle(ids, kept, article.details, actOf(desk, member))
  let isNew = false
  await once(
    () => desk.store.articles.versionByKey(key),
    async () => {
      await desk.store.save(changes, { texts: [{ hash, text }] })
      isNew = true
    },
  )
  const there = known(await desk.store.articles.versionByKey(key))
  return { id: there.article, isNew }
}

/** @throws Refusal `forbidden`, `not_found`, `invalid`; `conflict` where somebody saved since */
export async function redescribeArticle(
  desk: Desk,
  member: Member,
  id: string,
  revision: number,
  details: unknown,
): Promise<void> {
  demand(member, 'checker')
  const article = known(await desk.store.articles.find(id))
  const change = describeArticle(article, details, actOf(desk, member))
  if (isEmpty(change)) return
  demandRevision(article, revision)
  // What a reviewer reads of the article is published with the verdict: such proposals go back.
  const act = actOf(desk, member)
  const readers = await desk.store.claims.inReviewFrom(id)
  const found = await Promise.all(readers.map((claim) => findClaim(desk, claim)))
  const unsettled = found.flatMap(({ claim, standing }) => unsettle(claim, standing, act))
  await desk.store.save([change, ...unsettled])
}

/** @throws Refusal `not_found` */
export const findArticle = async ({ store }: Desk, id: string): Promise<Article> =>
  known(await store.articles.find(id))

/** Newest first. */
export async function listArticles({ store }: Desk, after: Cursor | null) {
  const rows = await store.articles.list(after, PAGE + 1)
  const shown = rows.slice(0, PAGE)
  const last = shown.at(-1)?.article
  const more = rows.length > PAGE && last ? { at: last.addedAt, id: last.id } : null
  return { rows: shown, more }
}

/** Sentences are cut once for each version that is being read; a long text takes a while. */
const cuts = new Map<string, Sentence[]>()
const CUTS = 100

function cut(version: string, text: string, language: string): Sentence[] {
  const key = `${version} ${language}`
  const there = cuts.get(key)
  if (there) return there
  const made = sentences(text, language)
  cuts.set(key, made)
  for (const old of cuts.keys()) {
    if (cuts.size <= CUTS) break
    cuts.delete(old)
  }
  return made
}

/**
 * An article as the reader shows it: its text in sentences, and what was taken from it.
 * @throws Refusal `not_found`
 */
export async function openArticle(desk: Desk, id: string) {
  const { store } = desk
  const article = await findArticle(desk, id)
  const version = known(await store.articles.version(article.version))
  const appearances = await store.claims.appearancesIn(version.id)
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
    return [{ appearance, claim, rating: scale.find((one) => one.id === told?.rating) ?? null }]
  })
  return { article, version, sentences: cut(version.id, version.body, article.language), taken }
}
