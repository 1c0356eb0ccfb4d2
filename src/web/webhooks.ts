import { Hono } from 'hono'
import type { Typed } from '../../views/frame.ts'
import type { MessageKey } from '../../views/messages.ts'
import { deliveryPage } from '../../views/webhook/delivery.ts'
import { webhookPage } from '../../views/webhook/page.ts'
import { secretPage, webhooksPage } from '../../views/webhooks.ts'
import type { Read } from '../desk/deciding.ts'
import type { Desk } from '../desk/open.ts'
import { again, readDelivery, test } from '../desk/webhooks/deliveries.ts'
import * as webhooks from '../desk/webhooks/manage.ts'
import { demand, type Member } from '../domain/member.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Env, Page } from './env.ts'
import { statusOf } from './errors.ts'
import { answer, cursorOf, idOf, leadsBack, newIdOf, oneOf, readForm, revisionOf } from './form.ts'
import { done, frameOf, memberOf, saidOf } from './frame.ts'

export const webhookRoutes = new Hono<Env>()

/** A form that was refused, with what was typed in it. */
type Again = { refusal: Refusal; typed?: Typed }

async function list(c: Page, sent?: Again) {
  const desk = c.get('desk')
  const rows = await webhooks.listWebhooks(desk, memberOf(c))
  const frame = await frameOf(c)
  const problem = saidOf(frame, sent?.refusal)
  const refused = sent && { typed: sent.typed, errors: sent.refusal.fields }
  return webhooksPage(frame, { rows, newId: desk.newId(), problem, ...refused })
}

webhookRoutes.get('/webhooks', async (c) => c.html(await list(c)))

webhookRoutes.post('/webhooks', async (c) => {
  const member = memberOf(c)
  demand(member, 'admin')
  const form = await readForm(c)
  const id = newIdOf(form)
  try {
    const secret = await webhooks.add(c.get('desk'), member, id, form.fields)
    if (!secret) return done(c, `/webhooks/${id}`, 'notice.unchanged')
    const webhook = { id, name: oneOf(form.fields.name).trim() }
    return c.html(secretPage(await frameOf(c), { webhook, secret }))
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'invalid') throw error
    return c.html(await list(c, { refusal: error, typed: form.fields }), statusOf.invalid)
  }
})

async function one(c: Page, sent?: Again) {
  const desk = c.get('desk')
  const id = idOf(c)
  const opened = await webhooks.openWebhook(desk, memberOf(c), id, cursorOf(c))
  const frame = await frameOf(c)
  const { more, ...shown } = opened
  const after = more && new URLSearchParams({ after: `${more.at}~${more.id}` })
  const older = after && `/webhooks/${id}?${after}#deliveries`
  const refused = sent?.typed && { typed: sent.typed, errors: sent.refusal.fields }
  const about = { newId: desk.newId(), overlap: webhooks.OVERLAP_HOURS, older, refused }
  return webhookPage(frame, { ...shown, ...about, problem: saidOf(frame, sent?.refusal) })
}

webhookRoutes.get('/webhooks/:id', async (c) => c.html(await one(c)))

const leading = (id: string) => `/webhooks/${id}`

/** A form of the page of a webhook. */
function decides(
  path: string,
  notice: MessageKey,
  verb: (desk: Desk, member: Member, read: Read, fields: Typed) => Promise<unknown>,
): void {
  leadsBack(webhookRoutes, `/webhooks/:id/${path}`, leading)
  webhookRoutes.post(`/webhooks/:id/${path}`, async (c) => {
    const member = memberOf(c)
    demand(member, 'admin')
    const form = await readForm(c)
    const read = { id: idOf(c), revision: revisionOf(form) }
    const typed = path === 'details' ? form.fields : undefined
    return answer(
      c,
      () => verb(c.get('desk'), member, read, form.fields),
      { to: leading(read.id), notice },
      (refusal) => one(c, { refusal, ...(typed && { typed }) }),
    )
  })
}

decides('details', 'notice.webhook_saved', webhooks.change)
decides('pause', 'notice.webhook_paused', webhooks.pause)
decides('continuation', 'notice.webhook_continued', webhooks.goOn)
decides('ending', 'notice.webhook_ended', webhooks.end)

leadsBack(webhookRoutes, '/webhooks/:id/secret', leading)
webhookRoutes.post('/webhooks/:id/secret', async (c) => {
  const member = memberOf(c)
  demand(member, 'admin')
  const form = await readForm(c)
  const read = { id: idOf(c), revision: revisionOf(form) }
  try {
    const secret = await webhooks.rotate(c.get('desk'), member, read)
    if (!secret) return done(c, leading(read.id), 'notice.unchanged')
    const webhook = await webhooks.findWebhook(c.get('desk'), member, read.id)
    return c.html(secretPage(await frameOf(c), { webhook, secret }))
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'conflict') throw error
    return c.html(await one(c, { refusal: error }), statusOf.conflict)
  }
})

leadsBack(webhookRoutes, '/webhooks/:id/test', leading)
webhookRoutes.post('/webhooks/:id/test', async (c) => {
  const member = memberOf(c)
  demand(member, 'admin')
  const newId = newIdOf(await readForm(c))
  const id = idOf(c)
  return answer(
    c,
    () => test(c.get('desk'), member, id, newId),
    { to: `/webhooks/${id}#deliveries`, notice: 'notice.webhook_tested' },
    (refusal) => one(c, { refusal }),
  )
})

async function delivery(c: Page, refusal?: Refusal) {
  const read = await readDelivery(c.get('desk'), memberOf(c), idOf(c))
  const frame = await frameOf(c)
  return deliveryPage(frame, { ...read, problem: saidOf(frame, refusal) })
}

webhookRoutes.get('/deliveries/:id', async (c) => c.html(await delivery(c)))

leadsBack(webhookRoutes, '/deliveries/:id/sending', (id) => `/deliveries/${id}`)
webhookRoutes.post('/deliveries/:id/sending', async (c) => {
  const member = memberOf(c)
  demand(member, 'admin')
  const read = { id: idOf(c), revision: revisionOf(await readForm(c)) }
  return answer(
    c,
    () => again(c.get('desk'), member, read),
    { to: `/deliveries/${read.id}`, notice: 'notice.delivery_again' },
    (refusal) => delivery(c, refusal),
  )
})
