import { reasons, type Verdict } from '../../src/domain/verdict.ts'
import { type ClaimProps, complaint, refusedBy } from '../claim/props.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, nothing } from '../html.ts'
import { type Fields, fieldMessage, postForm, ratingMark, submit } from '../parts.ts'

/** Where a verdict is written, saved as a draft, and put before a colleague. */
export function verdictForm(frame: Frame, props: ClaimProps): Html {
  const { t } = frame
  const { claim, working, ids, moves } = props
  const refused = refusedBy(props, 'verdict')
  const verdictRevision = working?.revision ?? 0
  const form = {
    id: 'draft',
    action: `/claims/${claim.id}/verdict`,
    newId: working?.id ?? ids.verdict,
    revision: claim.revision,
    hidden: { verdictRevision },
    guard: true,
    ...refused,
  }
  return html`${complaint(frame, refused)}${postForm(frame, form, (fields) => {
    const body = verdictFields(frame, fields, props)
    const lacks = refused ? nothing : missingList(frame, fields, props)
    // What the claim must have before a proposal is named like the fields, and stands elsewhere.
    fields.labels.set('evidence', t('claim.evidence'))
    fields.places.set('evidence', 'evidence')
    return html`${body}${lacks}<div class="actions">${moves.propose === null ? submit(t('move.propose'), { tone: 'primary', name: 'do', value: 'propose' }) : nothing}${submit(t('verdict.save'), { name: 'do', value: 'save' })}</div>`
  })}`
}

function verdictFields(frame: Frame, fields: Fields, props: ClaimProps): Html {
  const { t } = frame
  const { claim, scale } = props
  const begun = beginning(props)
  const offered = scale.filter(({ id, retiredAt }) => !retiredAt || id === props.working?.rating)
  const ratings = offered.map((one) => ({ value: one.id, label: ratingMark(frame, one) }))
  const why = reasons.map((value) => ({ value, label: t(`reason.${value}`) }))
  const lang = claim.language
  return html`
${fields.radios({ name: 'rating', label: t('verdict.rating'), value: begun.rating, choices: ratings, inline: true, required: true })}
${fields.area({ name: 'conclusion', label: t('verdict.conclusion'), hint: t('verdict.conclusion_hint'), value: begun.conclusion, rows: 2, serif: true, lang, required: true })}
${fields.area({ name: 'rationale', label: t('verdict.rationale'), hint: t('verdict.rationale_hint'), value: begun.rationale, rows: 7, serif: true, lang, required: true })}
${fields.checks({ name: 'reasons', label: t('verdict.reasons'), value: begun.reasons, choices: why })}
${fields.text({ name: 'holdsOn', label: t('verdict.holds_on_field'), hint: t('verdict.holds_on_hint'), value: begun.holdsOn, size: 'short' })}`
}

type Written = Pick<Verdict, 'rating' | 'reasons' | 'conclusion' | 'rationale' | 'holdsOn'>

/**
 * What the form begins with: the draft; else what is public, which a new version mostly keeps; else
 * nothing but the day on which the claim was made, as of which it is rated.
 */
function beginning({ working, told, appearances, claim }: ClaimProps): Written {
  if (working) return working
  if (told) return told
  const lead = appearances.find(({ appearance }) => appearance.id === claim.leadAppearance)
  const holdsOn = (lead ?? appearances[0])?.appearance.claimedOn ?? null
  return { rating: null, reasons: [], conclusion: '', rationale: '', holdsOn }
}

/** What a proposal still lacks, each with the way to it. */
function missingList(frame: Frame, fields: Fields, { missing, working, told }: ClaimProps): Html {
  const { t } = frame
  // A form that begins with the public verdict's words lacks none of them, saved or not.
  const begun = working === null && told !== null
  const names = Object.entries(missing).filter(([name]) => !begun || name === 'evidence')
  if (names.length === 0) return nothing
  const row = ([name, error]: (typeof names)[number]) =>
    name === 'evidence'
      ? html`<li><a href="#evidence">${fieldMessage(frame, error)}</a></li>`
      : html`<li><a href="#${fields.places.get(name) ?? 'verdict'}">${fields.labels.get(name) ?? name}</a></li>`
  return html`<div class="missing"><p>${t('verdict.missing')}</p><ul>${names.map(row)}</ul></div>`
}
