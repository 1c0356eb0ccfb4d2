import type { Claim } from '../domain/claim.ts'
import { demand, type Member } from '../domain/member.ts'
import { ALIKE, likeness, profileOf } from '../matching/similar.ts'
import { stemsOf } from '../matching/stems.ts'
import type { Desk } from './open.ts'

const CANDIDATES = 50
/** As long as nobody counts in how many claims a word stands, all are as rare. */
const RARE = () => 0.001
const SHOWN = 5

/** How alike a claim is to a text: by its statement, or by what that is in the text's language. */
function nearest(claim: Claim, text: string, language: string) {
  const { statement, statementEn, statementIt } = claim
  const translation = { en: statementEn, it: statementIt }[language]
  const asked = profileOf({ text, language })
  const to = (said: string) => likeness(profileOf({ text: said, language }), asked, RARE)
  const own = to(statement)
  const other = translation ? to(translation) : own
  const { score, words } = other.score > own.score ? other : own
  return { score, shared: words }
}

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
    .map((claim) => ({ claim, ...nearest(claim, text, language) }))
    .filter(({ score }) => score >= ALIKE)
    .sort((a, b) => b.score - a.score || (a.claim.id < b.claim.id ? 1 : -1))
    .slice(0, SHOWN)
}

/** Claims that one could be set aside for, as a duplicate: alike, and still on the desk. */
export async function likelySurvivors(desk: Desk, member: Member, claim: Claim) {
  const alike = await similarClaims(desk, member, claim.statement, claim.language)
  return alike.filter((one) => one.claim.id !== claim.id && one.claim.stage !== 'set_aside')
}
