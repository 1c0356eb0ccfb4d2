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
import { answer, decide, idOf, newIdOf, readForm, revisionOf } from './form.ts'
import { frameOf, memberOf, saidOf } from './frame.ts'

export const readingRoutes = new Hono<Env>()

readingRoutes.get('/readings', async (c) => {
  const agreement = await readAgreement(c.get('desk'), memberOf(c))
  return c.html(agreementPage(await frameOf(c), agreement))
})

const verdictOf = (id: string) => `/claims/${id}#verdict`

// Where one reads blind, claim and evidence are at hand: on the claim's page.
readingRoutes.get('/claims/:id/reading', (c) => {
  demand(memberOf(c), 'checker')
  return c.redirect(verdictOf(idOf(c)), 303)
})

readingRoutes.post('/claims/:id/reading', (c) =>
  decide(
    c,
    { role: 'checker', to: verdictOf, notice: 'notice.read' },
    (desk, member, read, fields, form) => fileReading(desk, member, read, newIdOf(form), fields),
    (refusal, typed) => claimPageOf(c, idOf(c), { form: 'reading', refusal, typed }),
  ),
)

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

readingRoutes.post('/claims/:id/adjudication', (c) =>
  decide(
    c,
    { role: 'editor', to: verdictOf, notice: 'notice.adjudicate' },
    adjudicate,
    (refusal, typed) => dispute(c, refusal, typed),
  ),
)

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
