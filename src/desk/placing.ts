import { setImmediate } from 'node:timers/promises'
import { type Anchor, anchorIn, type Folded, folded } from '../domain/anchor.ts'
import type { Excerpt } from '../domain/excerpt.ts'
import type { Store } from '../store/store.ts'

type Version = { id: string; body: string }
/** Words that were cut from one version of an article. */
type Cut = Excerpt & { id: string; version: string }

/** Where words of other versions stand is looked for once: neither they nor a version ever change. */
const found = new Map<string, Anchor>()
const KEPT = 50_000
/** How long places are looked for at a stretch before others get their turn, in milliseconds. */
const STRETCH = 8

const keyOf = (version: Version, one: Cut): string => `${version.id} ${one.id}`

/** Looks for what is not known yet; in a new version of a long text, with much to find, that takes a while. */
async function lookFor(store: Store, version: Version, sought: readonly Cut[]): Promise<void> {
  const old = new Map<string, Folded>()
  const ids = [...new Set(sought.map((one) => one.version))]
  for (const one of await Promise.all(ids.map((id) => store.articles.version(id)))) {
    if (one) old.set(one.id, folded(one.body))
  }
  const text = folded(version.body)
  let from = performance.now()
  for (const one of sought) {
    found.set(keyOf(version, one), anchorIn(text, one, old.get(one.version)))
    if (performance.now() - from < STRETCH) continue
    await setImmediate()
    from = performance.now()
  }
}

/**
 * Where words stand in the version that is shown, each by the one they were cut from; texts are folded
 * only where some were cut from another version, and nobody looked for them yet.
 */
export async function placesIn(store: Store, version: Version, cuts: readonly Cut[]) {
  const others = cuts.filter((one) => one.version !== version.id)
  const sought = others.filter((one) => !found.has(keyOf(version, one)))
  if (sought.length > 0) await lookFor(store, version, sought)
  const places = new Map(others.map((one) => [one.id, found.get(keyOf(version, one))]))
  for (const oldest of found.keys()) {
    if (found.size <= KEPT) break
    found.delete(oldest)
  }
  return ({ id, start, end }: Cut): Anchor => places.get(id) ?? { status: 'exact', start, end }
}
