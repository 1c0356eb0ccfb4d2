import type { Claim } from '../src/domain/claim.ts'
import type { Claimant } from '../src/domain/claimant.ts'
import type { Frame } from './frame.ts'
import { type Html, html, joined, nothing } from './html.ts'
import { page } from './layout.ts'
import {
  alert,
  buttonLink,
  emptyState,
  folded,
  heading,
  langOf,
  note,
  outside,
  postForm,
  type Refused,
  section,
  stageLabel,
  submit,
  theirs,
} from './parts.ts'

export type ClaimantsProps = { rows: { claimant: Claimant; appearances: number }[] }

/** Who claims things on this desk, those who claim most first. */
export function claimantsPage(frame: Frame, { rows }: ClaimantsProps): Html {
  const { t } = frame
  const row = ({ claimant, appearances }: ClaimantsProps['rows'][number]) =>
    html`<li class="article-row"><div><a class="article-title" href="/claimants/${claimant.id}">${claimant.name}</a>
${claimant.role ? note(claimant.role) : nothing}</div><p class="note article-claims">${t('claimant.appearances', { count: appearances })}</p></li>`
  return page(
    frame,
    { title: t('claimant.title') },
    html`
${heading({ title: t('claimant.title'), lead: t('claimant.lead'), back: { href: '/claims', label: t('nav.claims') } })}
${rows.length ? html`<ul class="rows" role="list">${rows.map(row)}</ul>` : emptyState(t('claimant.empty'))}`,
  )
}

/** `theirs`: what somebody else saved in between; `claimant` then carries its revision. */
export type ClaimantProps = Refused & {
  claimant: Claimant
  /** What they claim, newest first. */
  claims: Claim[]
  /** Whether there are more than these. */
  more: boolean
  mayWrite: boolean
  theirs?: Claimant | null
  problem?: string | null
}

/** Who somebody is, and what they claim. */
export function claimantPage(frame: Frame, props: ClaimantProps): Html {
  const { t } = frame
  const { claimant, claims, problem, mayWrite } = props
  const row = (claim: Claim) =>
    html`<li><a class="statement" href="/claims/${claim.id}"${langOf(frame, claim.language)}>${claim.statement}</a>
<p class="note">${joined([stageLabel(frame, claim.stage), t(`kind.${claim.kind}`)])}</p></li>`
  const all = buttonLink(`/claims?claimant=${claimant.id}`, t('claimant.in_queue'))
  return page(
    frame,
    { title: claimant.name },
    html`
${heading({ title: claimant.name, ...(claimant.role && { lead: claimant.role }), back: { href: '/claimants', label: t('claimant.title') }, actions: all })}
${problem ? alert(html`<p>${problem}</p>`) : nothing}${props.theirs ? theirs(frame, savedRows(frame, props.theirs)) : nothing}
${claimant.sameAs.length ? html`<p class="same-as">${t('claimant.elsewhere')} ${joined(claimant.sameAs.map((url) => outside(url)))}</p>` : nothing}
${mayWrite ? describing(frame, props) : nothing}
${section(
  'claims',
  t('claimant.claims'),
  html`${claims.length ? html`<ul class="rows" role="list">${claims.map(row)}</ul>` : note(t('claimant.no_claims'))}
${props.more ? html`<p><a href="/claims?claimant=${claimant.id}">${t('claimant.more')}</a></p>` : nothing}`,
)}`,
  )
}

const savedRows = (
  { t }: Frame,
  { name, role, sameAs }: Claimant,
): [string, Html | string | null][] => [
  [t('claimant.name'), name],
  [t('claimant.role'), role],
  [t('claimant.same_as'), joined(sameAs)],
]

function describing(frame: Frame, props: ClaimantProps): Html {
  const { t } = frame
  const { claimant, typed, errors } = props
  const form = {
    id: 'describe-claimant',
    action: `/claimants/${claimant.id}`,
    revision: claimant.revision,
    guard: true,
    typed,
    errors,
  }
  return folded(
    { id: 'describing', label: t('claimant.describe'), open: typed !== undefined },
    postForm(
      frame,
      form,
      (fields) => html`
${fields.text({ name: 'name', label: t('claimant.name'), hint: t('claimant.name_hint'), value: claimant.name, required: true })}
${fields.text({ name: 'role', label: t('claimant.role'), hint: t('claimant.role_hint'), value: claimant.role })}
${fields.area({ name: 'sameAs', label: t('claimant.same_as'), hint: t('claimant.same_as_hint'), rows: 3, value: claimant.sameAs.join('\n') })}
<div class="actions">${submit(t('form.save'), { tone: 'primary' })}</div>`,
    ),
  )
}
