import type { Anchor } from '../domain/anchor.ts'
import type { Appearance } from '../domain/appearance.ts'
import {
  type Article,
  type ArticleVersion,
  addVersion,
  returnToVersion,
} from '../domain/article.ts'
import { type Drift, driftOf, isDrift } from '../domain/drift.ts'
import type { Excerpt } from '../domain/excerpt.ts'
import type { Change, Kind, Subject } from '../domain/ledger.ts'
import type { Act } from '../domain/member.ts'
import { excerptOf } from '../domain/proof.ts'
import type { Snapshot } from '../domain/snapshot.ts'
import { isEmpty, known } from './deciding.ts'
import { keyOf } from './incoming.ts'
import type { Desk } from './open.ts'

/** What stands at an address now, read from its newest snapshot. */
export type Standing = {
  source: string
  snapshot: Pick<Snapshot, 'id'>
  hash: string
  text: string
}

/** What a newer text means for whatever was taken from the older ones; to be saved at once. */
export type Consequences = {
  changes: Change[]
  guards: { kind: Kind; subject: Subject }[]
  /** How many tasks are open that were not before, or go on. */
  drifts: number
  /** An article that has this very text already, so that no other can get it as a version. */
  elsewhere: string | null
}

/** Words that were taken from an older text: whose, and where they stood in it. */
type Taken = {
  about: Pick<Drift, 'claim' | 'about' | 'aboutKind' | 'version'>
  subject: Subject
  excerpt: Excerpt
  /** SHA-256 of the text that they were cut from. */
  text: string
  /** When that text was kept. */
  keptAt: string
}

/** The article that has a version with this text. */
const ownerOf = async ({ store }: Desk, { text }: Standing): Promise<string | null> =>
  (await store.articles.versionByKey(keyOf(text)))?.article ?? null

/** The version that an article gets; null where another article has this text. */
async function versionOf(desk: Desk, act: Act, article: Article, standing: Standing) {
  const { store } = desk
  const key = keyOf(standing.text)
  const there = await store.articles.versionByKey(key)
  if (there && there.article !== article.id) return null
  if (there) return { id: there.id, changes: [returnToVersion(article, there.id, act)] }
  const last = known(await store.standing.lastVersion(article.id))
  const id = desk.newId()
  const { hash, snapshot } = standing
  const kept = { text: hash, key, source: 'url', snapshot: snapshot.id } as const
  return { id, changes: addVersion(article, last, id, kept, act) }
}

async function takenFromArticle(
  { store }: Desk,
  article: Article,
  version: string,
): Promise<Taken[]> {
  const appearances = await store.claims.appearancesIn(article.id)
  const ids = [...new Set(appearances.map((one) => one.version))]
  const versions = await Promise.all(ids.map((id) => store.articles.version(id)))
  const from = new Map(versions.flatMap((one) => (one ? [[one.id, one] as const] : [])))
  return appearances.flatMap((appearance: Appearance): Taken[] => {
    const cut: ArticleVersion | undefined = from.get(appearance.version)
    if (!cut) return []
    const { id, claim, quote, prefix, suffix, start, end } = appearance
    return [
      {
        about: { claim, about: id, aboutKind: 'appearance', version },
        subject: appearance,
        excerpt: { quote, prefix, suffix, start, end },
        text: cut.text,
        keptAt: cut.addedAt,
      },
    ]
  })
}

/** The quotes that were cut from the snapshots of a source. */
async function takenByEvidence({ store }: Desk, { source }: Standing): Promise<Taken[]> {
  const rows = await store.standing.evidence(source)
  return rows.flatMap(({ evidence, text, takenAt }): Taken[] => {
    const excerpt = excerptOf(evidence)
    if (!excerpt || text === null) return []
    const { id, claim } = evidence
    const about = { claim, about: id, aboutKind: 'evidence', version: null } as const
    return [{ about, subject: evidence, excerpt, text, keptAt: takenAt }]
  })
}

/** What became of words in a text; those that were cut from that text are where they were. */
async function anchored(desk: Desk, { hash, text }: Text, taken: Taken[]): Promise<Anchor[]> {
  const stale = taken.filter((one) => one.text !== hash)
  if (stale.length === 0) return taken.map(({ excerpt }) => ({ status: 'exact', ...excerpt }))
  const texts = await desk.store.snapshots.texts([...new Set(stale.map((one) => one.text))])
  const excerpts = stale.map(({ excerpt, text }) => ({ excerpt, from: texts.get(text) ?? '' }))
  const job = { read: 'anchors', text, excerpts } as const
  const found: Anchor[] = JSON.parse(await new Response(await desk.heavy.run(job)).text())
  const at = new Map(stale.map((one, i) => [one, found[i]]))
  return taken.map((one) => at.get(one) ?? { status: 'exact', ...one.excerpt })
}

/** A text that may have come from no address. */
type Text = Omit<Standing, 'source'> & { source: string | null }

/** The tasks that are opened, go on or are closed; each holds while its words are as they were read. */
async function tasksOf(desk: Desk, act: Act, standing: Text, taken: Taken[]) {
  const anchors = await anchored(desk, standing, taken)
  const last = await desk.store.drifts.lastAbout(taken.map(({ about }) => about.about))
  const { source, snapshot } = standing
  return taken.flatMap(({ about, subject, keptAt }, i) => {
    const before = last.get(about.about) ?? null
    const found = { ...about, source, snapshot: snapshot.id, status: anchors[i]?.status ?? 'gone' }
    const isOlder = before !== null && keptAt < before.openedAt
    const change = driftOf(desk.newId(), before, found, isOlder, act)
    if (!change || isEmpty(change)) return []
    const isOpened = isDrift(found.status)
    return [{ change, isOpened, guard: { kind: about.aboutKind, subject } }]
  })
}

/**
 * What stands at an address now, held against all that was taken from it: articles get its text as a
 * version, and every excerpt and quote is looked for in it. What is not there for certain is a task.
 */
export async function consequencesOf(
  desk: Desk,
  act: Act,
  standing: Standing,
): Promise<Consequences> {
  const { store } = desk
  const changes: Change[] = []
  const taken = await takenByEvidence(desk, standing)
  let elsewhere: string | null = null
  // No two versions have one text: of several articles at one address the first one gets it.
  let owner: string | null = null
  for (const { article, version } of await store.standing.articles(standing.source)) {
    if (version.key === keyOf(standing.text)) {
      taken.push(...(await takenFromArticle(desk, article, version.id)))
      continue
    }
    const next = owner === null ? await versionOf(desk, act, article, standing) : null
    if (!next) {
      elsewhere = owner ?? (await ownerOf(desk, standing))
      continue
    }
    owner = article.id
    changes.push(...next.changes)
    taken.push(...(await takenFromArticle(desk, article, next.id)))
  }
  const tasks = await tasksOf(desk, act, standing, taken)
  return {
    changes: [...changes, ...tasks.map(({ change }) => change)],
    guards: tasks.map(({ guard }) => guard),
    drifts: tasks.filter(({ isOpened }) => isOpened).length,
    elsewhere,
  }
}

/**
 * What a newer version of an article means for whatever was taken from the older ones; to be saved
 * with it.
 * @param version the newer version's id
 * @param now its text, and what that was read from
 */
export async function tasksInVersion(
  desk: Desk,
  act: Act,
  article: Article,
  version: string,
  now: Text,
): Promise<Pick<Consequences, 'changes' | 'guards'>> {
  const tasks = await tasksOf(desk, act, now, await takenFromArticle(desk, article, version))
  return { changes: tasks.map(({ change }) => change), guards: tasks.map(({ guard }) => guard) }
}
