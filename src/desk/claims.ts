import { addAppearance, amendAppearance } from '../domain/appearance.ts'
import { type Claim, rewordClaim } from '../domain/claim.ts'
import { excerptAt } from '../domain/excerpt.ts'
import type { Change } from '../domain/ledger.ts'
import { type Act, demand, has, type Member } from '../domain/member.ts'
import { id } from '../domain/parse.ts'
import { Refusal } from '../domain/refusal.ts'
import { unsettle } from '../domain/review.ts'
import { setAsideClaim } from '../domain/set-aside.ts'
import { type Move, moves } from '../domain/stage.ts'
import { assignClaim, bringBackClaim, openClaim, releaseClaim, takeClaim } from '../domain/work.ts'
import type { With } from '../store/save.ts'
import {
  actOf,
  demandRevision,
  type Found,
  findClaim,
  isEmpty,
  known,
  once,
  sentTwice,
} from './deciding.ts'
import type { Desk } from './open.ts'
import { tell } from './telling.ts'

/** What a claim is, as the person who decides saw it. */
export type Read = { id: string; revision: number }

/**
 * A move of a claim: finds it, asks whether it may be made, and writes it.
 * @param already whether the claim is as this move would leave it, where the verb alone does not say
 * @throws Refusal `forbidden`, `not_found`, `conflict`, and whatever `decide` throws
 */
export async function moveClaim(
  desk: Desk,
  member: Member,
  read: Read,
  verbs: readonly [Move, ...Move[]],
  decide: (found: Found, act: Act) => Change[],
  { already, ...extra }: With & { already?: (claim: Claim) => boolean } = {},
): Promise<void> {
  demand(member, moves[verbs[0]].role)
  const found = await findClaim(desk, read.id)
  const twice = async (claim: Claim) =>
    (already?.(claim) ?? true) && sentTwice(desk, 'claim', claim, { ...read, verbs, member })
  if (await twice(found.claim)) return
  demandRevision(found.claim, read.revision)
  try {
    await tell(desk, found, decide(found, actOf(desk, member)), extra)
  } catch (error) {
    const clash = error instanceof Refusal && error.code === 'conflict'
    if (!clash || !(await twice((await findClaim(desk, read.id)).claim))) throw error
  }
}

/**
 * Takes a claim from an article: the claim with its first appearance. The same form again is the
 * claim that is there.
 * @param at the version (id) and the place of the words in it, in code points
 * @throws Refusal `forbidden`, `not_found`, `invalid`
 */
export async function takeFromArticle(
  desk: Desk,
  member: Member,
  at: { article: string; version: string; start: number; end: number },
  form: { id: string; appearanceId: string; input: unknown },
): Promise<void> {
  demand(member, 'checker')
  const version = known(await desk.store.articles.version(at.version))
  if (version.article !== at.article) throw new Refusal('not_found')
  const excerpt = excerptAt(version.body, at.start, at.end)
  const act = actOf(desk, member)
  const place = { claim: form.id, article: at.article, version: version.id, excerpt }
  const changes = [
    openClaim(form.id, form.input, form.appearanceId, act),
    addAppearance(form.appearanceId, place, form.input, act),
  ]
  const { store } = desk
  await once(
    () => store.claims.find(form.id),
    () => store.save(changes),
  )
}

/** A claim that no article on the desk carries. @throws Refusal `forbidden`, `invalid` */
export async function openWithoutArticle(desk: Desk, member: Member, id: string, input: unknown) {
  const change = openClaim(id, input, null, actOf(desk, member))
  const { store } = desk
  await once(
    () => store.claims.find(id),
    () => store.save([change]),
  )
}

/** Takes the work oneself, or gives it to a colleague. @throws Refusal; `invalid` for nobody */
export async function giveClaim(desk: Desk, member: Member, read: Read, to: string) {
  demand(member, 'checker')
  const person = id.safeParse(to).success ? await desk.store.people.find(to) : null
  if (!person || person.deactivatedAt || !has(person, 'checker')) {
    throw new Refusal('invalid', { fields: { to: { code: 'unknown_choice' } } })
  }
  await moveClaim(
    desk,
    member,
    read,
    ['take', 'assign', 'reassign'],
    ({ claim }, act) => [to === member.id ? takeClaim(claim, act) : assignClaim(claim, to, act)],
    { already: ({ assignee }) => assignee === to },
  )
}

