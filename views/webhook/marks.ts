import type { Delivery } from '../../src/domain/delivery.ts'
import { refusalCodes } from '../../src/domain/refusal.ts'
import type { Webhook } from '../../src/domain/webhook.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, type Part } from '../html.ts'
import { refusalMessage } from '../parts.ts'

/** How a webhook stands, as a word. */
export const webhookMark = ({ t }: Frame, { status }: Pick<Webhook, 'status'>): Html =>
  html`<span class="visit webhook-${status}">${t(`webhook_status.${status}`)}</span>`

/** What became of a delivery, as a word. */
export const deliveryMark = ({ t }: Frame, { status }: Pick<Delivery, 'status'>): Html =>
  html`<span class="visit delivery-${status}">${t(`delivery_status.${status}`)}</span>`

/** What was answered to it last, or why nothing was; null where it was not sent yet. */
export function answeredWith(frame: Frame, { answerStatus, why }: Delivery): Part {
  if (answerStatus !== null) return frame.t('delivery.answered', { status: `${answerStatus}` })
  const code = refusalCodes.find((one) => one === why?.code)
  return code ? refusalMessage(frame, code, why?.values) : null
}
