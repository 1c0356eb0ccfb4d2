import type { Claim } from '../domain/claim.ts'
import type { Desk as Named } from '../domain/desk.ts'
import type { Look } from '../domain/drafting.ts'
import { type Outgoing, type OutgoingRule, outgoingRules } from '../domain/look/outgoing.ts'
import { type Figures, type Looked, look } from '../domain/look.ts'
import type { Rating } from '../domain/rating.ts'
import { slugOf, toldPath } from '../domain/slug.ts'
import { isChecked } from '../domain/validity.ts'
import { shortfalls } from '../interchange/claim-review.ts'
import { publicAppearance, publicRating } from '../interchange/publication.ts'
import { baseMissing } from '../matching/figures/base.ts'
import { differing, type Unit } from '../matching/figures.ts'
import type { Desk } from './open.ts'
import type { Place } from './places.ts'

const undated: Unit[] = ['percent', 'percentage_points', 'money', 'quantity', 'count', 'multiple']

const figures: Figures = (said, quoted, dates) => {
  const found = differing(said, quoted, dates ? [...undated, 'date'] : undated)
  return found && { said: found.said.text, quoted: found.quoted.text }
}

/** What a look is given of a claim: the scale it is rated on, and all but the verdict. */
type About = Omit<Looked, 'verdict' | 'number' | 'figures' | 'bases'> & { scale: Rating[] }

/** The look before signing at a claim as it stands, for whatever is written of a verdict on it. */
export function lookAt({ scale, ...about }: About): Look {
  return (verdict) => {
    const number = scale.find(({ id }) => id === verdict.rating)?.number ?? null
    return look({ ...about, figures, bases: baseMissing, verdict, number })
  }
}

/** Stands for the address of a desk that is not told its own: a page says the one that it is asked for by. */
const NOWHERE = 'https://desk.invalid'

/** What the look before signing asks already, place by place. */
const asked = new Set<OutgoingRule>(['claimant', 'claimed_on'])

/** What is given of a claim, to see how a verdict on it would go out. */
type Going = { claim: Claim; places: Place[]; scale: Rating[]; present: Named | null }

/**
 * What a verdict would lack as structured data, were it published as it is written: on the desk as it is
 * reached and named, whatever a form says. Before a rating is chosen there is nothing to give out.
 */
export function goingOut(
  { origin, now }: Pick<Desk, 'origin' | 'now'>,
  { claim, places, scale, present }: Going,
): Outgoing {
  const at = now()
  const { statement, language } = claim
  const path = toldPath({ slug: slugOf(statement, claim.id), claimId: claim.id })
  const publisher = {
    url: (origin ?? NOWHERE) + path,
    name: present?.name ?? '',
    home: origin ?? NOWHERE,
    site: present?.url,
  }
  const translations = { en: claim.statementEn, it: claim.statementIt }
  const told = { statement, kind: claim.kind, language, translations, topics: claim.topics ?? [] }
  return (written) => {
    const rating = scale.find(({ id }) => id === written.rating)
    if (!rating || !written.conclusion) return []
    const appearances = places.map((place) =>
      publicAppearance(place, isChecked(written, place.appearance, at)),
    )
    const review = { claim: told, rating: publicRating(rating), conclusion: written.conclusion }
    const more = { publishedAt: at, correction: null, appearances, evidence: [] }
    const found = shortfalls({ ...review, ...more }, publisher)
    const all = origin ? found : [...found, { rule: 'origin' as const, values: {} }]
    return outgoingRules.flatMap((rule) =>
      asked.has(rule) ? [] : all.filter((one) => one.rule === rule),
    )
  }
}
