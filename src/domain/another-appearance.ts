import { type Appearance, addAppearance } from './appearance.ts'
import type { Claim } from './claim.ts'
import type { Naming } from './claimant.ts'
import type { Excerpt } from './excerpt.ts'
import type { Change } from './ledger.ts'
import type { Act } from './member.ts'
import type { Standing } from './moving.ts'
import { Refusal } from './refusal.ts'
import { unsettle } from './review.ts'
import { openStages, type Stage } from './stage.ts'

/** The stages at which a claim takes one more appearance. */
export const findableStages: readonly Stage[] = [...openStages, 'decided']

const sameWords = (one: Appearance, at: { version: string; excerpt: Excerpt }): boolean =>
  one.version === at.version && one.start === at.excerpt.start && one.end === at.excerpt.end

/**
 * A claim that is on the desk is found once more. A proposal that is being read goes back to
 * `checking`: where a claim appears is published with its verdict. A decided claim stays decided: the
 * next version of its verdict will tell of it.
 * @param about the claim, how it stands, and where it appears already
 * @param at article and version (ids), and the excerpt cut from that version's text
 * @throws Refusal `forbidden`; `wrong_stage` for a claim that is set aside; `invalid`, on
 *   `excerpt` where the claim has these very words already
 */
export function addAnotherAppearance(
  newId: string,
  about: { claim: Claim; standing: Standing; appearances: Appearance[] },
  at: { article: string; version: string; excerpt: Excerpt },
  input: unknown,
  naming: Naming,
  act: Act,
): Change[] {
  const { claim, standing, appearances } = about
  // What was told stays as it was told: a decided claim can be met again without being reopened.
  const unsettled = claim.stage === 'decided' ? [] : unsettle(claim, standing, act)
  if (appearances.some((one) => sameWords(one, at))) {
    const taken = { code: 'taken', values: { what: 'excerpt' } } as const
    throw new Refusal('invalid', { fields: { excerpt: taken } })
  }
  const place = { claim: claim.id, ...at }
  return [...unsettled, ...addAppearance(newId, place, input, naming, act)]
}
