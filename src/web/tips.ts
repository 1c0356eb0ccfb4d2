import { Hono } from 'hono'
import type { Typed } from '../../views/frame.ts'
import type { MessageKey } from '../../views/messages.ts'
import { tipPage } from '../../views/tip/page.ts'
import { tipsPage } from '../../views/tips.ts'
import { bringBackLetter, dismiss, erase, listTips, readTip, take } from '../desk/tips.ts'
import type { Refusal } from '../domain/refusal.ts'
import { tipStatuses } from '../domain/tip.ts'
import type { Env, Page } from './env.ts'
import { cursorOf, decides, idIn, idOf, oneOf, type Verb } from './form.ts'
import { frameOf, memberOf, saidOf } from './frame.ts'

export const tipRoutes = new Hono<Env>()

tipRoutes.get('/tips', async (c) => {
  const status = tipStatuses.find((one) => one === c.req.query('show')) ?? 'new'
  const { rows, more, fresh } = await listTips(c.get('desk'), memberOf(c), status, cursorOf(c))
  const query = new URLSearchParams({
    ...(status !== 'new' && { show: status }),
    after: more ? `${more.at}~${more.id}` : '',
  })
  const older = more ? `/tips?${query}` : null
  return c.html(tipsPage(await frameOf(c), { rows, status, fresh, older }))
})

/** A form of the letter's page that was refused, with what was typed in it. */
type Again = { form: 'taking' | 'dismissal'; refusal: Refusal; typed: Typed }

async function page(c: Page, again?: Again) {
  const read = await readTip(c.get('desk'), memberOf(c), idOf(c))
  const frame = await frameOf(c)
  const { refusal, form, typed } = again ?? {}
  const stale = refusal?.code === 'conflict'
  const problem = stale ? frame.t('tip.conflict') : saidOf(frame, refusal)
  const refused = form && !stale ? { form, typed, errors: refusal?.fields } : undefined
  return tipPage(frame, { ...read, problem, refused })
}

tipRoutes.get('/tips/:id', async (c) => c.html(await page(c)))

/** A form of the page that decides on the letter. */
function settles(path: string, form: Again['form'], notice: MessageKey, verb: Verb): void {
  const decision = { role: 'checker', to: (id: string) => `/tips/${id}`, notice } as const
  decides(tipRoutes, `/tips/:id/${path}`, decision, verb, (c, refusal, typed) =>
    page(c, { form, refusal, typed }),
  )
}

settles('taking', 'taking', 'notice.tip_taken', (desk, member, read, fields) =>
  take(desk, member, read, idIn(oneOf(fields.claim)), fields),
)
settles('dismissal', 'dismissal', 'notice.tip_dismissed', dismiss)
settles('bringing-back', 'dismissal', 'notice.tip_back', bringBackLetter)
settles('erasure', 'dismissal', 'notice.tip_erased', erase)
