import { type Evidence, isUsable } from '../evidence.ts'
import { madeBy, originsOf } from '../origins.ts'
import { type Finding, finding, type Looked } from './finding.ts'

/**
 * The evidence that carries a verdict: what supports the claim where it is rated true, what refutes it
 * where it is rated false; else, or where there is none of that, both. Context carries nothing.
 * Desk-only evidence is among it: it makes the desk surer, though readers are not shown it.
 */
function carrying({ evidence, number }: Pick<Looked, 'evidence' | 'number'>): Evidence[] {
  const sides = evidence.filter((one) => isUsable(one) && one.stance !== 'context')
  const side = number === null || number === 3 ? null : number > 3 ? 'supports' : 'refutes'
  const chosen = sides.filter(({ stance }) => stance === side)
  return chosen.length > 0 ? chosen : sides
}

/**
 * Evidence that goes back to one place, however much of it there is; or to the claimant, whose own
 * words show that a thing was said, where no other origin is needed, and alone never that it is so.
 */
export function origins(looked: Looked): Finding[] {
  const all = carrying(looked)
  const found = originsOf(all, madeBy(looked.claim, looked.places))
  if (found.length === 0) return []
  const isTheirs = found.every(({ isClaimant }) => isClaimant)
  const isTheirsAlone = isTheirs && all.every(({ stance }) => stance === 'supports')
  if (isTheirsAlone && looked.claim.kind === 'said') return []
  if (isTheirsAlone) return [finding('only_claimant', '#evidence')]
  return found.length === 1 ? [finding('one_origin', '#evidence')] : []
}

/**
 * Nothing on record says that somebody looked for what speaks against the verdict. Any search record
 * does, whatever came of it: searches have no side, and one that found nothing against is just what is
 * asked for. So does evidence on both sides, also such as no longer counts: it was found, and weighed.
 */
export function contrarySearch({ evidence, searches }: Looked): Finding[] {
  const on = (side: Evidence['stance']) => evidence.some(({ stance }) => stance === side)
  const met = searches.length > 0 || (on('supports') && on('refutes'))
  return met ? [] : [finding('no_contrary_search', '#searches')]
}

/** Nobody was asked for a reply. Where nobody knows who makes the claim there is nobody to ask. */
export function reply({ places, contacts }: Looked): Finding[] {
  const isKnown = places.some(({ appearance }) => appearance.claimantKind !== 'unknown')
  return contacts.length > 0 || !isKnown ? [] : [finding('nobody_asked', '#contacts')]
}
