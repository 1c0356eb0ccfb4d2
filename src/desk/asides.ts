import { liftAside, MOST_ASIDES, setSentenceAside } from '../domain/aside.ts'
import { touchedBy } from '../domain/coverage.ts'
import { excerptsAt } from '../domain/excerpt.ts'
import { demand, type Member } from '../domain/member.ts'
import { id } from '../domain/parse.ts'
import { Refusal } from '../domain/refusal.ts'
import { actOf, once } from './deciding.ts'
import type { Desk } from './open.ts'
import { openArticle } from './reader.ts'

/**
 * Which sentences are set aside, in which version of which article: those of which words stand at a
 * place, or all that are left, as many as the person saw.
 */
export type AsidePlace = { article: string; version: string } & (
  | { start: number; end: number }
  | { left: number }
)

/** The sentences meant that nobody has looked at, in the order of the text. */
async function leftAt(desk: Desk, at: AsidePlace) {
  const { version, sentences, coverage } = await openArticle(desk, at.article, at.version)
  const isLeft = (i: number) => coverage.looks[i]?.state === 'left'
  const meant = 'left' in at ? [...sentences.keys()] : touchedBy(sentences, at)
  if (version.id !== at.version || meant.length === 0) {
    throw new Refusal('invalid', { fields: { excerpt: { code: 'not_in_text' } } })
  }
  const left = meant.filter(isLeft)
  // Who sets aside all that is left has seen how much that is.
  if ('left' in at && left.length !== at.left) throw new Refusal('conflict')
  const places = left.flatMap((i) => sentences[i] ?? [])
  return excerptsAt(version.body, places.slice(0, 'left' in at ? MOST_ASIDES : undefined))
}

/**
 * Sets sentences aside: they were looked at, and there is no claim to be taken from them. What was looked
 * at already stays as it is. The same form again finds its work done.
 * @returns whether there was anything to set aside
 * @throws Refusal `forbidden`, `not_found`; `invalid` as `setSentenceAside` does, on `excerpt` where the
 *   place is not in the text or holds too many sentences; `conflict` where another number is left
 */
export async function setAsides(
  desk: Desk,
  member: Member,
  at: AsidePlace,
  form: { newId: string; input: unknown },
): Promise<boolean> {
  demand(member, 'checker')
  const { store } = desk
  if (await store.asides.find(form.newId)) return true
  const excerpts = await leftAt(desk, at)
  if (excerpts.length > MOST_ASIDES) {
    const many = { code: 'too_many', values: { max: MOST_ASIDES } } as const
    throw new Refusal('invalid', { fields: { excerpt: many } })
  }
  const act = actOf(desk, member)
  const { article, version } = at
  const changes = excerpts.map((excerpt, i) => {
    const newId = i === 0 ? form.newId : desk.newId()
    return setSentenceAside(newId, { article, version, excerpt }, form.input, act)
  })
  if (changes.length === 0) return false
  await once(
    () => store.asides.find(form.newId),
    () => store.save(changes),
  )
  return true
}

/**
 * Sentences of an article are to be looked at again. Those that are already stay so.
 * @param ids of what set them aside
 * @throws Refusal `forbidden`; `not_found` where one is none of the article's
 */
export async function liftAsides(
  desk: Desk,
  member: Member,
  article: string,
  ids: string[],
): Promise<void> {
  demand(member, 'checker')
  const { store } = desk
  const wanted = [...new Set(ids)].slice(0, MOST_ASIDES)
  const known = wanted.every((one) => id.safeParse(one).success)
  const asides = known ? await store.asides.byIds(wanted) : []
  const own = asides.filter((one) => one.article === article)
  if (own.length === 0 || own.length < wanted.length) throw new Refusal('not_found')
  const act = actOf(desk, member)
  const changes = own.filter(({ liftedAt }) => !liftedAt).map((one) => liftAside(one, act))
  if (changes.length > 0) await store.save(changes)
}
