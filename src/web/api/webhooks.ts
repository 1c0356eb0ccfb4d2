import { OpenAPIHono, z } from '@hono/zod-openapi'
import { test } from '../../desk/webhooks/deliveries.ts'
import * as webhooks from '../../desk/webhooks/manage.ts'
import { needed } from '../../domain/parse.ts'
import { webhookEvents } from '../../domain/webhook.ts'
import type { Env, Page } from '../env.ts'
import { idOf } from '../form.ts'
import { memberOf } from '../frame.ts'
import { deliveryAnswer, newWebhook, openedWebhook, webhookAnswer } from './answers/webhook.ts'
import { list, made, one, paged } from './answers.ts'
import { deliveryNow } from './deliveries.ts'
import { defaultHook, newIdOf, sentIn, stepping } from './guards.ts'
import { changes, lists, listsAll, makes, reads, steps } from './route.ts'
import { afterTime, saying, timePlace } from './saying.ts'

const webhookInput = z.object({
  name: needed(120),
  url: needed(2000).describe('An https address'),
  events: z.array(z.enum(webhookEvents)).min(1).describe('What it is told'),
})

/** A webhook as it is. @param id another than the one that the address names */
async function now(c: Page, id = idOf(c)) {
  const opened = await webhooks.openWebhook(c.get('desk'), memberOf(c), id, null)
  const { webhook, url, waiting, formerUntil } = opened
  return { ...webhook, url, waiting, formerUntil }
}

const about = { tag: 'Webhooks', need: 'admin', answer: openedWebhook } as const

/** A decision that takes nothing but the revision. */
async function decided(c: Page, decide: typeof webhooks.pause) {
  await stepping(
    c,
    (read) => decide(c.get('desk'), memberOf(c), read),
    () => now(c),
  )
  return one(c, openedWebhook, await now(c))
}

/** Programs of others that are told what the public learns. */
export const webhookEndpoints = new OpenAPIHono<Env>({ defaultHook })
  .openapi(
    listsAll({
      path: '/webhooks',
      ...{ tag: 'Webhooks', need: 'admin', item: webhookAnswer },
      summary: 'All of them, those that have ended too',
    }),
    async (c) => {
      const rows = await webhooks.listWebhooks(c.get('desk'), memberOf(c))
      const items = rows.map(({ webhook, waiting }) => ({ ...webhook, waiting }))
      return list(c, webhookAnswer, items)
    },
  )
  .openapi(
    makes({
      path: '/webhooks',
      ...{ ...about, body: webhookInput, answer: newWebhook, tellsSecret: true },
      summary: 'Have an address told what the public learns from now on',
    }),
    async (c) => {
      const id = newIdOf(c)
      const secret = await webhooks.add(c.get('desk'), memberOf(c), id, sentIn(c))
      return made(c, newWebhook, { ...(await now(c, id)), secret }, `/webhooks/${id}`)
    },
  )
  .openapi(reads({ ...about, path: '/webhooks/{id}', summary: 'One webhook' }), async (c) =>
    one(c, openedWebhook, await now(c)),
  )
  .openapi(
    changes({
      path: '/webhooks/{id}',
      ...{ ...about, body: webhookInput.partial() },
      summary: 'Name it anew, send elsewhere, or tell it something else from now on',
    }),
    async (c) => {
      const said = saying(c, webhookInput, await now(c))
      await stepping(
        c,
        (read) => webhooks.change(c.get('desk'), memberOf(c), read, said),
        () => now(c),
      )
      return one(c, openedWebhook, await now(c))
    },
  )
  .openapi(
    steps({ ...about, path: '/webhooks/{id}/pause', summary: 'Send it nothing until it goes on' }),
    (c) => decided(c, webhooks.pause),
  )
  .openapi(
    steps({
      path: '/webhooks/{id}/continuation',
      ...about,
      summary: 'Go on: what happened meanwhile is told now',
    }),
    (c) => decided(c, webhooks.goOn),
  )
  .openapi(
    steps({
      path: '/webhooks/{id}/ending',
      ...about,
      summary: 'Tell it nothing any more, for good; its address and secret are forgotten',
    }),
    (c) => decided(c, webhooks.end),
  )
  .openapi(
    steps({
      path: '/webhooks/{id}/secret',
      ...{ ...about, answer: newWebhook, tellsSecret: true },
      summary: 'Give it another secret; the one before signs beside it for a day',
    }),
    async (c) => {
      let secret: string | null = null
      await stepping(
        c,
        async (read) => {
          secret = await webhooks.rotate(c.get('desk'), memberOf(c), read)
        },
        () => now(c),
      )
      return one(c, newWebhook, { ...(await now(c)), secret })
    },
  )
  .openapi(
    makes({
      path: '/webhooks/{id}/test',
      ...{ ...about, body: z.object({}), answer: deliveryAnswer },
      summary: 'Send it a test, which tells nothing',
    }),
    async (c) => {
      const newId = newIdOf(c)
      await test(c.get('desk'), memberOf(c), idOf(c), newId)
      return made(c, deliveryAnswer, await deliveryNow(c, newId), `/deliveries/${newId}`)
    },
  )
  .openapi(
    lists({
      ...{ tag: 'Webhooks', need: 'admin', item: deliveryAnswer },
      path: '/webhooks/{id}/deliveries',
      ...{ query: paged.pick({ after: true }) },
      summary: 'What it was told, the newest first',
    }),
    async (c) => {
      const [desk, member, place] = [c.get('desk'), memberOf(c), afterTime(c)]
      const opened = await webhooks.openWebhook(desk, member, idOf(c), place)
      return list(c, deliveryAnswer, opened.deliveries, timePlace(opened.more))
    },
  )
