import { add, end, pause } from '../../src/desk/webhooks/manage.ts'
import { type Delivery, newDelivery } from '../../src/domain/delivery.ts'
import type { Member } from '../../src/domain/member.ts'
import { webhookEvents } from '../../src/domain/webhook.ts'
import type { ServedDesk } from '../support/browser.ts'

/** Webhooks by how they stand, and deliveries by what became of them. */
export type Hooks = {
  webhooks: Record<'active' | 'paused' | 'ended', string>
  deliveries: Record<'told' | 'failed', string>
}

const words = `<!doctype html><title>502</title>${' A gateway has no answer.'.repeat(40)}`

/** Whom the desk tells what the public learns. @param admin who adds them */
export async function hooksWorld(desk: ServedDesk, admin: Member): Promise<Hooks> {
  const added = async (name: string) => {
    const id = desk.newId()
    const url = `https://site.example/${'hooks/'.repeat(12)}?key=a-secret`
    await add(desk, admin, id, { name, url, events: [...webhookEvents] })
    return id
  }
  const read = async (id: string) => ({
    id,
    revision: (await desk.store.webhooks.find(id))?.revision ?? 0,
  })
  const [active, paused, ended] = [
    await added('The newspaper’s site'),
    await added('An archive'),
    await added('A newsletter'),
  ]
  await pause(desk, admin, await read(paused))
  await end(desk, admin, await read(ended))
  const [told] = await desk.store.webhooks.toldAfter(0, 1)
  const put = async (fields: Partial<Delivery>) => {
    const id = desk.newId()
    const about = { id, webhook: active, seq: null, claim: null, event: 'webhook.test' }
    await desk.store.deliveries.add({ ...newDelivery(about, desk.now()), ...fields })
    return id
  }
  const at = desk.now()
  const sent = { attempts: 1, triedAt: at, ms: 84 }
  const settled = {
    ...sent,
    status: 'delivered',
    nextAt: null,
    answerStatus: 204,
    answer: '',
  } as const
  const event = { seq: told?.seq ?? null, claim: told?.claim ?? null, event: 'verdict.published' }
  return {
    webhooks: { active, paused, ended },
    deliveries: {
      told: await put({ ...settled, ...event }),
      failed: await put({
        ...sent,
        attempts: 4,
        nextAt: '2099-01-01T00:00:00.000Z',
        answerStatus: 502,
        answer: words,
      }),
    },
  }
}
