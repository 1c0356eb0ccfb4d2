import type { Anchor } from '../domain/anchor.ts'
import type { Appearance } from '../domain/appearance.ts'
import type { Article } from '../domain/article.ts'
import type { Drift } from '../domain/drift.ts'
import type { Evidence } from '../domain/evidence.ts'
import type { Excerpt } from '../domain/excerpt.ts'
import { excerptOf } from '../domain/proof.ts'
import { known } from './deciding.ts'
import { asItWas } from './drift-past.ts'
import type { Desk } from './open.ts'

/** Whose words a task is about. */
export type About =
  | { kind: 'appearance'; appearance: Appearance; article: Article }
  | { kind: 'evidence'; evidence: Evidence }

/** A text on one side of a change: a version of an article, or a snapshot, by its id. */
export type Side = { id: string; at: string; text: string }

/** Words as they were, the text that they were cut from, and the newer one that is held against it. */
export type Sides = {
  about: About
  excerpt: Excerpt | null
  /** ISO 639 of the text; null where it is not known. */
  language: string | null
  before: Side | null
  now: Side | null
}

async function versionSide({ store }: Desk, id: string | null): Promise<Side | null> {
  const version = id ? await store.articles.version(id) : null
  return version && { id: version.id, at: version.addedAt, text: version.body }
}

async function snapshotSide({ store }: Desk, id: string | null): Promise<Side | null> {
  const snapshot = id ? await store.snapshots.find(id) : null
  const text = snapshot?.text ? await store.snapshots.text(snapshot.text) : null
  return snapshot && text !== null ? { id: snapshot.id, at: snapshot.takenAt, text } : null
}

async function ofAppearance(desk: Desk, drift: Drift): Promise<Sides> {
  const appearance = known(await desk.store.claims.appearance(drift.about))
  const article = known(await desk.store.articles.find(appearance.article))
  const was = await asItWas(desk, drift, appearance)
  const { quote, prefix, suffix, start, end } = was
  return {
    about: { kind: 'appearance', appearance, article },
    excerpt: { quote, prefix, suffix, start, end },
    language: article.language,
    before: await versionSide(desk, was.version),
    now: await versionSide(desk, drift.version),
  }
}

async function ofEvidence(desk: Desk, drift: Drift): Promise<Sides> {
  const evidence = known(await desk.store.claims.evidenceById(drift.about))
  const was = await asItWas(desk, drift, evidence)
  return {
    about: { kind: 'evidence', evidence },
    excerpt: excerptOf(was),
    language: was.quoteLanguage,
    before: await snapshotSide(desk, was.snapshot),
    now: await snapshotSide(desk, drift.snapshot),
  }
}

/** @throws Refusal `not_found` */
export const sidesOf = (desk: Desk, drift: Drift): Promise<Sides> =>
  drift.aboutKind === 'appearance' ? ofAppearance(desk, drift) : ofEvidence(desk, drift)

/** Where words stand in the newer text, or may stand. */
export async function foundIn(desk: Desk, { excerpt, before, now }: Sides): Promise<Anchor | null> {
  if (!excerpt || !before || !now) return null
  const excerpts = [{ excerpt, from: before.text }]
  const job = { read: 'anchors', text: now.text, excerpts } as const
  const [found]: Anchor[] = JSON.parse(await new Response(await desk.heavy.run(job)).text())
  return found ?? null
}
