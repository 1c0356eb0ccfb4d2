import type { Frame } from '../frame.ts'
import { type Html, html, joined, nothing, type Part } from '../html.ts'
import { dueDay, type Fields, folded, postForm, submit } from '../parts.ts'
import { type ClaimProps, complaint, refusedBy } from './props.ts'

/** What a claim is about; each topic leads to the claims that share it. */
export const topicLinks = (topics: string[] | null): Html =>
  joined(
    (topics ?? []).map(
      (topic) =>
        html`<a class="topic" href="/claims?topic=${encodeURIComponent(topic)}">#${topic}</a>`,
    ),
    ' ',
  )

/** The plan in words, for the head of the page: due day, why, what it waits for. */
export function planned(frame: Frame, { claim }: ClaimProps): Html {
  const { t } = frame
  const open = claim.stage !== 'decided' && claim.stage !== 'set_aside'
  const rows: Part[] = [
    claim.dueOn && open ? dueDay(frame, claim.dueOn) : null,
    claim.why ? html`${t('plan.why_is')} ${claim.why}` : null,
    claim.waitsFor && open ? html`<strong>${t('plan.waits_for')}</strong> ${claim.waitsFor}` : null,
  ]
  return rows.some(Boolean) ? html`<p class="planned">${joined(rows)}</p>` : nothing
}

/** What the claim is about, in a form that opens it or plans it. */
export const topicsField = ({ t }: Frame, fields: Fields, topics: string[] | null = null): Html =>
  fields.text({
    name: 'topics',
    label: t('plan.topics'),
    hint: t('plan.topics_hint'),
    value: (topics ?? []).join(', '),
  })

/** The form that plans the work. Nothing of it changes what a reviewer reads. */
export function planning(frame: Frame, props: ClaimProps): Html {
  const { t } = frame
  const { claim, mayWrite } = props
  if (!mayWrite) return nothing
  const refused = refusedBy(props, 'plan')
  const form = {
    id: 'planning',
    action: `/claims/${claim.id}/plan`,
    revision: claim.revision,
    guard: true,
    ...refused,
  }
  return folded(
    { id: 'plan', label: t('plan.title'), tone: 'quiet', open: refused !== undefined },
    html`
${complaint(frame, refused)}${postForm(
  frame,
  form,
  (fields) => html`
${topicsField(frame, fields, claim.topics)}
${fields.text({ name: 'dueOn', label: t('plan.due_on'), hint: t('plan.due_hint'), value: claim.dueOn, size: 'short' })}
${fields.text({ name: 'why', label: t('plan.why'), hint: t('plan.why_hint'), value: claim.why })}
${fields.text({ name: 'waitsFor', label: t('plan.waits'), hint: t('plan.waits_hint'), value: claim.waitsFor })}
<div class="actions">${submit(t('form.save'))}</div>`,
)}`,
  )
}
