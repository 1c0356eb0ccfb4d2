import { type Delivery, newDelivery, sendAgain } from '../../domain/delivery.ts'
import { demand, type Member } from '../../domain/member.ts'
import { id as idSchema } from '../../domain/parse.ts'
import { Refusal } from '../../domain/refusal.ts'
import { TEST_EVENT } from '../../domain/webhook.ts'
import { messageOf, testMessage } from '../../interchange/webhook-message.ts'
import { known } from '../deciding.ts'
import type { Desk } from '../open.ts'
import { findWebhook } from './manage.ts'

/** What is sent: made of what is kept, the same bytes each time. */
export async function bodyOf({ store }: Desk, delivery: Delivery): Promise<string> {
  const { seq, event, addedAt, webhook } = delivery
  if (seq === null) return testMessage(event, addedAt, webhook)
  const { at, ...told } = known(await store.webhooks.toldAt(seq))
  return messageOf(event, at, told)
}

/** @throws Refusal `forbidden`, `not_found` */
async function find({ store }: Desk, member: Member, id: string): Promise<Delivery> {
  demand(member, 'admin')
  return known(idSchema.safeParse(id).success ? await store.deliveries.find(id) : null)
}

/** A delivery with what was sent. @throws Refusal `forbidden`, `not_found` */
export async function readDelivery(desk: Desk, member: Member, id: string) {
  const delivery = await find(desk, member, id)
  const [webhook, body] = await Promise.all([
    findWebhook(desk, member, delivery.webhook),
    bodyOf(desk, delivery),
  ])
  return { delivery, webhook, body }
}

/**
 * Has something sent again, under the id that it had.
 * @param read the delivery as it was seen: what was sent meanwhile is not sent once more
 * @throws Refusal `forbidden`, `not_found`; `conflict` where it is being sent, or its webhook has ended
 */
export async function again(desk: Desk, member: Member, read: { id: string; revision: number }) {
  const delivery = await find(desk, member, read.id)
  const { status } = await findWebhook(desk, member, delivery.webhook)
  if (status === 'ended') throw new Refusal('conflict')
  const now = desk.now()
  // The same form a second time: it is on its way.
  const isAsked = delivery.status === 'waiting' && delivery.attempts === 0
  if (delivery.revision > read.revision && isAsked) return
  if (delivery.revision !== read.revision) throw new Refusal('conflict')
  if (!(await desk.store.deliveries.put(sendAgain(delivery, now)))) throw new Refusal('conflict')
}

/**
 * Has a test event sent, which tells nothing.
 * @param newId the id that the form was given: the same form again sends one
 * @throws Refusal `forbidden`, `not_found`; `conflict` where nothing is sent to it now
 */
export async function test(desk: Desk, member: Member, id: string, newId: string): Promise<void> {
  const webhook = await findWebhook(desk, member, id)
  if (webhook.status !== 'active') throw new Refusal('conflict')
  const about = { id: newId, webhook: id, seq: null, claim: null, event: TEST_EVENT }
  await desk.store.deliveries.add(newDelivery(about, desk.now()))
}
