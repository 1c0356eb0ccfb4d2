import { isAfter } from '../dates.ts'
import { type Evidence, isUsable } from '../evidence.ts'
import { atEvidence, type Finding, finding, type Looked, type Worded } from './finding.ts'

/** The statement in a language, where somebody put it into that; else in its own. */
export function statementIn({ claim }: Pick<Looked, 'claim'>, language: string): Worded {
  const translated = { en: claim.statementEn, it: claim.statementIt }
  const text = language === 'en' || language === 'it' ? translated[language] : null
  return text ? { text, language } : { text: claim.statement, language: claim.language }
}

/** Whether a source changed under somebody's words and nobody has looked at that yet. */
export const hasDrifted = ({ drifts }: Looked, id: string): boolean =>
  drifts.some(({ about, settledAt }) => about === id && settledAt === null)

const unproved = new Set(['changed', 'ambiguous', 'gone'])

/**
 * Whether a quote does not stand in what was kept of its source, or not for certain. One that only
 * moved stands there to the letter; where nothing was kept, that is a finding of its own.
 */
function isInexact(looked: Looked, one: Evidence): boolean {
  if (!one.quote) return false
  const proof = looked.proofs[one.id]?.status
  const isUnplaced = one.snapshot !== null && one.quoteStart === null
  return (proof ? unproved.has(proof) : isUnplaced) || hasDrifted(looked, one.id)
}

/** A figure of the statement that what supports it gives otherwise. Dates in a source are often others. */
function otherFigure(looked: Looked, one: Evidence): Finding[] {
  if (!one.quote || one.stance !== 'supports') return []
  const language = one.quoteLanguage ?? looked.claim.language
  const quoted = { text: one.quote, language }
  const found = looked.figures(statementIn(looked, language), quoted, false)
  return found ? [finding('figure_differs', atEvidence(one), found)] : []
}

/**
 * The day as of which the claim is rated: what the verdict holds for; else when the claim was made,
 * by its lead, or else for the last time.
 */
function ratedAsOf({ verdict, claim, places }: Looked): string | null {
  if (verdict.holdsOn) return verdict.holdsOn
  const lead = places.find(({ appearance }) => appearance.id === claim.leadAppearance)
  if (lead?.appearance.claimedOn) return lead.appearance.claimedOn
  const days = places.flatMap(({ appearance }) => appearance.claimedOn ?? [])
  return days.toSorted().at(-1) ?? null
}

/**
 * Evidence that was not there yet when the claim was made. That somebody *said* a thing is often
 * written down later, and a forecast is always judged by what came later.
 */
function isYounger(looked: Looked, one: Evidence): boolean {
  const { kind } = looked.claim
  if (kind === 'said' || kind === 'forecast' || one.stance === 'context') return false
  const day = ratedAsOf(looked)
  return day !== null && one.publishedOn !== null && isAfter(one.publishedOn, day)
}

/**
 * What each source that counts lacks. One without an address needs no snapshot: a book or a voice has
 * nothing that changes behind the desk's back.
 */
export function sources(looked: Looked): Finding[] {
  return looked.evidence.filter(isUsable).flatMap((one) => {
    const at = atEvidence(one)
    return [
      ...(isInexact(looked, one) ? [finding('quote_not_exact', at)] : []),
      ...otherFigure(looked, one),
      ...(isYounger(looked, one) ? [finding('younger_evidence', at)] : []),
      ...(one.url && !one.snapshot ? [finding('no_snapshot', at)] : []),
    ]
  })
}