export const giveBack = (desk: Desk, member: Member, read: Read) =>
  moveClaim(desk, member, read, ['release'], ({ claim }, act) => [releaseClaim(claim, act)])

export const bringBack = (desk: Desk, member: Member, read: Read) =>
  moveClaim(desk, member, read, ['bring_back'], ({ claim }, act) => [bringBackClaim(claim, act)])

/** @throws Refusal as `setAsideClaim` does */
export async function setAside(desk: Desk, member: Member, read: Read, input: SetAside) {
  const [survivor, appearances] = await Promise.all([
    // What is no id is refused where the form is read.
    id.safeParse(input.duplicateOf).success
      ? desk.store.claims.find(input.duplicateOf ?? '')
      : null,
    desk.store.claims.appearances([read.id]),
  ])
  const survivorFound = survivor ? await findClaim(desk, survivor.id) : null
  // The survivor gains appearances: a proposal on it that is being read goes back to work.
  const open = survivorFound?.claim.stage === 'in_review' && appearances.length > 0
  // Two claims cannot each be set aside for the other: the survivor must stay as it was read.
  const guards = survivor && !open ? [{ kind: 'claim' as const, subject: survivor }] : []
  await moveClaim(
    desk,
    member,
    read,
    ['set_aside'],
    ({ claim, standing }, act) => {
      const changes = setAsideClaim(claim, input, { standing, survivor, appearances }, act)
      return open
        ? [...changes, ...unsettle(survivorFound.claim, survivorFound.standing, act)]
        : changes
    },
    { guards },
  )
}
type SetAside = { reason?: unknown; words?: unknown; duplicateOf?: string | undefined }

/**
 * Rewords a claim. A proposal that is being read goes back to `checking`.
 * @throws Refusal `forbidden`, `not_found`, `wrong_stage`, `invalid`; `conflict`
 */
export async function reword(desk: Desk, member: Member, read: Read, input: unknown) {
  demand(member, 'checker')
  const found = await findClaim(desk, read.id)
  const act = actOf(desk, member)
  const change = rewordClaim(found.claim, input, act)
  if (isEmpty(change)) return
  demandRevision(found.claim, read.revision)
  const unsettled = unsettle(found.claim, found.standing, act)
  await tell(
    desk,
    found,
    onTop(unsettled, found.claim, (claim) => rewordClaim(claim, input, act)),
  )
}

/** Two decisions on one claim in one save: the second stands on what the first left. */
function onTop(first: Change[], claim: Claim, then: (claim: Claim) => Change): Change[] {
  const moved = first.find(({ kind }) => kind === 'claim')
  return [...first, then(moved ? { ...claim, ...moved.after } : claim)]
}

/** An appearance with its article and its claim. @throws Refusal `not_found` */
export async function findAppearance(desk: Desk, id: string) {
  const appearance = known(await desk.store.claims.appearance(id))
  const article = known(await desk.store.articles.find(appearance.article))
  return { appearance, article, claim: (await findClaim(desk, appearance.claim)).claim }
}

/** @throws Refusal `forbidden`, `not_found`, `invalid`, `wrong_stage`, `conflict` */
export async function describeAppearance(desk: Desk, member: Member, read: Read, input: unknown) {
  demand(member, 'checker')
  const appearance = known(await desk.store.claims.appearance(read.id))
  const found = await findClaim(desk, appearance.claim)
  const act = actOf(desk, member)
  const change = amendAppearance(appearance, input, act)
  if (isEmpty(change)) return appearance
  demandRevision(appearance, read.revision)
  const changes = [...unsettle(found.claim, found.standing, act), change]
  await tell(desk, found, changes, guarding(found, changes))
  return appearance
}

/** A decision that leaves the claim itself alone holds only while the claim is as it was read. */
export const guarding = ({ claim }: Found, changes: Change[]) => ({
  guards: changes.some(({ kind }) => kind === 'claim')
    ? []
    : [{ kind: 'claim' as const, subject: claim }],
})
