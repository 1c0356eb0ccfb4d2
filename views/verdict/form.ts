import { sketch } from '../../src/domain/drafting.ts'
import { has } from '../../src/domain/member.ts'
import { reasons, type Written } from '../../src/domain/verdict.ts'
import { type ClaimProps, complaint, refusedBy } from '../claim/props.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, nothing } from '../html.ts'
import { languages } from '../messages.ts'
import { type Fields, folded, note, postForm, ratingMark, submit } from '../parts.ts'
import { beginning } from './beginning.ts'
import { dateFields } from './dates.ts'
import { writingHelp } from './help.ts'
import { lookBeforeSigning } from './look.ts'
import { missingList, preview } from './preview.ts'

/** Where a verdict is written, saved as a draft, looked at, and put before a colleague. */
export function verdictForm(frame: Frame, props: ClaimProps): Html {
  const { claim, working, ids, previewed } = props
  const refused = refusedBy(props, 'verdict')
  const verdictRevision = working?.revision ?? 0
  const form = {
    id: 'draft',
    action: `/claims/${claim.id}/verdict`,
    newId: working?.id ?? ids.verdict,
    revision: claim.revision,
    hidden: { verdictRevision },
    guard: true,
    ...(previewed && { typed: previewed }),
    ...refused,
  }
  const begun = beginning(props)
  const shown = form.typed ? sketch(begun, form.typed) : begun
  return html`${complaint(frame, refused)}${warning(frame, props)}${postForm(
    frame,
    form,
    (fields) => {
      const body = verdictFields(frame, fields, begun, props)
      // What the claim must have before a proposal is named like the fields, and stands elsewhere.
      fields.labels.set('evidence', frame.t('claim.evidence'))
      fields.places.set('evidence', 'evidence')
      return html`${body}
<details class="draft-preview" id="draft-preview"${previewed ? html` open` : ''}><summary>${frame.t('verdict.preview')}</summary>
<div class="preview" id="draft-preview-body">${preview(frame, shown, props)}</div></details>
<div class="missing" id="draft-missing">${refused ? nothing : missingList(frame, props.missing)}</div>
${lookBeforeSigning(frame, fields, begun, props)}
${actions(frame, props)}`
    },
  )}`
}

/** An editor who lends a hand cannot be the second reader any more. */
function warning({ t, viewer }: Frame, { working }: ClaimProps): Html {
  const lends = viewer && working && has(viewer, 'editor') && !working.writers.includes(viewer.id)
  return lends ? note(t('verdict.writes_too')) : nothing
}

/** Saving by hand, and what is said of the saving that is not (assets/drafts.js). */
function actions({ t }: Frame, { claim, moves }: ClaimProps): Html {
  const save = t('verdict.save')
  return html`<div class="actions">${moves.propose === null ? submit(t('move.propose'), { tone: 'primary', name: 'do', value: 'propose' }) : nothing}${submit(save, { name: 'do', value: 'save' })}<button class="button plain without-script" type="submit" name="do" value="preview" formaction="/claims/${claim.id}/verdict#draft-preview">${t('verdict.preview_do')}</button>
<p class="note save-state" id="draft-state" role="status" data-autosave data-offline="${t('verdict.save_offline')}" data-failed="${t('verdict.save_failed', { save })}"><span class="with-script">${t('verdict.saves_itself')}</span></p></div>
<p class="note without-script">${t('verdict.save_first')}</p>`
}

function verdictFields(frame: Frame, fields: Fields, begun: Written, props: ClaimProps): Html {
  const { t } = frame
  const { claim, scale } = props
  const offered = scale.filter(({ id, retiredAt }) => !retiredAt || id === props.working?.rating)
  const ratings = offered.map((one) => ({ value: one.id, label: ratingMark(frame, one) }))
  const misleads = reasons.filter((one) => one !== 'outdated_since')
  const why = misleads.map((value) => ({ value, label: t(`reason.${value}`) }))
  const lang = claim.language
  return html`
${fields.radios({ name: 'rating', label: t('verdict.rating'), value: begun.rating, choices: ratings, inline: true, required: true })}
${fields.checks({ name: 'reasons', label: t('verdict.reasons'), value: begun.reasons, choices: why })}
${fields.area({ name: 'conclusion', label: t('verdict.conclusion'), hint: t('verdict.conclusion_hint'), value: begun.conclusion, rows: 2, serif: true, lang, required: true })}
${translations(frame, fields, begun, lang)}
${dateFields(frame, fields, begun, props)}
${fields.area({ name: 'rationale', label: t('verdict.rationale'), hint: t('verdict.rationale_hint'), value: begun.rationale, rows: 7, serif: true, lang, required: true })}
${writingHelp(frame, props)}`
}

const inLanguage = { en: 'conclusionEn', it: 'conclusionIt' } as const

/** The conclusion in the languages of the pages, but for its own. */
function translations({ t }: Frame, fields: Fields, begun: Written, language: string): Html {
  const others = languages.filter((one) => one !== language)
  const names = others.map((one) => inLanguage[one])
  const label = others.length > 1 ? t('form.in_others') : t(`form.in_${others[0] ?? 'en'}`)
  const open = names.some((name) => begun[name] || fields.typed?.[name])
  return folded(
    { id: 'draft-in-others', label, tone: 'quiet', open },
    html`<div class="in-others">${others.map((lang) => fields.area({ name: inLanguage[lang], label: t(`verdict.${inLanguage[lang]}`), value: begun[inLanguage[lang]], rows: 2, serif: true, lang }))}</div>`,
  )
}
