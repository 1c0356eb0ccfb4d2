import type { Link } from '../domain/link.ts'
import { linkClaims, type Sense, seenFrom, unlinkClaims } from '../domain/linking.ts'
import { demand, type Member } from '../domain/member.ts'
import { id } from '../domain/parse.ts'
import { Refusal } from '../domain/refusal.ts'
import {
  actOf,
  demandRevision,
  known,
  once,
  type Read,
  says,
  sentTwice,
  standingOf,
} from './deciding.ts'
import type { Desk } from './open.ts'

/**
 * Says how a claim stands to another one. Two people may do so at the same moment: what is decided holds
 * only while no other link was made or ended since these were read.
 * @param input `other`: the other claim's id
 * @throws Refusal as `linkClaims` does; `not_found`, `conflict`
 */
export async function link(
  desk: Desk,
  member: Member,
  claim: string,
  newId: string,
  input: { other?: string | undefined; sense?: unknown; why?: unknown },
): Promise<void> {
  demand(member, 'checker')
  const { store } = desk
  const asked = id.safeParse(input.other)
  const [own, other, since] = await Promise.all([
    store.claims.find(claim),
    asked.success ? store.claims.find(asked.data) : null,
    store.verdicts.cursor(),
  ])
  known(own)
  const named = other?.id ?? (input.other ? null : missing())
  const ties = await store.links.around(named ? [claim, named] : [claim])
  const there = async () => {
    const made = await store.links.find(newId)
    if (made && !isSame(made, claim, input)) throw new Refusal('conflict')
    return made
  }
  await once(there, () => {
    const change = linkClaims(newId, { claim, other: named, ties }, input, actOf(desk, member))
    return store.save([change], { still: { kind: 'link', since } })
  })
}

/** @throws Refusal `invalid` */
const missing = (): never => {
  throw new Refusal('invalid', { fields: { other: { code: 'required' } } })
}

/** Whether a form says what was made of it before. */
function isSame(made: Link, claim: string, input: object): boolean {
  const { sense, other } = seenFrom(made, claim)
  return says(input, { sense, other, why: made.why })
}

/**
 * A link holds no more.
 * @throws Refusal as `unlinkClaims` does; `not_found`, `conflict`
 */
export async function unlink(desk: Desk, member: Member, read: Read, input: unknown) {
  demand(member, 'checker')
  const found = known(await desk.store.links.find(read.id))
  const twice = { revision: read.revision, verbs: ['unlink'], member }
  if (await sentTwice(desk, 'link', found, twice)) return
  demandRevision(found, read.revision)
  await desk.store.save([unlinkClaims(found, input, actOf(desk, member))])
}

/** The two claims on whose pages a link stands. @throws Refusal `not_found` */
export async function claimsOfLink({ store }: Desk, id: string): Promise<[string, string]> {
  const { claim, other } = known(await store.links.find(id))
  return [claim, other]
}

/** Links as a claim's page shows them: each from its side, with the other claim and its public verdict. */
export async function linkedOn(desk: Desk, claim: string) {
  const { store } = desk
  const links = await store.links.standing([claim])
  const ids = links.map((one) => seenFrom(one, claim).other)
  const [claims, versions, makers] = await Promise.all([
    store.claims.byIds(ids),
    store.verdicts.of(ids),
    makersOf(desk, links),
  ])
  return linkedAs(claim, { links, claims, versions, makers })
}

/** In which sense a claim is linked to each of the others that it is linked to, by their ids. */
export async function sensesOf({ store }: Desk, claim: string): Promise<Map<string, Sense>> {
  const links = await store.links.standing([claim])
  return new Map(
    links.map((one) => {
      const { other, sense } = seenFrom(one, claim)
      return [other, sense]
    }),
  )
}

/** Who made each of these links, by its id. */
export async function makersOf({ store }: Desk, links: Link[]): Promise<Record<string, string>> {
  const births = await store.stories.births(
    'link',
    links.map(({ id }) => id),
  )
  return Object.fromEntries(births.map(({ subject, actor }) => [subject, actor]))
}

type About = {
  links: Link[]
  claims: Awaited<ReturnType<Desk['store']['claims']['byIds']>>
  versions: Awaited<ReturnType<Desk['store']['verdicts']['of']>>
  makers: Record<string, string>
}

export const linkedAs = (from: string, { links, claims, versions, makers }: About) =>
  links.flatMap((link) => {
    const { sense, other } = seenFrom(link, from)
    const claim = claims.find(({ id }) => id === other)
    if (!claim) return []
    const told = standingOf(versions.filter((one) => one.claim === other)).publicVerdict
    return [{ link, sense, claim, told, by: makers[link.id] ?? null }]
  })
