import { type Appearance, claimantKinds } from '../../src/domain/appearance.ts'
import { type Claim, claimKinds } from '../../src/domain/claim.ts'
import { choices, codeIn, comparing, long } from '../conflict/fields.ts'
import type { Merging } from '../conflict/merged.ts'
import { conflictPage } from '../conflict/page.ts'
import type { Frame } from '../frame.ts'
import type { Html } from '../html.ts'
import { languageChoices } from '../parts.ts'

/** Two people reworded one claim. */
export function claimConflict(frame: Frame, claim: Claim, merging: Merging): Html {
  const { t } = frame
  const field = comparing(frame, claim, merging)
  const { compare, typed } = merging
  return conflictPage(frame, {
    title: claim.statement,
    back: `/claims/${claim.id}`,
    action: `/claims/${claim.id}/edit`,
    compare,
    hidden: { revision: String(claim.revision) },
    fields: [
      field('statement', 'claimForm.statement', long),
      field('language', 'claimForm.language', {
        choices: languageChoices(frame, claim.language, codeIn(typed.language)),
      }),
      field('statementEn', 'claimForm.statementEn', long),
      field('statementIt', 'claimForm.statementIt', long),
      field('kind', 'claimForm.kind', { choices: choices(claimKinds, (one) => t(`kind.${one}`)) }),
    ],
  })
}

/** Two people changed who claims it, through whom, or when. */
export function appearanceConflict(frame: Frame, appearance: Appearance, merging: Merging): Html {
  const { t } = frame
  const field = comparing(frame, appearance, merging)
  const kinds = choices(claimantKinds, (kind) => t(`claimant.${kind}`))
  return conflictPage(frame, {
    title: appearance.quote,
    back: `/claims/${appearance.claim}#appearances`,
    action: `/appearances/${appearance.id}`,
    compare: merging.compare,
    hidden: { revision: String(appearance.revision) },
    fields: [
      field('claimantKind', 'claimForm.claimantKind', { choices: kinds }),
      field('claimant', 'claimForm.claimant'),
      field('attribution', 'claimForm.attribution'),
      field('claimedOn', 'claimForm.claimedOn'),
      field('claimedOnReason', 'claimForm.claimedOnReason'),
    ],
  })
}
