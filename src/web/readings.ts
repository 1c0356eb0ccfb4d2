import { Hono } from 'hono'
import type { Typed } from '../../views/frame.ts'
import { readingSettingsPage } from '../../views/reading-settings.ts'
import { agreementPage } from '../../views/readings.ts'
import { disputePage } from '../../views/verdict/adjudication.ts'
import {
  adjudicate,
  fileReading,
  readAgreement,
  readDispute,
  readSettings,
  setReading,
} from '../desk/second-reading.ts'
import { demand } from '../domain/member.ts'
import type { Refusal } from '../domain/refusal.ts'
import { claimPageOf } from './claim-page.ts'
import type { Env, Page } from './env.ts'
import { answer, idOf, newIdOf, readForm, revisionOf } from './form.ts'
import { frameOf, memberOf, saidOf } from './frame.ts'

export const readingRoutes = new Hono<Env>()

readingRoutes.get('/readings', async (c) => {
  const agreement = await readAgreement(c.get('desk'), memberOf(c))
  return c.html(agreementPage(await frameOf(c), agreement))
})

// Where one reads blind, claim and evidence are at hand: on the claim's page.
readingRoutes.get('/claims/:id/reading', (c) => {
  demand(memberOf(c), 'checker')
  return c.redirect(`/claims/${idOf(c)}#verdict`, 303)
})

readingRoutes.post('/claims/:id/reading', async (c) => {
  const member = memberOf(c)
  demand(member, 'checker')
  const form = await readForm(c)
  const id = idOf(c)
  const read = { id, revision: revisionOf(form) }
  return answer(
    c,
    () => fileReading(c.get('desk'), member, read, newIdOf(form), form.fields),
    { to: `/claims/${id}#verdict`, notice: 'notice.read' },
    (refusal) => claimPageOf(c, id, { form: 'reading', refusal, typed: form.fields }),
  )
})

/** The two readings; where there is nothing to decide any more, the claim with what was typed. */
async function dispute(c: Page, refusal?: Refusal, typed: Typed = {}) {
  const id = idOf(c)
  try {
    const props = await readDispute(c.get('desk'), memberOf(c), id)
    const frame = await frameOf(c)
    const said = refusal && { typed, errors: refusal.fields, problem: saidOf(frame, refusal) }
    return disputePage(frame, { ...props, ...said })
  } catch (error) {
    if (!refusal) throw error
    return claimPageOf(c, id, { form: 'reading', refusal, typed })
  }
}

readingRoutes.get('/claims/:id/adjudication', async (c) => {
  demand(memberOf(c), 'editor')
  return c.html(await dispute(c))
})

readingRoutes.post('/claims/:id/adjudication', async (c) => {
  const member = memberOf(c)
  demand(member, 'editor')
  const form = await readForm(c)
  const id = idOf(c)
  const read = { id, revision: revisionOf(form) }
  return answer(
    c,
    () => adjudicate(c.get('desk'), member, read, form.fields),
    { to: `/claims/${id}#verdict`, notice: 'notice.adjudicate' },
    (refusal) => dispute(c, refusal, form.fields),
  )
})

async function settings(c: Page, refusal?: Refusal, typed?: Typed) {
  const { desk, topics } = await readSettings(c.get('desk'), memberOf(c))
  const frame = await frameOf(c)
  const there = refusal?.code === 'conflict' ? { theirs: desk } : {}
  const said = { typed, errors: refusal?.fields, problem: saidOf(frame, refusal) }
  return readingSettingsPage(frame, { desk, topics, ...there, ...said })
}

readingRoutes.get('/settings/reading', async (c) => c.html(await settings(c)))

readingRoutes.post('/settings/reading', async (c) => {
  const member = memberOf(c)
  demand(member, 'admin')
  const form = await readForm(c)
  return answer(
    c,
    () => setReading(c.get('desk'), member, revisionOf(form), form.fields),
    { to: '/settings/reading', notice: 'notice.saved' },
    (refusal) => settings(c, refusal, form.fields),
  )
})
