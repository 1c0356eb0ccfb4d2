import { type OutgoingRule, outgoingRules, type Shortfall } from '../domain/look/outgoing.ts'
import { labelOf, made, type Publisher, type Replaced, type Reviewed } from './claim-review-made.ts'
import {
  type ClaimReview,
  LONGEST_STATEMENT,
  recommendedOf,
  requiredOf,
} from './claim-review-rules.ts'

export type { ClaimReview, Publisher, Reviewed }

/**
 * A published verdict as schema.org’s ClaimReview, by Google’s rules for it.
 * @param before the versions that the public was told earlier, oldest first
 * @returns an object to be written as JSON-LD (members that are undefined are none); null where it breaks
 *   what is required: then nothing goes out
 */
export function claimReview(
  told: Reviewed,
  publisher: Publisher,
  before: readonly Replaced[] = [],
): ClaimReview | null {
  const review = made(told, publisher, before)
  return requiredOf.safeParse(review).data ?? null
}

const isRule = (text: string): text is OutgoingRule => outgoingRules.some((one) => one === text)

/**
 * Which rules a verdict does not meet, and what is said of each: required ones first, each once. While
 * one that is required is not met, nobody can tell of all that are recommended.
 */
export function shortfalls(told: Reviewed, publisher: Publisher): Shortfall[] {
  const issues = recommendedOf.safeParse(made(told, publisher)).error?.issues ?? []
  const broken = new Set(issues.map(({ message }) => (isRule(message) ? message : 'malformed')))
  if (told.claim.language !== 'en' && told.claim.language !== 'it') broken.add('label_language')
  return outgoingRules
    .filter((rule) => broken.has(rule))
    .map((rule) => ({ rule, values: valuesOf(rule, told) }))
}

function valuesOf(rule: OutgoingRule, told: Reviewed): Shortfall['values'] {
  if (rule === 'statement_long') {
    return { count: Array.from(told.claim.statement).length, most: LONGEST_STATEMENT }
  }
  if (rule === 'label_language') return { language: told.claim.language, label: labelOf(told) }
  return rule === 'number' ? { label: labelOf(told) } : {}
}
