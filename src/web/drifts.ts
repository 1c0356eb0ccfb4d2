import { Hono } from 'hono'
import { driftPage } from '../../views/drift/page.ts'
import { driftsPage } from '../../views/drifts.ts'
import type { Typed } from '../../views/frame.ts'
import type { MessageKey } from '../../views/messages.ts'
import type { Read } from '../desk/deciding.ts'
import { letWordsStand, listDrifts, placeWords, readDrift } from '../desk/drifts.ts'
import type { Desk } from '../desk/open.ts'
import { demand, type Member } from '../domain/member.ts'
import type { Refusal } from '../domain/refusal.ts'
import type { Env, Page } from './env.ts'
import { answer, cursorOf, idOf, leadsBack, readForm, revisionOf } from './form.ts'
import { frameOf, memberOf, saidOf } from './frame.ts'

export const driftRoutes = new Hono<Env>()

driftRoutes.get('/drifts', async (c) => {
  demand(memberOf(c), 'viewer')
  const state = c.req.query('show') === 'settled' ? 'settled' : 'open'
  const { rows, more, open } = await listDrifts(c.get('desk'), state, cursorOf(c))
  const query = new URLSearchParams({
    ...(state === 'settled' && { show: state }),
    after: more ? `${more.at}~${more.id}` : '',
  })
  const older = more ? `/drifts?${query}` : null
  return c.html(driftsPage(await frameOf(c), { rows, state, open, older }))
})

/** A form of the page that was refused, with what was typed in it. */
type Again = { form: 'placing' | 'standing'; refusal: Refusal; typed: Typed }

async function page(c: Page, again?: Again) {
  const read = await readDrift(c.get('desk'), idOf(c))
  const frame = await frameOf(c)
  const problem = saidOf(frame, again?.refusal)
  const refused = again && { form: again.form, typed: again.typed, errors: again.refusal.fields }
  return driftPage(frame, { ...read, ...refused, problem })
}

driftRoutes.get('/drifts/:id', async (c) => {
  demand(memberOf(c), 'viewer')
  return c.html(await page(c))
})

type Verb = (desk: Desk, member: Member, read: Read, input: Typed) => Promise<unknown>

/** A form of the page that settles the task. */
function settles(form: Again['form'], notice: MessageKey, verb: Verb): void {
  leadsBack(driftRoutes, `/drifts/:id/${form}`, (id) => `/drifts/${id}`)
  driftRoutes.post(`/drifts/:id/${form}`, async (c) => {
    const member = memberOf(c)
    demand(member, 'checker')
    const sent = await readForm(c)
    const id = idOf(c)
    const read = { id, revision: revisionOf(sent) }
    return answer(
      c,
      () => verb(c.get('desk'), member, read, sent.fields),
      { to: `/drifts/${id}`, notice },
      (refusal) => page(c, { form, refusal, typed: sent.fields }),
    )
  })
}

settles('standing', 'notice.drift_stands', letWordsStand)
settles('placing', 'notice.drift_placed', placeWords)
