import { Hono } from 'hono'
import { driftPage } from '../../views/drift/page.ts'
import { driftsPage } from '../../views/drifts.ts'
import type { Typed } from '../../views/frame.ts'
import type { MessageKey } from '../../views/messages.ts'
import { letWordsStand, listDrifts, placeWords, readDrift } from '../desk/drifts.ts'
import { demand } from '../domain/member.ts'
import type { Refusal } from '../domain/refusal.ts'
import type { Env, Page } from './env.ts'
import { cursorOf, decides, idOf, type Verb } from './form.ts'
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

/** A form of the page that settles the task. */
function settles(form: Again['form'], notice: MessageKey, verb: Verb): void {
  const decision = { role: 'checker', to: (id: string) => `/drifts/${id}`, notice } as const
  decides(driftRoutes, `/drifts/:id/${form}`, decision, verb, (c, refusal, typed) =>
    page(c, { form, refusal, typed }),
  )
}

settles('standing', 'notice.drift_stands', letWordsStand)
settles('placing', 'notice.drift_placed', placeWords)
