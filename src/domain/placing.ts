import type { Appearance } from './appearance.ts'
import type { Evidence } from './evidence.ts'
import type { Excerpt } from './excerpt.ts'
import { type Change, record } from './ledger.ts'
import { type Act, demand } from './member.ts'
import { placed } from './quoting.ts'

/**
 * The words of an appearance are these ones from now on, in a newer version of the article.
 * @throws Refusal `forbidden`
 */
export function placeAppearance(
  appearance: Appearance,
  version: string,
  excerpt: Excerpt,
  act: Act,
): Change {
  demand(act.member, 'checker')
  const { claim } = appearance
  const after: Appearance = { ...appearance, version, ...excerpt }
  return record('appearance', 'place', act, appearance, after, { claim })
}

/**
 * The quote of evidence is these words from now on, in a newer snapshot of its source.
 * @throws Refusal `forbidden`
 */
export function placeQuote(
  evidence: Evidence,
  snapshot: string,
  excerpt: Excerpt,
  act: Act,
): Change {
  demand(act.member, 'checker')
  const { claim } = evidence
  const after: Evidence = { ...evidence, snapshot, ...placed(excerpt) }
  return record('evidence', 'place', act, evidence, after, { claim })
}
