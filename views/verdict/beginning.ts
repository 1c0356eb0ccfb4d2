import type { Written } from '../../src/domain/verdict.ts'
import type { ClaimProps } from '../claim/props.ts'

/**
 * What the form begins with: the draft; else what is public, which a new version mostly keeps; else
 * nothing but the day on which the claim was made, as of which it is rated.
 */
export function beginning({ working, told, appearances, claim }: ClaimProps): Written {
  if (working) return working
  // Why somebody went on with an earlier version, and when to look at that, says nothing of this one.
  if (told) return { ...told, recheckOn: null, findingsWord: null }
  const lead = appearances.find(({ appearance }) => appearance.id === claim.leadAppearance)
  const holdsOn = (lead ?? appearances[0])?.appearance.claimedOn ?? null
  const empty = { rating: null, reasons: [], conclusion: '', rationale: '', findingsWord: null }
  const dates = { holdsOn, validUntil: null, recheckOn: null, confirmed: null }
  return { ...empty, conclusionEn: null, conclusionIt: null, ...dates }
}
