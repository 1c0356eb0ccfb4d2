import { type Webhook, webhookEvents } from '../../src/domain/webhook.ts'
import type { Frame } from '../frame.ts'
import { type Html, html } from '../html.ts'
import type { Fields } from '../parts.ts'

/** What is said of a webhook. @param now as it is said already; null for a new one */
export const webhookFields = (
  { t }: Frame,
  fields: Fields,
  now: { webhook: Webhook; url: string } | null,
): Html => html`
${fields.text({ name: 'name', label: t('webhook.name'), hint: t('webhook.name_hint'), value: now?.webhook.name ?? '', size: 'medium', required: true })}
${fields.text({ name: 'url', type: 'url', label: t('webhook.url'), hint: t('webhook.url_hint'), value: now?.url ?? '', required: true })}
${fields.checks({
  ...{ name: 'events', label: t('webhook.events'), required: true },
  value: now?.webhook.events ?? [...webhookEvents],
  choices: webhookEvents.map((event) => ({
    value: event,
    label: html`<code>${event}</code>`,
    hint: t(`webhook_event.${event}`),
  })),
})}`
