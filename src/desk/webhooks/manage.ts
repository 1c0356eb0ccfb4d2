import { randomBytes } from 'node:crypto'
import { later } from '../../domain/delivery.ts'
import type { Change } from '../../domain/ledger.ts'
import { type Act, demand, type Member } from '../../domain/member.ts'
import { id as idSchema } from '../../domain/parse.ts'
import {
  addWebhook,
  changeWebhook,
  continueWebhook,
  endWebhook,
  pauseWebhook,
  readWebhook,
  rotateSecret,
  type Webhook,
} from '../../domain/webhook.ts'
import type { Cursor } from '../../store/articles.ts'
import type { WebhookWrite } from '../../store/webhooks.ts'
import { actOf, demandRevision, isEmpty, known, once, type Read, sentTwice } from '../deciding.ts'
import type { Desk } from '../open.ts'
import { digest } from '../secrets.ts'

/** For so long the secret before signs beside a new one. */
export const OVERLAP_HOURS = 24

const PAGE = 50
const HISTORY = 50

/** 256 bits, as Standard Webhooks writes them. */
const newSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`

/** @throws Refusal `forbidden`, `not_found` */
export async function findWebhook({ store }: Desk, member: Member, id: string): Promise<Webhook> {
  demand(member, 'admin')
  return known(idSchema.safeParse(id).success ? await store.webhooks.find(id) : null)
}

/** Every webhook, with how many of its deliveries wait. @throws Refusal `forbidden` */
export async function listWebhooks({ store }: Desk, member: Member) {
  demand(member, 'admin')
  const webhooks = await store.webhooks.list()
  const waiting = await Promise.all(webhooks.map(({ id }) => store.deliveries.waiting(id)))
  return webhooks.map((webhook, i) => ({ webhook, waiting: waiting[i] ?? 0 }))
}

/**
 * A webhook with where it leads, what it was told, newest first, and what was decided on it.
 * @throws Refusal `forbidden`, `not_found`
 */
export async function openWebhook(desk: Desk, member: Member, id: string, after: Cursor | null) {
  const webhook = await findWebhook(desk, member, id)
  const { store } = desk
  const [state, found, waiting, history] = await Promise.all([
    store.webhooks.state(id),
    store.deliveries.list(id, after, PAGE + 1),
    store.deliveries.waiting(id),
    store.ledger.ofSubject('webhook', id, HISTORY),
  ])
  const names = await store.people.names([...new Set(history.map(({ actor }) => actor))])
  const deliveries = found.slice(0, PAGE)
  const last = deliveries.at(-1)
  const until = state?.formerUntil ?? null
  return {
    ...{ webhook, url: state?.url ?? null, deliveries, waiting, history, names },
    formerUntil: until !== null && until > desk.now() ? until : null,
    more: found.length > PAGE && last ? { at: last.addedAt, id: last.id } : null,
  }
}

/**
 * Adds a webhook; it is told what the public learns from now on.
 * @param id the id that the form was given
 * @returns its secret, which is shown once; null where the form came a second time
 * @throws Refusal `forbidden`, `invalid`
 */
export async function add(desk: Desk, member: Member, id: string, input: unknown) {
  demand(member, 'admin')
  const { webhooks } = desk.store
  const read = readWebhook(input, desk.fetching.allowLoopback === true)
  let made: string | null = null
  await once(
    () => webhooks.find(id),
    async () => {
      const there = await webhooks.countAlive()
      const change = addWebhook(id, read, digest(read.url), there, actOf(desk, member))
      const secret = newSecret()
      const former = { formerSecret: null, formerUntil: null }
      const cursor = await webhooks.lastTold()
      const state = { webhook: id, url: read.url, secret, ...former, cursor }
      await desk.store.save([change], { webhooks: [{ keep: state }] })
      made = secret
    },
  )
  return made
}

/**
 * Names a webhook anew, sends it elsewhere, or tells it something else from now on.
 * @throws Refusal `forbidden`, `not_found`, `invalid`, `conflict`
 */
export async function change(desk: Desk, member: Member, read: Read, input: unknown) {
  const webhook = await findWebhook(desk, member, read.id)
  const said = readWebhook(input, desk.fetching.allowLoopback === true)
  const change = changeWebhook(webhook, said, digest(said.url), actOf(desk, member))
  if (isEmpty(change)) return
  demandRevision(webhook, read.revision)
  const { id } = webhook
  await desk.store.save([change], { webhooks: [{ webhook: id, url: said.url }] })
}

/**
 * Gives a webhook another secret.
 * @returns it, to be shown once; null where the form came a second time
 * @throws Refusal `forbidden`, `not_found`, `conflict`
 */
export async function rotate(desk: Desk, member: Member, read: Read): Promise<string | null> {
  const webhook = await findWebhook(desk, member, read.id)
  const twice = { revision: read.revision, verbs: ['rotate'], member }
  if (await sentTwice(desk, 'webhook', webhook, twice)) return null
  demandRevision(webhook, read.revision)
  const act = actOf(desk, member)
  const secret = newSecret()
  const formerUntil = later(act.at, OVERLAP_HOURS * 3600)
  const write = { webhook: webhook.id, secret, formerUntil }
  await desk.store.save([rotateSecret(webhook, act)], { webhooks: [write] })
  return secret
}

/** A decision that takes nothing but a click. */
const decision =
  (
    verb: string,
    decide: (webhook: Webhook, act: Act) => Change,
    writes: (webhook: Webhook) => WebhookWrite[] = () => [],
  ) =>
  async (desk: Desk, member: Member, read: Read): Promise<void> => {
    const webhook = await findWebhook(desk, member, read.id)
    const twice = { revision: read.revision, verbs: [verb], member }
    if (await sentTwice(desk, 'webhook', webhook, twice)) return
    demandRevision(webhook, read.revision)
    const decided = decide(webhook, actOf(desk, member))
    await desk.store.save([decided], { webhooks: writes(webhook) })
  }

/** @throws Refusal `forbidden`, `not_found`, `conflict` */
export const pause = decision('pause', pauseWebhook)

/** @throws Refusal `forbidden`, `not_found`, `conflict` */
export const goOn = decision('continue', continueWebhook)

/** Its address and its secrets are forgotten. @throws Refusal `forbidden`, `not_found`, `conflict` */
export const end = decision('end', endWebhook, ({ id }) => [{ end: id }])
