import type { Claim } from '../../src/domain/claim.ts'
import type { Letter, Tip } from '../../src/domain/tip.ts'
import { type Found, lookButton, noneFound, similarRegion } from '../article/similar.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, nothing } from '../html.ts'
import { page } from '../layout.ts'
import { alert, dayOf, heading, postForm, type Refused, submit } from '../parts.ts'
import { keeping } from '../tip/forms.ts'
import { letterAsSent } from '../tip/letter.ts'
import { excerpt } from './appearances.ts'
import type { Place } from './claimant.ts'
import { appearanceFields, claimFields, type Offered } from './fields.ts'
import { topicsField } from './planning.ts'
import { unsettles } from './props.ts'

/** Why a form was refused, where no field is to blame. */
type Said = Refused & { problem?: string | null }

const said = ({ problem }: Said): Html => (problem ? alert(html`<p>${problem}</p>`) : nothing)

type NewClaimProps = Said & {
  newId: string
  similar?: Found
  /** What the form begins with. */
  begun?: Partial<Pick<Claim, 'statement' | 'language'>>
  /** What a reader sent in, where the claim is made of that. */
  from?: { tip: Tip; letter: Letter | null } | undefined
}

/** A claim that no article on the desk carries: it says where it comes from instead. */
export function newClaimPage(
  frame: Frame,
  { similar = noneFound, begun = {}, from, ...props }: NewClaimProps,
): Html {
  const { t } = frame
  const hidden = from && { tip: from.tip.id, tipRevision: from.tip.revision }
  const form = { id: 'new-claim', action: '/claims', guard: true, hidden, ...props }
  const region = { id: form.id, source: '/claims/similar' }
  const list = similarRegion(frame, region, { similar, same: null })
  const lead = html`${t('claim.new_lead')} <a href="/articles">${t('claim.new_from_article')}</a> · <a href="/seen">${t('seen.title')}</a>`
  return page(
    frame,
    { title: t('claim.new_title'), width: 'narrow' },
    html`
${heading({ title: t('claim.new_title'), lead, back: { href: '/claims', label: t('nav.claims') } })}
${said(props)}${from ? letterAsSent(frame, from.tip, from.letter) : nothing}
${postForm(
  frame,
  form,
  (fields) => html`
${claimFields(frame, fields, begun, list)}
${topicsField(frame, fields)}
${fields.area({ name: 'explanation', label: t('claim.explanation'), hint: t('claim.explanation_hint'), rows: 3, required: true, value: from && origin(frame, from) })}
${from ? keeping(frame, fields, from.letter) : nothing}
<div class="actions">${submit(t('claim.new_submit'), { tone: 'primary' })}${lookButton(frame)}</div>`,
)}`,
  )
}

/** Where a claim comes from that a reader sent in; nothing of who they are. */
function origin(frame: Frame, { tip, letter }: NonNullable<NewClaimProps['from']>): string {
  const on = dayOf(frame, tip.receivedAt)
  const url = letter?.url
  return url ? frame.t('tip.origin_seen', { on, url }) : frame.t('tip.origin', { on })
}

/** The words of a claim, its language and its kind. */
export function editClaimPage(frame: Frame, props: Said & { claim: Claim }): Html {
  const { t } = frame
  const { claim } = props
  const form = {
    id: 'edit-claim',
    action: `/claims/${claim.id}/edit`,
    revision: claim.revision,
    guard: true,
    ...props,
  }
  const back = { href: `/claims/${claim.id}`, label: claim.statement }
  return page(
    frame,
    { title: t('claim.edit_title'), width: 'narrow' },
    html`
${heading({ title: t('claim.edit_title'), back })}
${said(props)}${unsettles(frame, claim.stage)}
${postForm(
  frame,
  form,
  (fields) => html`
${claimFields(frame, fields, claim)}
<div class="actions">${submit(t('form.save'), { tone: 'primary' })}</div>`,
)}`,
  )
}

/** Who claims it in an article, through whom it reached us, and when. */
export function appearancePage(
  frame: Frame,
  props: Said & Place & Omit<Offered, 'article'> & { claim: Claim; revision?: number },
): Html {
  const { t } = frame
  const { appearance, article, claim } = props
  const form = {
    id: 'edit-appearance',
    action: `/appearances/${appearance.id}`,
    revision: props.revision ?? appearance.revision,
    guard: true,
    typed: props.typed,
    errors: props.errors,
  }
  const back = { href: `/claims/${claim.id}#appearances`, label: claim.statement }
  const lead = html`<a href="/articles/${article.id}">${article.title}</a>`
  return page(
    frame,
    { title: t('claim.appearance_title'), width: 'narrow' },
    html`
${heading({ title: t('claim.appearance_title'), back, lead })}
${excerpt(frame, props)}
${said(props)}${unsettles(frame, claim.stage)}
${postForm(
  frame,
  form,
  (fields) => html`
${appearanceFields(frame, fields, appearance, props)}
<div class="actions">${submit(t('form.save'), { tone: 'primary' })}</div>`,
)}`,
  )
}
