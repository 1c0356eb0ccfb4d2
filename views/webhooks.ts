import type { Webhook } from '../src/domain/webhook.ts'
import type { Frame } from './frame.ts'
import { type Html, html, joined, nothing } from './html.ts'
import { page } from './layout.ts'
import {
  alert,
  copyable,
  emptyState,
  heading,
  note,
  postForm,
  type Refused,
  section,
  submit,
  when,
} from './parts.ts'
import { webhookFields } from './webhook/fields.ts'
import { webhookMark } from './webhook/marks.ts'

export type WebhooksProps = Refused & {
  /** The newest first. */
  rows: { webhook: Webhook; waiting: number }[]
  /** The id of the webhook that the form will make. */
  newId: string
  problem?: string | null
}

/** Whom the desk tells what the public learns. For admins. */
export function webhooksPage(frame: Frame, props: WebhooksProps): Html {
  const { t } = frame
  const { rows, newId, problem, typed, errors } = props
  const back = { href: '/settings', label: t('settings.title') }
  const list = html`<ul class="rows" role="list">${rows.map((row) => listed(frame, row))}</ul>`
  const form = { id: 'webhook', action: '/webhooks', newId, guard: true, typed, errors }
  const adding = postForm(
    frame,
    { ...form, typed, errors },
    (fields) => html`
${webhookFields(frame, fields, null)}
<div class="actions">${submit(t('webhook.add'), { tone: 'primary' })}</div>`,
  )
  return page(
    frame,
    { title: t('webhook.title') },
    html`
${heading({ title: t('webhook.title'), lead: t('webhook.lead'), back })}
${problem ? alert(html`<p>${problem}</p>`) : nothing}
${rows.length ? list : emptyState(t('webhook.empty'))}
${section('adding', t('webhook.add_title'), html`<div class="webhook-form">${adding}</div>`)}`,
  )
}

function listed(frame: Frame, { webhook, waiting }: WebhooksProps['rows'][number]): Html {
  const { t } = frame
  const { id, name, origin, addedAt } = webhook
  const about = [
    origin,
    html`${t('webhook.since')} ${when(frame, addedAt)}`,
    waiting && webhook.status !== 'ended' ? t('webhook.waiting', { count: waiting }) : null,
  ]
  return html`<li class="webhook-row" id="webhook-${id}"><div><a class="webhook-name" href="/webhooks/${id}" dir="auto">${name}</a>
<p class="note">${joined(about)}</p></div><p>${webhookMark(frame, webhook)}</p></li>`
}

/** The one page that shows a secret. */
export function secretPage(
  frame: Frame,
  { webhook, secret }: { webhook: { id: string; name: string }; secret: string },
): Html {
  const { t } = frame
  const back = { href: `/webhooks/${webhook.id}`, label: t('webhook.back') }
  const label = t('webhook.secret_label', { name: webhook.name })
  return page(
    frame,
    { title: t('webhook.secret_title'), width: 'narrow' },
    html`
${heading({ title: t('webhook.secret_title'), lead: t('webhook.secret_lead'), back })}
${copyable(frame, 'webhook-secret', label, secret)}
${note(html`${t('webhook.secret_standard')} <a class="outside" href="https://www.standardwebhooks.com/" rel="noopener nofollow noreferrer">standardwebhooks.com</a>`)}`,
  )
}
