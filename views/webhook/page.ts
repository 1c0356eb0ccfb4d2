import { type Delivery, KEPT_DAYS } from '../../src/domain/delivery.ts'
import type { Webhook } from '../../src/domain/webhook.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, joined, nothing } from '../html.ts'
import { page } from '../layout.ts'
import {
  action,
  alert,
  asking,
  exactly,
  facts,
  folded,
  type HistoryEntry,
  heading,
  history,
  note,
  pager,
  postForm,
  type Refused,
  section,
  stamp,
  submit,
  when,
} from '../parts.ts'
import { webhookFields } from './fields.ts'
import { answeredWith, deliveryMark, webhookMark } from './marks.ts'

export type WebhookProps = {
  webhook: Webhook
  /** Where it leads; null where it has ended. */
  url: string | null
  /** Until when the secret before signs too; null where it does not. */
  formerUntil: string | null
  /** The newest first. */
  deliveries: Delivery[]
  waiting: number
  /** The address of the next page of them. */
  older: string | null
  history: HistoryEntry[]
  names: Record<string, string>
  /** For how many hours two secrets sign. */
  overlap: number
  /** The id of the test that a form would send. */
  newId: string
  problem?: string | null
  /** The form of what is said of it, refused. */
  refused?: Refused | undefined
}

/** A webhook: where it leads, what it was told, and what can be done with it. For admins. */
export function webhookPage(frame: Frame, props: WebhookProps): Html {
  const { t } = frame
  const { webhook, deliveries, older, problem } = props
  const back = { href: '/webhooks', label: t('webhook.title') }
  const list = html`<ol class="rows" role="list">${deliveries.map((one) => listed(frame, one))}</ol>`
  const title = html`<span dir="auto">${webhook.name}</span>`
  return page(
    frame,
    { title: webhook.name },
    html`
${heading({ title, lead: webhookMark(frame, webhook), back, actions: testing(frame, props) })}
${problem ? alert(html`<p>${problem}</p>`) : nothing}
${standing(frame, webhook)}
${about(frame, props)}
${webhook.status === 'ended' ? nothing : section('ways', t('webhook.ways'), ways(frame, props))}
${section('deliveries', t('delivery.title'), html`${deliveries.length ? list : note(t('delivery.none'))}${pager(frame, { older })}${note(t('delivery.kept', { days: KEPT_DAYS }))}`)}
${section('history', t('webhook.history'), history(frame, props.history, { people: props.names }))}`,
  )
}

function testing(frame: Frame, { webhook, newId }: WebhookProps): Html {
  if (webhook.status !== 'active') return nothing
  const form = { id: 'test', action: `/webhooks/${webhook.id}/test`, newId }
  return action(frame, { ...form, label: frame.t('webhook.test'), tone: 'primary' })
}

/** Why nothing is sent. */
function standing({ t }: Frame, { status }: Webhook): Html {
  return status === 'active' ? nothing : html`<p class="mark">${t(`webhook.${status}_text`)}</p>`
}

function about(frame: Frame, { webhook, url, formerUntil, waiting }: WebhookProps): Html {
  const { t } = frame
  const events = html`<ul class="webhook-events">${webhook.events.map((event) => html`<li><code>${event}</code></li>`)}</ul>`
  return html`<div class="webhook-facts">${facts([
    [t('webhook.where'), html`<code>${url ?? webhook.origin}</code>`],
    [t('webhook.events'), events],
    [t('webhook.secret_from'), exactly(frame, webhook.secretAt)],
    [t('webhook.former'), formerUntil && exactly(frame, formerUntil)],
    [t('delivery.title'), waiting ? t('webhook.waiting', { count: waiting }) : null],
  ])}</div>`
}

/** What can be done with one that has not ended. */
function ways(frame: Frame, props: WebhookProps): Html {
  const { t } = frame
  const { webhook, overlap } = props
  const { id, revision, status } = webhook
  const step = (name: string, label: string, tone?: 'danger') =>
    action(frame, {
      ...{ id: name, action: `/webhooks/${id}/${name}`, revision, label },
      ...(tone && { tone }),
    })
  const turning =
    status === 'active'
      ? step('pause', t('webhook.pause'))
      : step('continuation', t('webhook.continue'))
  const rotating = asking(
    {
      ...{ id: 'rotating', label: t('webhook.rotate') },
      consequence: t('webhook.rotate_text', { hours: overlap }),
    },
    step('secret', t('webhook.rotate_confirm')),
  )
  const ending = asking(
    { id: 'ending-it', label: t('webhook.end'), consequence: t('webhook.end_text') },
    step('ending', t('webhook.end_confirm'), 'danger'),
  )
  return html`<div class="ways">${turning}${changing(frame, props)}${rotating}${ending}</div>`
}

function changing(frame: Frame, { webhook, url, refused }: WebhookProps): Html {
  const { t } = frame
  const { id, revision } = webhook
  const form = { id: 'details', action: `/webhooks/${id}/details`, revision, guard: true }
  const inside = postForm(
    frame,
    { ...form, ...refused },
    (fields) => html`
${webhookFields(frame, fields, { webhook, url: url ?? '' })}
<div class="actions">${submit(t('webhook.save'))}</div>`,
  )
  const open = refused !== undefined
  return folded({ id: 'changing', label: t('webhook.change'), open, tone: 'quiet' }, inside)
}

function listed(frame: Frame, delivery: Delivery): Html {
  const { t } = frame
  const { id, event, addedAt, attempts, nextAt } = delivery
  const told = [
    t('delivery.attempts', { count: attempts }),
    answeredWith(frame, delivery),
    nextAt ? html`${t('delivery.next')} ${stamp(frame, nextAt)}` : null,
  ]
  return html`<li class="webhook-row"><div><a href="/deliveries/${id}"><code>${event}</code><span class="visually-hidden">, ${exactly(frame, addedAt)}</span></a>
<p class="note">${joined(told)}</p></div><p>${deliveryMark(frame, delivery)} ${when(frame, addedAt)}</p></li>`
}
