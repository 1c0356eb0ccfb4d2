import {
  type Article,
  type ArticleVersion,
  addArticle,
  addVersion,
  describeArticle,
} from '../domain/article.ts'
import { type Act, demand, type Member } from '../domain/member.ts'
import { id as idShape } from '../domain/parse.ts'
import { Refusal } from '../domain/refusal.ts'
import { unsettle } from '../domain/review.ts'
import { cleanText } from '../ingest/decode.ts'
import { sentences } from '../ingest/sentences.ts'
import type { Cursor } from '../store/articles.ts'
import { sha256 } from '../store/seal.ts'
import { actOf, demandRevision, findClaim, isEmpty, known, once } from './deciding.ts'
import { tasksInVersion } from './drifting.ts'
import { keyOf } from './incoming.ts'
import type { Desk } from './open.ts'
import { type TakenSnapshot, takeSnapshot } from './snapshots.ts'

export const PAGE = 50

/**
 * A text, how it came, and what it was read from: a snapshot by its id, or what takes one. Of a text
 * without either, itself is kept.
 */
type Brought = {
  text: string
  source: ArticleVersion['source']
  snapshot?: string | null
  take?: (act: Act) => Promise<TakenSnapshot>
}

/**
 * The snapshot that a text was read from.
 * @param hash of the text
 * @throws Refusal `invalid` on `snapshot` where that holds another text, or is none; and as `take` does
 */
async function snapshotOf(desk: Desk, act: Act, { text, snapshot, take }: Brought, hash: string) {
  if (!snapshot) return take ? take(act) : takeSnapshot(desk, act, { text })
  const there = idShape.safeParse(snapshot).success && (await desk.store.snapshots.find(snapshot))
  if (there && there.text === hash) return { snapshot: there, changes: [], texts: [], visits: [] }
  throw new Refusal('invalid', { fields: { snapshot: { code: 'not_here' } } })
}

/** More sentences than a book has; a text of nothing but full stops is no article. */
const MOST_SENTENCES = 20_000

/** @throws Refusal `invalid` on `text` where nobody could read it as an article */
function demandReadable(text: string): void {
  if (sentences(text, 'en').length <= MOST_SENTENCES) return
  const many = { code: 'too_many', values: { max: MOST_SENTENCES } } as const
  throw new Refusal('invalid', { fields: { text: many } })
}

/**
 * Keeps an article. The same text again, or the same form again, is the article that is there.
 * @param newId the id that the form was given
 * @returns the article's id, and whether it is new
 * @throws Refusal `forbidden`, `too_large`, `binary`, `disk_full`; `invalid`, also where the snapshot
 *   named is not what the text was read from
 */
export async function importArticle(
  desk: Desk,
  member: Member,
  article: Brought & { newId: string; details: unknown },
): Promise<{ id: string; isNew: boolean }> {
  demand(member, 'checker')
  const text = cleanText(article.text)
  demandReadable(text)
  const hash = sha256(text)
  const key = keyOf(text)
  const ids = { article: article.newId, version: desk.newId() }
  const act = actOf(desk, member)
  const add = (snapshot: string | null) =>
    addArticle(ids, { text: hash, key, source: article.source, snapshot }, article.details, act)
  // What cannot be kept is refused before anything is taken for it.
  add(null)
  let isNew = false
  await once(
    () => desk.store.articles.versionByKey(key),
    async () => {
      const { snapshot, changes, texts, visits } = await snapshotOf(desk, act, article, hash)
      const saving = { texts: [...texts, { hash, text }], visits }
      await desk.store.save([...changes, ...add(snapshot.id)], saving)
      isNew = true
    },
  )
  const there = known(await desk.store.articles.versionByKey(key))
  return { id: there.article, isNew }
}

/**
 * The text of an article changed: it becomes a new version, and what was taken from the older one is
 * looked for in it; what is not there for certain is a task.
 * @throws Refusal `forbidden`, `not_found`, `invalid`, `too_large`; `conflict` where somebody did the same
 */
export async function renewArticle(
  desk: Desk,
  member: Member,
  id: string,
  given: Brought,
): Promise<void> {
  demand(member, 'checker')
  const article = await findArticle(desk, id)
  const last = known(await desk.store.standing.lastVersion(id))
  const text = cleanText(given.text)
  demandReadable(text)
  const hash = sha256(text)
  const act = actOf(desk, member)
  const { snapshot, changes, texts, visits } = await snapshotOf(desk, act, given, hash)
  const kept = { text: hash, key: keyOf(text), source: given.source, snapshot: snapshot.id }
  const version = desk.newId()
  const renewed = addVersion(article, last, version, kept, act)
  const now = { source: snapshot.source, snapshot, hash, text }
  const tasks = await tasksInVersion(desk, act, article, version, now)
  await desk.store.save([...changes, ...renewed, ...tasks.changes], {
    guards: tasks.guards,
    texts: [...texts, { hash, text }],
    visits,
  })
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
  const act = actOf(desk, member)
  const change = describeArticle(article, details, act)
  if (isEmpty(change)) return
  demandRevision(article, revision)
  // What a reviewer reads of the article is published with the verdict: such proposals go back.
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
