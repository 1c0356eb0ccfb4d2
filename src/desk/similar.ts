import type { Claim } from '../domain/claim.ts'
import { demand, type Member } from '../domain/member.ts'
import type { Written } from '../matching/figures/figure.ts'
import { ALIKE, type Likeness } from '../matching/similar.ts'
import type { Alike } from './alike.ts'
import type { Desk } from './open.ts'

const SHOWN = 5

/** A claim that speaks of the same thing as a text: how alike they are, and why. */
export type Similar = { claim: Claim; likeness: Likeness; shared: string[] }

/**
 * Claims on this desk that speak of the same thing as each of some texts, most alike first. Read off the
 * main thread; a text takes some tens of milliseconds, so that who asks for many asks for some at a time.
 * @param how `limit` of one text; `least`, the lowest score
 * @throws Refusal `forbidden`
 */
export async function similarToEach(
  { store, heavy }: Pick<Desk, 'store' | 'heavy'>,
  member: Member,
  texts: Written[],
  { limit = SHOWN, least = ALIKE }: { limit?: number; least?: number } = {},
): Promise<Similar[][]> {
  demand(member, 'viewer')
  if (texts.length === 0) return []
  const stream = await heavy.run({ read: 'similar', texts, limit, least })
  const found: Alike[][] = JSON.parse(await new Response(stream).text())
  const ids = new Set(found.flat().map(({ claim }) => claim))
  const claims = new Map((await store.claims.byIds([...ids])).map((claim) => [claim.id, claim]))
  return found.map((all) =>
    all.flatMap(({ claim: id, likeness }) => {
      const claim = claims.get(id)
      return claim ? [{ claim, likeness, shared: likeness.words }] : []
    }),
  )
}

/**
 * The same for one text.
 * @param language of the text, ISO 639
 * @throws Refusal `forbidden`
 */
export async function similarClaims(
  desk: Desk,
  member: Member,
  text: string,
  language: string,
): Promise<Similar[]> {
  const [found = []] = await similarToEach(desk, member, [{ text, language }])
  return found
}

/** Claims that one could be set aside for, as a duplicate: alike, and still on the desk. */
export async function likelySurvivors(
  desk: Desk,
  member: Member,
  claim: Claim,
): Promise<Similar[]> {
  const alike = await similarClaims(desk, member, claim.statement, claim.language)
  return alike.filter((one) => one.claim.id !== claim.id && one.claim.stage !== 'set_aside')
}
