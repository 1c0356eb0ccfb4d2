import { z } from '@hono/zod-openapi'
import { deliveryStatuses } from '../../../domain/delivery.ts'
import { webhookEvents, webhookStatuses } from '../../../domain/webhook.ts'
import { id, moment, revision, words } from './common.ts'

export const webhookAnswer = z
  .object({
    ...{ id, revision, name: z.string() },
    origin: z.string().describe('Where its address is: scheme, host and port'),
    events: z.array(z.enum(webhookEvents)),
    status: z
      .enum(webhookStatuses)
      .describe('`gone`: its host said that there is nothing any more, so it was paused'),
    ...{ secretAt: moment.describe('Since when its secret is this one'), addedAt: moment },
    waiting: z.int().describe('How many deliveries wait'),
  })
  .openapi('Webhook')

export const openedWebhook = webhookAnswer
  .extend({
    url: words.describe('Null where it has ended'),
    formerUntil: moment.nullable().describe('Until when the secret before signs, too'),
  })
  .openapi('OpenedWebhook')

export const newWebhook = openedWebhook
  .extend({ secret: words.describe('Said once: null where the same request comes again') })
  .openapi('NewWebhook')

export const deliveryAnswer = z
  .object({
    ...{ id: id.describe('The same each time it is sent'), revision, webhook: id },
    ...{ event: z.string(), claim: id.nullable(), status: z.enum(deliveryStatuses) },
    attempts: z.int(),
    ...{ addedAt: moment, nextAt: moment.nullable(), triedAt: moment.nullable() },
    ms: z.int().nullable().describe('How long the answer took'),
    answerStatus: z.int().nullable(),
    answer: words.describe('How it began'),
    why: z
      .object({
        code: z.string(),
        values: z.record(z.string(), z.union([z.string(), z.number()])),
      })
      .nullable()
      .describe('Why there was none'),
  })
  .openapi('Delivery')

export const openedDelivery = deliveryAnswer
  .extend({ body: z.string().describe('What is sent, to the letter') })
  .openapi('OpenedDelivery')
