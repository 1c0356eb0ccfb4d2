import type { Claim } from '../../src/domain/claim.ts'
import type { Rating } from '../../src/domain/rating.ts'
import { reasons, type Verdict } from '../../src/domain/verdict.ts'
import type { Place } from '../claim/claimant.ts'
import { choices, comparing, long } from '../conflict/fields.ts'
import type { Merging } from '../conflict/merged.ts'
import { conflictPage } from '../conflict/page.ts'
import type { Frame } from '../frame.ts'
import type { Html } from '../html.ts'
import { ratingLabel } from '../parts.ts'

/**
 * Two people wrote on one verdict.
 * @param at `working` is what is saved now; where it has moved on it is null, and a form begins with
 *   `told`, what is public
 */
export function verdictConflict(
  frame: Frame,
  at: {
    claim: Claim
    working: Verdict | null
    told: Verdict | null
    scale: Rating[]
    newId: string
    appearances: Place[]
  },
  merging: Merging,
): Html {
  const { t } = frame
  const { claim, working, told, scale } = at
  const saved = working ?? told
  const field = comparing(frame, saved ?? {}, merging)
  const boxes = [saved?.confirmed, merging.typed.confirmed].flat().flatMap((id) => id ?? [])
  const places = [...new Set(boxes)].map((value) => {
    const found = at.appearances.find(({ appearance }) => appearance.id === value)
    return { value, label: found?.article.title ?? t('look.elsewhere') }
  })
  const offered = scale.filter(({ id, retiredAt }) => !retiredAt || id === working?.rating)
  return conflictPage(frame, {
    title: claim.statement,
    back: `/claims/${claim.id}#verdict`,
    action: `/claims/${claim.id}/verdict`,
    compare: merging.compare,
    hidden: {
      newId: working?.id ?? at.newId,
      revision: String(claim.revision),
      verdictRevision: String(working?.revision ?? 0),
      do: 'save',
    },
    fields: [
      field('rating', 'verdict.rating', {
        choices: offered.map((one) => ({ value: one.id, label: ratingLabel(frame, one) })),
      }),
      field('conclusion', 'verdict.conclusion', long),
      field('conclusionEn', 'verdict.conclusionEn', long),
      field('conclusionIt', 'verdict.conclusionIt', long),
      field('rationale', 'verdict.rationale', long),
      field('reasons', 'verdict.reasons', {
        several: true,
        choices: choices(reasons, (one) => t(`reason.${one}`)),
      }),
      field('holdsOn', 'verdict.holds_on_field'),
      ...(places.length
        ? [field('confirmed', 'verdict.confirmed', { several: true, choices: places })]
        : []),
      field('validUntil', 'verdict.valid_until_field'),
      field('recheckOn', 'verdict.recheck_on'),
      field('findingsWord', 'look.word', long),
    ],
  })
}
