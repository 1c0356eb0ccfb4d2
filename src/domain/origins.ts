import type { Appearance } from './appearance.ts'
import type { Article } from './article.ts'
import type { Claim } from './claim.ts'
import { type Claimant, claimantKey } from './claimant.ts'
import { type Evidence, isUsable } from './evidence.ts'

/** Where a claim is made, and by whom. */
export type Claimed = {
  appearance: Pick<Appearance, 'claimantKind' | 'claimant' | 'attribution'>
  article: Pick<Article, 'outlet'>
  claimant?: Pick<Claimant, 'name'> | null
}

/** Where evidence ultimately comes from, and which evidence does. */
export type Origin = {
  /** As it was first written; null for evidence that names none, and is its own. */
  name: string | null
  /** Whether it is somebody who makes the claim. */
  isClaimant: boolean
  evidence: Evidence[]
}

/** A claim as origins are counted for it: of what kind it is, and the names of whoever makes it. */
export type Made = { kind: Claim['kind']; claimants: ReadonlySet<string> }

/** How many origins stand on a side, and whether the claimant's own words stand there besides. */
export type OriginCount = { independent: number; claimant: boolean }

/** The same name, however it is written; one without letters (“112”) is compared as it stands. */
const keyOf = (name: string): string => claimantKey(name) || name.trim()

/**
 * What whoever makes a claim is called: each named claimant as recorded and as written, with the first
 * link of the chain; and the outlet where it speaks in its own voice.
 */
function namesOf(places: readonly Claimed[]): string[] {
  const names = places.flatMap(({ appearance, article, claimant }) => {
    const { claimantKind, attribution } = appearance
    if (claimantKind === 'outlet') return [article.outlet]
    return [claimant?.name, appearance.claimant, attribution[0]]
  })
  return names.flatMap((name) => name || [])
}

/** @param places where the claim is made */
export const madeBy = ({ kind }: Pick<Claim, 'kind'>, places: readonly Claimed[]): Made => ({
  kind,
  claimants: new Set(namesOf(places).map(keyOf)),
})

/**
 * Where evidence comes from, as far as anybody said. Two pages of one publisher may rest on two
 * sources, so a publisher is no origin; but what the claimant publishes is the claimant’s word, unless
 * it names where it has it from.
 */
function nameOf({ origin, publisher }: Evidence, { claimants }: Made): string | null {
  if (origin) return origin
  return publisher && claimants.has(keyOf(publisher)) ? publisher : null
}

/** Whether evidence leads back to somebody who makes the claim: it shows that it was said. */
export function isClaimants(evidence: Evidence, made: Made): boolean {
  const name = nameOf(evidence, made)
  return name !== null && made.claimants.has(keyOf(name))
}

/** The origins of what counts, in the order of its numbers. What names none is an origin of its own. */
export function originsOf(evidence: readonly Evidence[], made: Made): Origin[] {
  const origins = new Map<string, Origin>()
  for (const one of evidence.filter(isUsable)) {
    const name = nameOf(one, made)
    const key = name === null ? one.id : `name ${keyOf(name)}`
    const there = origins.get(key)
    if (there) there.evidence.push(one)
    else origins.set(key, { name, isClaimant: isClaimants(one, made), evidence: [one] })
  }
  return [...origins.values()]
}

/**
 * How many independent origins stand on a side. That somebody said something is shown by their own
 * words; that it is so never is, nor that it is not: there the claimant is told apart on both sides.
 */
export function countOrigins(
  evidence: readonly Evidence[],
  stance: Evidence['stance'],
  made: Made,
): OriginCount {
  const side = evidence.filter((one) => one.stance === stance)
  const origins = originsOf(side, made)
  if (made.kind === 'said') return { independent: origins.length, claimant: false }
  const independent = origins.filter(({ isClaimant }) => !isClaimant).length
  return { independent, claimant: independent < origins.length }
}

/**
 * Whether all that supports a claim leads back to whoever makes it, where that shows nothing: nobody
 * else says that it is so.
 */
export function onlyClaimant(evidence: readonly Evidence[], made: Made): boolean {
  const { independent, claimant } = countOrigins(evidence, 'supports', made)
  return claimant && independent === 0
}

/** What an origin may be called: those that are named already, whoever makes the claim, publishers. */
export function namesForOrigins(
  evidence: readonly Evidence[],
  places: readonly Claimed[],
): string[] {
  const origins = evidence.map(({ origin }) => origin)
  const publishers = evidence.map(({ publisher }) => publisher)
  const all = [...origins, ...namesOf(places), ...publishers].flatMap((name) => name || [])
  const byKey = new Map(all.toReversed().map((name) => [keyOf(name), name]))
  return [...byKey.values()].toReversed()
}
