import { demand, type Member } from '../domain/member.ts'
import { ALIKE, likeness } from '../matching/similar.ts'
import { stemsOf } from '../matching/stems.ts'
import type { Desk } from './open.ts'

const CANDIDATES = 50
const SHOWN = 5

/**
 * Claims on this desk that speak of the same thing as a text, most alike first, each with the words
 * in common.
 * @param language of the text, ISO 639
 * @throws Refusal `forbidden`
 */
export async function similarClaims(
  { store }: Desk,
  member: Member,
  text: string,
  language: string,
) {
  demand(member, 'viewer')
  const ids = await store.stems.sharing(stemsOf(text, language), CANDIDATES)
  const claims = await store.claims.byIds(ids)
  return claims
    .map((claim) => ({ claim, ...likeness(claim.statement, text, language) }))
    .filter(({ score }) => score >= ALIKE)
    .sort((a, b) => b.score - a.score || (a.claim.id < b.claim.id ? 1 : -1))
    .slice(0, SHOWN)
}
