import { z } from 'zod'
import { type Change, record } from './ledger.ts'
import type { Link, Relation } from './link.ts'
import { type Act, demand } from './member.ts'
import { needed, optional, parse } from './parse.ts'
import { type FieldCode, Refusal } from './refusal.ts'

/** How a claim stands to another one, said from its own side: those that lead one way have two sides. */
export const senses = [
  'same_as',
  'narrower_than',
  'wider_than',
  'updates',
  'updated_by',
  'contradicts',
] as const
export type Sense = (typeof senses)[number]

/** Each sense as it is kept, and whether it is the other claim that stands so to this one. */
const kept: Record<Sense, { relation: Relation; isTurned: boolean }> = {
  same_as: { relation: 'same_as', isTurned: false },
  narrower_than: { relation: 'narrower_than', isTurned: false },
  wider_than: { relation: 'narrower_than', isTurned: true },
  updates: { relation: 'updates', isTurned: false },
  updated_by: { relation: 'updates', isTurned: true },
  contradicts: { relation: 'contradicts', isTurned: false },
}

const turned: Record<Relation, Sense> = {
  same_as: 'same_as',
  narrower_than: 'wider_than',
  updates: 'updated_by',
  contradicts: 'contradicts',
}

/** A link as it reads from one of its two claims: in which sense, and to which other one. */
export const seenFrom = (
  { claim, relation, other }: Pick<Link, 'claim' | 'relation' | 'other'>,
  from: string,
): { sense: Sense; other: string } =>
  claim === from ? { sense: relation, other } : { sense: turned[relation], other: claim }

type Tie = Pick<Link, 'claim' | 'relation' | 'other'>

/**
 * The claims that a claim leads to along a relation, itself among them. What holds of a claim holds of
 * all that are the same: those count as one on the way.
 */
function reached(ties: readonly Tie[], from: string, along: Relation): Set<string> {
  const next = new Map<string, string[]>()
  const tie = (one: string, to: string) => {
    const there = next.get(one)
    if (there) there.push(to)
    else next.set(one, [to])
  }
  for (const { relation, claim, other } of ties) {
    if (relation === 'same_as') tie(other, claim)
    if (relation === 'same_as' || relation === along) tie(claim, other)
  }
  const found = new Set([from])
  for (const one of found) for (const to of next.get(one) ?? []) found.add(to)
  return found
}

/** A claim, and all that were found to be the same, also by way of others. */
export const sameAs = (ties: readonly Tie[], claim: string): Set<string> =>
  reached(ties, claim, 'same_as')

/** What keeps a link from being made beside those that stand, or null. */
function against(ties: readonly Tie[], { claim, relation, other }: Tie): FieldCode | null {
  const isSo = (one: Tie) => one.claim === claim && one.other === other
  const isBack = (one: Tie) => one.claim === other && one.other === claim
  const isMutual = relation === 'same_as' || relation === 'contradicts'
  const there = ties.filter((one) => one.relation === relation)
  if (there.some((one) => isSo(one) || (isMutual && isBack(one)))) return 'linked'
  const [own, others] = [sameAs(ties, claim), sameAs(ties, other)]
  if (relation === 'same_as') return againstSame(ties, own, others, { claim, other })
  if (own.has(other)) return 'linked_same'
  if (relation === 'contradicts') return null
  return reached(ties, other, relation).has(claim) ? 'leads_back' : null
}

/** What keeps two claims, each with those that are the same already, from being the same. */
function againstSame(
  ties: readonly Tie[],
  own: Set<string>,
  others: Set<string>,
  { claim, other }: Pick<Tie, 'claim' | 'other'>,
): FieldCode | null {
  if (own.has(other)) return null
  const isBetween = (a: string, b: string) => own.has(a) && others.has(b)
  const differs = ties.some(
    ({ relation, claim: a, other: b }) =>
      relation === 'contradicts' && (isBetween(a, b) || isBetween(b, a)),
  )
  if (differs) return 'linked_contradicts'
  const isApart = (['narrower_than', 'updates'] as const).some(
    (way) => reached(ties, claim, way).has(other) || reached(ties, other, way).has(claim),
  )
  return isApart ? 'leads_back' : null
}

const MAX_WHY = 500
export const linkInput = z.object({ sense: z.enum(senses), why: needed(MAX_WHY) })
export const endInput = z.object({ comment: optional(MAX_WHY) })

/**
 * Says how a claim stands to another one: once, and nothing that other links deny. What is *narrower* or
 * *updates* never leads back to where it began, also by way of claims that are the same.
 * @param of `other`: the claim that the form names, null where there is no such claim; `ties`: the links
 *   that stand about either, and about whatever they lead to
 * @throws Refusal `forbidden`; `invalid`
 */
export function linkClaims(
  newId: string,
  of: { claim: string; other: string | null; ties: readonly Tie[] },
  input: unknown,
  act: Act,
): Change & { after: Link } {
  demand(act.member, 'checker')
  const { sense, why } = parse(linkInput, input)
  const wrong = (field: string, code: FieldCode) =>
    new Refusal('invalid', { fields: { [field]: { code } } })
  if (of.other === null) throw wrong('other', 'unknown_choice')
  if (of.other === of.claim) throw wrong('other', 'same_claim')
  const { relation, isTurned } = kept[sense]
  const [claim, other] = isTurned ? [of.other, of.claim] : [of.claim, of.other]
  const code = against(of.ties, { claim, relation, other })
  if (code) throw wrong('sense', code)
  const after: Link = {
    ...{ id: newId, revision: 0, claim, relation, other, why },
    ...{ addedAt: act.at, endedAt: null },
  }
  return record('link', 'link', act, null, after, { claim })
}

/**
 * A link holds no more; that it did is on the record.
 * @throws Refusal `forbidden`; `not_found` where it holds no more already; `invalid`
 */
export function unlinkClaims(link: Link, input: unknown, act: Act): Change {
  demand(act.member, 'checker')
  if (link.endedAt) throw new Refusal('not_found')
  const { comment } = parse(endInput, input)
  const after: Link = { ...link, endedAt: act.at }
  return record('link', 'unlink', act, link, after, { claim: link.claim, comment })
}
