import type { Claim } from '../domain/claim.ts'
import { demand, type Member } from '../domain/member.ts'
import type { Rating } from '../domain/rating.ts'
import type { Verdict } from '../domain/verdict.ts'
import type { Written } from '../matching/figures/figure.ts'
import { commonIn, type Stretch } from '../matching/similar/common.ts'
import { ALIKE, type Likeness, type Profile, profileOf } from '../matching/similar.ts'
import type { Alike } from './alike.ts'
import { standingOf } from './deciding.ts'
import type { Desk } from './open.ts'

const SHOWN = 5

/** A claim that speaks of the same thing as a text: how alike they are, and why. */
type Match = { claim: Claim; likeness: Likeness }

/** The same, as people are shown it. */
export type Similar = Match & {
  /** The wording of the claim that shares most words with the text, and where these stand in it. */
  said: Written & { marks: Stretch[] }
  /** What the public reads of it; null where nothing is. Nobody is shown more by a suggestion. */
  told: { verdict: Verdict; rating: Rating | null } | null
}

type Bounds = { limit?: number; least?: number }

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
  { limit = SHOWN, least = ALIKE }: Bounds = {},
): Promise<Match[][]> {
  demand(member, 'viewer')
  if (texts.length === 0) return []
  const stream = await heavy.run({
    read: 'similar',
    member: { id: member.id },
    texts,
    limit,
    least,
  })
  const found: Alike[][] = JSON.parse(await new Response(stream).text())
  const ids = new Set(found.flat().map(({ claim }) => claim))
  const claims = new Map((await store.claims.byIds([...ids])).map((claim) => [claim.id, claim]))
  return found.map((all) =>
    all.flatMap(({ claim: id, likeness }) => {
      const claim = claims.get(id)
      return claim ? [{ claim, likeness }] : []
    }),
  )
}

/** What the public reads of each of some claims, by their ids. */
async function toldOf({ store }: Pick<Desk, 'store'>, ids: string[]) {
  const [versions, scale] = await Promise.all([store.verdicts.of(ids), store.desks.scale()])
  return new Map(
    [...Map.groupBy(versions, ({ claim }) => claim)].map(([claim, own]) => {
      const verdict = standingOf(own).publicVerdict
      const rating = scale.find(({ id }) => id === verdict?.rating) ?? null
      return [claim, verdict && { verdict, rating }]
    }),
  )
}

/** Of what a claim says in each language, what shares most with a text. */
function closest(claim: Claim, to: Profile): Similar['said'] {
  const { statement, language, statementEn, statementIt } = claim
  const wordings = [
    { text: statement, language },
    ...(statementEn ? [{ text: statementEn, language: 'en' }] : []),
    ...(statementIt ? [{ text: statementIt, language: 'it' }] : []),
  ].map((one) => ({ ...one, marks: commonIn(one, to) }))
  const marked = ({ marks }: Similar['said']) =>
    marks.reduce((sum, { start, end }) => sum + end - start, 0)
  const [first, ...others] = wordings
  return others.reduce(
    (best, one) => (marked(one) > marked(best) ? one : best),
    first ?? { text: statement, language, marks: [] },
  )
}

/**
 * As `similarToEach`, with all that says why, and what is public of each claim.
 * @throws Refusal `forbidden`
 */
export async function similarClaimsOf(
  desk: Pick<Desk, 'store' | 'heavy'>,
  member: Member,
  texts: Written[],
  bounds: Bounds = {},
): Promise<Similar[][]> {
  const found = await similarToEach(desk, member, texts, bounds)
  const ids = [...new Set(found.flat().map(({ claim }) => claim.id))]
  const told = ids.length > 0 ? await toldOf(desk, ids) : null
  return found.map((all, i) => {
    const profile = profileOf(texts[i] ?? { text: '', language: '' })
    return all.map((one) => ({
      ...one,
      said: closest(one.claim, profile),
      told: told?.get(one.claim.id) ?? null,
    }))
  })
}

/**
 * The same for one text.
 * @param language of the text, ISO 639
 * @throws Refusal `forbidden`
 */
export async function similarClaims(
  desk: Pick<Desk, 'store' | 'heavy'>,
  member: Member,
  text: string,
  language: string,
  bounds: Bounds = {},
): Promise<Similar[]> {
  const [found = []] = await similarClaimsOf(desk, member, [{ text, language }], bounds)
  return found
}

/** Other claims that speak of the same thing as one on the desk. @throws Refusal `forbidden` */
export async function similarToClaim(
  desk: Desk,
  member: Member,
  { id, statement, language }: Claim,
): Promise<Similar[]> {
  // It is most like itself.
  const found = await similarClaims(desk, member, statement, language, { limit: SHOWN + 1 })
  return found.filter(({ claim }) => claim.id !== id).slice(0, SHOWN)
}
