import { addAnotherAppearance } from '../domain/another-appearance.ts'
import { addAppearance, amendAppearance, claimantIn } from '../domain/appearance.ts'
import { openInput } from '../domain/claim.ts'
import { excerptAt } from '../domain/excerpt.ts'
import { demand, type Member } from '../domain/member.ts'
import { id, parse, together } from '../domain/parse.ts'
import { Refusal } from '../domain/refusal.ts'
import { openClaim } from '../domain/work.ts'
import { namingIn } from './claimants.ts'
import { actOf, findClaim, guarding, known, once, type Read, sameClaim } from './deciding.ts'
import { reviseGround } from './grounds.ts'
import type { Desk } from './open.ts'
import { tell } from './telling.ts'

/** Article and version (ids), and where in its text words stand, in code points. */
export type PlaceInArticle = { article: string; version: string; start: number; end: number }

/** The words at a place. @throws Refusal `invalid` where the version is none of the article's too */
async function cut({ store }: Desk, { article, version, start, end }: PlaceInArticle) {
  const found = id.safeParse(version).success ? await store.articles.version(version) : null
  const body = found?.article === article ? found.body : ''
  return { article, version, excerpt: excerptAt(body, start, end) }
}

/**
 * Takes a claim from an article: the claim with its first appearance. The same form again is the
 * claim that is there.
 * @throws Refusal `forbidden`, `invalid`
 */
export async function takeFromArticle(
  desk: Desk,
  member: Member,
  at: PlaceInArticle,
  form: { id: string; appearanceId: string; input: unknown },
): Promise<void> {
  demand(member, 'checker')
  const act = actOf(desk, member)
  const { input } = form
  together(
    () => parse(openInput, input),
    () => claimantIn(input, act),
  )
  const place = { claim: form.id, ...(await cut(desk, at)) }
  const naming = await namingIn(desk, form.input, act)
  const changes = [
    openClaim(form.id, form.input, form.appearanceId, act),
    ...addAppearance(form.appearanceId, place, form.input, naming, act),
  ]
  const { store } = desk
  await once(
    async () => sameClaim(await store.claims.find(form.id), form.input),
    () => store.save(changes),
  )
}

/**
 * Takes words of an article as one more appearance of a claim that is on the desk. The same form
 * again is the appearance that is there.
 * @throws Refusal as `addAnotherAppearance` does; `invalid` on `claim` where there is none; `conflict`
 */
export async function takeAppearance(
  desk: Desk,
  member: Member,
  at: PlaceInArticle,
  form: { claim: string; newId: string; input: unknown },
): Promise<void> {
  demand(member, 'checker')
  const { store } = desk
  const there = id.safeParse(form.claim).success && (await store.claims.find(form.claim))
  if (!there) throw new Refusal('invalid', { fields: { claim: { code: 'unknown_choice' } } })
  const place = await cut(desk, at)
  await once(
    () => store.claims.appearance(form.newId),
    async () => {
      const found = await findClaim(desk, there.id)
      const about = { ...found, appearances: await store.claims.appearances([there.id]) }
      const act = actOf(desk, member)
      const naming = await namingIn(desk, form.input, act)
      const changes = addAnotherAppearance(form.newId, about, place, form.input, naming, act)
      await tell(desk, found, changes, guarding(found, changes))
    },
  )
}

/** An appearance with its article and its claim. @throws Refusal `not_found` */
export async function findAppearance(desk: Desk, id: string) {
  const appearance = known(await desk.store.claims.appearance(id))
  const article = known(await desk.store.articles.find(appearance.article))
  return { appearance, article, claim: (await findClaim(desk, appearance.claim)).claim }
}

/** @throws Refusal as `reviseGround` and `amendAppearance` do */
export async function describeAppearance(desk: Desk, member: Member, read: Read, input: unknown) {
  const there = await desk.store.claims.appearance(read.id)
  await reviseGround(desk, member, read, there, async (one, act) =>
    amendAppearance(one, input, await namingIn(desk, input, act), act),
  )
}
