import { OpenAPIHono } from '@hono/zod-openapi'
import { again, readDelivery } from '../../desk/webhooks/deliveries.ts'
import type { Env, Page } from '../env.ts'
import { idOf } from '../form.ts'
import { memberOf } from '../frame.ts'
import { openedDelivery } from './answers/webhook.ts'
import { one } from './answers.ts'
import { defaultHook, stepping } from './guards.ts'
import { reads, steps } from './route.ts'

/** A delivery as it is. @param id another than the one that the address names */
export async function deliveryNow(c: Page, id = idOf(c)) {
  const { delivery, body } = await readDelivery(c.get('desk'), memberOf(c), id)
  return { ...delivery, body }
}

const about = { tag: 'Webhooks', need: 'admin', answer: openedDelivery } as const

/** What webhooks were told. */
export const deliveries = new OpenAPIHono<Env>({ defaultHook })
  .openapi(
    reads({ ...about, path: '/deliveries/{id}', summary: 'One delivery, with what was sent' }),
    async (c) => one(c, openedDelivery, await deliveryNow(c)),
  )
  .openapi(
    steps({
      path: '/deliveries/{id}/sending',
      ...about,
      summary: 'Send it again, under the id that it has',
    }),
    async (c) => {
      await stepping(
        c,
        (read) => again(c.get('desk'), memberOf(c), read),
        () => deliveryNow(c),
      )
      return one(c, openedDelivery, await deliveryNow(c))
    },
  )
