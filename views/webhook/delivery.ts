import type { Delivery } from '../../src/domain/delivery.ts'
import type { Webhook } from '../../src/domain/webhook.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, nothing } from '../html.ts'
import { page } from '../layout.ts'
import { isMessageKey } from '../messages.ts'
import {
  action,
  alert,
  exactly,
  facts,
  heading,
  jsonCode,
  note,
  number,
  section,
  stamp,
} from '../parts.ts'
import { answeredWith, deliveryMark } from './marks.ts'

export type DeliveryProps = {
  delivery: Delivery
  webhook: Webhook
  /** What is sent, as it is sent. */
  body: string
  problem?: string | null
}

/** One delivery: what is sent, how often it was, and what was answered. For admins. */
export function deliveryPage(frame: Frame, props: DeliveryProps): Html {
  const { t } = frame
  const { delivery, webhook, body, problem } = props
  const { id, revision, status, event } = delivery
  const back = { href: `/webhooks/${webhook.id}`, label: webhook.name }
  const again = action(frame, {
    ...{ id: 'again', action: `/deliveries/${id}/sending`, revision, tone: 'primary' },
    label: t(status === 'waiting' ? 'delivery.now' : 'delivery.again'),
  })
  const actions = webhook.status === 'ended' ? nothing : again
  const code = html`<pre class="code" id="delivery-body" tabindex="0"><code>${jsonCode(body)}</code></pre>`
  return page(
    frame,
    { title: t('delivery.one') },
    html`
${heading({ title: html`<code>${event}</code>`, lead: deliveryMark(frame, delivery), back, actions })}
${problem ? alert(html`<p>${problem}</p>`) : nothing}
${about(frame, delivery)}
${section('answer', t('delivery.answer'), answer(frame, delivery))}
${section('body', t('delivery.body'), html`${code}${delivery.seq === null ? nothing : note(t('delivery.body_note'))}`)}`,
  )
}

function about(frame: Frame, delivery: Delivery): Html {
  const { t, lang } = frame
  const { id, event, seq, addedAt, triedAt, nextAt, attempts, ms } = delivery
  const took =
    ms === null
      ? null
      : new Intl.NumberFormat(lang, { style: 'unit', unit: 'millisecond' }).format(ms)
  const key = `webhook_event.${event}`
  return html`<div class="webhook-facts">${facts([
    [t('delivery.event'), isMessageKey(key) ? t(key) : event],
    [t('delivery.id'), html`<code>${id}</code>`],
    [t('delivery.place'), seq === null ? null : number(frame, seq)],
    [t('delivery.added'), exactly(frame, addedAt)],
    [t('delivery.attempts_label'), number(frame, attempts)],
    [t('delivery.tried'), triedAt && stamp(frame, triedAt)],
    [t('delivery.took'), took],
    [t('delivery.next_label'), nextAt && stamp(frame, nextAt)],
  ])}</div>`
}

/** What was answered last: words of a stranger, shown as they are. */
function answer(frame: Frame, delivery: Delivery): Html {
  const { t } = frame
  const said = answeredWith(frame, delivery)
  if (!said) return note(t('delivery.answer_none'))
  if (delivery.answer === null) return html`<p>${said}</p>`
  const words = delivery.answer.trim()
    ? html`<pre class="code delivery-answer" tabindex="0"><code>${delivery.answer}</code></pre>${note(t('delivery.answer_begins'))}`
    : note(t('delivery.answer_empty'))
  return html`<p>${said}</p>${words}`
}
