import { z } from 'zod'
import { type Change, type Difference, record } from './ledger.ts'
import { type Act, demand } from './member.ts'
import { needed, parse } from './parse.ts'
import { type FieldCode, Refusal } from './refusal.ts'
import type { Status } from './status.ts'

/** What a webhook can tell: what the public learns, and nothing else. */
export const webhookEvents = [
  'verdict.published', // a verdict is public for the first time
  'verdict.corrected', // a new version of it is: a correction, an update, a clarification, a typo
  'verdict.superseded', // a version that a newer one replaces
  'verdict.withdrawn', // a version that was taken back, with the reason
  'verdict.amended', // a public version is marked as under correction, or checked for one more appearance
] as const
export type WebhookEvent = (typeof webhookEvents)[number]

/** What tries out whether a webhook arrives; it tells nothing. */
export const TEST_EVENT = 'webhook.test'

export const webhookStatuses = ['active', 'paused', 'gone', 'ended'] as const

/** Somebody’s program that is told what the public learns. Its address and its secret stand apart. */
export type Webhook = {
  id: string
  revision: number
  name: string
  /** Where its address is: scheme, host and port. The rest of it may be a secret. */
  origin: string
  /** SHA-256 of its whole address. */
  address: string
  events: string[]
  /** `gone`: paused by itself, as its host said that there is nothing any more. */
  status: (typeof webhookStatuses)[number]
  /** Since when its secret is this one. */
  secretAt: string
  addedAt: string
}

/** How many a desk has, at most, besides those that have ended. */
export const MOST_WEBHOOKS = 20

const MAX_ADDRESS = 2000

const isLoopback = ({ hostname }: URL): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname)

/** What is wrong with an address to send to. */
function wrongIn(text: string, loopback: boolean): FieldCode | null {
  const url = URL.canParse(text) ? new URL(text) : null
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) return 'not_a_url'
  if (url.protocol === 'http:' && !(loopback && isLoopback(url))) return 'not_https'
  return null
}

/** @param loopback whether plain http will do, on this machine itself */
const webhookInput = (loopback: boolean) =>
  z.object({
    name: needed(120),
    url: needed(MAX_ADDRESS).superRefine((text, { addIssue }) => {
      const message = wrongIn(text, loopback)
      if (message) addIssue({ code: 'custom', message })
    }),
    events: z.preprocess(
      (value) => [...new Set([value ?? []].flat())],
      z.array(z.enum(webhookEvents)).min(1),
    ),
  })

export type WebhookRead = { name: string; url: string; events: string[] }

/** What a form says of a webhook; its events in the order of the list. @throws Refusal `invalid` */
export function readWebhook(input: unknown, loopback: boolean): WebhookRead {
  const { name, url, events } = parse(webhookInput(loopback), input)
  const address = new URL(url)
  address.hash = ''
  return { name, url: address.href, events: webhookEvents.filter((one) => events.includes(one)) }
}

const said = ({ name, url, events }: WebhookRead, address: string) => ({
  ...{ name, events, address },
  origin: new URL(url).origin,
})

/**
 * @param address SHA-256 of the address
 * @param there how many the desk has
 * @throws Refusal `forbidden`; `invalid` for one more than a desk can have
 */
export function addWebhook(
  newId: string,
  read: WebhookRead,
  address: string,
  there: number,
  act: Act,
) {
  demand(act.member, 'admin')
  if (there >= MOST_WEBHOOKS) {
    throw new Refusal('invalid', {
      fields: { name: { code: 'too_many', values: { max: MOST_WEBHOOKS } } },
    })
  }
  const after: Webhook = {
    ...{ id: newId, revision: 0, ...said(read, address), status: 'active' },
    ...{ secretAt: act.at, addedAt: act.at },
  }
  return record('webhook', 'add', act, null, after)
}

/** @throws Refusal `forbidden`; `conflict` where it has ended, or stands otherwise than it must */
function demandStanding({ status }: Webhook, from: readonly Webhook['status'][], act: Act): void {
  demand(act.member, 'admin')
  if (!from.includes(status)) throw new Refusal('conflict')
}

const alive = ['active', 'paused', 'gone'] as const

/** @throws Refusal `forbidden`, `conflict` */
export function changeWebhook(webhook: Webhook, read: WebhookRead, address: string, act: Act) {
  demandStanding(webhook, alive, act)
  return record('webhook', 'change', act, webhook, { ...webhook, ...said(read, address) })
}

/** It gets another secret; the one before signs beside it for a while. @throws Refusal `forbidden`, `conflict` */
export function rotateSecret(webhook: Webhook, act: Act): Change {
  demandStanding(webhook, alive, act)
  return record('webhook', 'rotate', act, webhook, { ...webhook, secretAt: act.at })
}

/** Nothing is sent until it goes on. @throws Refusal `forbidden`, `conflict` */
export function pauseWebhook(webhook: Webhook, act: Act): Change {
  demandStanding(webhook, ['active'], act)
  return record('webhook', 'pause', act, webhook, { ...webhook, status: 'paused' })
}

/** What happened meanwhile is told now. @throws Refusal `forbidden`, `conflict` */
export function continueWebhook(webhook: Webhook, act: Act): Change {
  demandStanding(webhook, ['paused', 'gone'], act)
  return record('webhook', 'continue', act, webhook, { ...webhook, status: 'active' })
}

/** Its host says that there is nothing any more: it is paused, by whoever sends. */
export function loseWebhook(webhook: Webhook, act: Act) {
  const after: Webhook = { ...webhook, status: 'gone' }
  return record('webhook', 'lose', act, webhook, after)
}

/** It is told nothing any more, for good. @throws Refusal `forbidden`, `conflict` */
export function endWebhook(webhook: Webhook, act: Act): Change {
  demandStanding(webhook, alive, act)
  return record('webhook', 'end', act, webhook, { ...webhook, status: 'ended' })
}

/** What is decided on a version that stays public as it is, but for what is said beside it. */
const beside: readonly string[] = ['mark', 'unmark', 'confirm']

/**
 * What the public learns of a verdict version.
 * @param told its status, and the verb and the change of the entry that told it
 */
export function eventOf(told: {
  status: Status
  verb: string
  change: Difference
}): WebhookEvent | null {
  const { status, verb, change } = told
  if (status === 'withdrawn' || status === 'superseded') return `verdict.${status}`
  if (status !== 'published') return null
  if (beside.includes(verb)) return 'verdict.amended'
  return change.correctionKind?.[1] ? 'verdict.corrected' : 'verdict.published'
}
