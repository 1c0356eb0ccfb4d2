import type { Claim } from '../domain/claim.ts'
import { demand, type Member } from '../domain/member.ts'
import type { Rating } from '../domain/rating.ts'
import type { Verdict } from '../domain/verdict.ts'
import type { Written } from '../matching/figures/figure.ts'
import { commonIn, type Stretch } from '../matching/similar/common.ts'
import { ALIKE, type Likeness, type Profile, profileOf } from '../matching/similar.ts'
import type { Alike, AlikeTo } from './alike.ts'
import { standingOf } from './deciding.ts'
import type { Desk } from './open.ts'
import { ratingsOf } from './rulings/amounts.ts'
import { type RulingMatch, type SimilarRuling, shownRuling } from './rulings/similar.ts'

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

/** What is like a text: what the desk has, and, apart from it, how others rated what was said. */
export type Found = { claims: Similar[]; rulings: SimilarRuling[] }
type Matches = { claims: Match[]; rulings: RulingMatch[] }

/** @param limit of each of the two */
type Bounds = { limit?: number; least?: number }

/**
 * Claims on this desk, and rulings of others, that speak of the same thing as each of some texts, most
 * alike first. Read off the main thread; a text takes some tens of milliseconds, so that who asks for many
 * asks for some at a time.
 * @param how `limit` of one text; `least`, the lowest score
 * @throws Refusal `forbidden`
 */
export async function similarToEach(
  { store, heavy }: Pick<Desk, 'store' | 'heavy'>,
  member: Member,
  texts: Written[],
  { limit = SHOWN, least = ALIKE }: Bounds = {},
): Promise<Matches[]> {
  demand(member, 'viewer')
  if (texts.length === 0) return []
  const stream = await heavy.run({
    read: 'similar',
    member: { id: member.id },
    texts,
    limit,
    least,
  })
  const found: AlikeTo[] = JSON.parse(await new Response(stream).text())
  const idsOf = (all: Alike[][]) => [...new Set(all.flat().map(({ id }) => id))]
  const [claims, rulings] = await Promise.all([
    store.claims.byIds(idsOf(found.map((one) => one.claims))),
    store.rulings.lines(idsOf(found.map((one) => one.rulings))),
  ])
  const claimOf = new Map(claims.map((claim) => [claim.id, claim]))
  const rulingOf = new Map(rulings.map((ruling) => [ruling.id, ruling]))
  return found.map((one) => ({
    claims: one.claims.flatMap(({ id, likeness }) => {
      const claim = claimOf.get(id)
      return claim ? [{ claim, likeness }] : []
    }),
    rulings: one.rulings.flatMap(({ id, likeness }) => {
      const ruling = rulingOf.get(id)
      return ruling ? [{ ruling, likeness }] : []
    }),
  }))
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
 * As `similarToEach`, with all that says why, what is public of each claim, and what each ruling amounts to.
 * @throws Refusal `forbidden`
 */
export async function similarOf(
  desk: Pick<Desk, 'store' | 'heavy'>,
  member: Member,
  texts: Written[],
  bounds: Bounds = {},
): Promise<Found[]> {
  const found = await similarToEach(desk, member, texts, bounds)
  const ids = [...new Set(found.flatMap(({ claims }) => claims).map(({ claim }) => claim.id))]
  const others = found.flatMap(({ rulings }) => rulings).map(({ ruling }) => ruling)
  const [told, ratings] = await Promise.all([
    ids.length > 0 ? toldOf(desk, ids) : null,
    ratingsOf(desk, others),
  ])
  return found.map(({ claims, rulings }, i) => {
    const profile = profileOf(texts[i] ?? { text: '', language: '' })
    return {
      claims: claims.map((one) => ({
        ...one,
        said: closest(one.claim, profile),
        told: told?.get(one.claim.id) ?? null,
      })),
      rulings: rulings.map((one) => shownRuling(one, profile, ratings)),
    }
  })
}

/**
 * The same for one text.
 * @param language of the text, ISO 639
 * @throws Refusal `forbidden`
 */
export async function similarTo(
  desk: Pick<Desk, 'store' | 'heavy'>,
  member: Member,
  text: string,
  language: string,
  bounds: Bounds = {},
): Promise<Found> {
  const [found] = await similarOf(desk, member, [{ text, language }], bounds)
  return found ?? { claims: [], rulings: [] }
}

/** What speaks of the same thing as a claim on the desk, but for itself. @throws Refusal `forbidden` */
export async function similarToClaim(
  desk: Desk,
  member: Member,
  { id, statement, language }: Claim,
): Promise<Found> {
  // It is most like itself.
  const found = await similarTo(desk, member, statement, language, { limit: SHOWN + 1 })
  const others = found.claims.filter(({ claim }) => claim.id !== id)
  return { claims: others.slice(0, SHOWN), rulings: found.rulings.slice(0, SHOWN) }
}
