import { OpenAPIHono, z } from '@hono/zod-openapi'
import { bringBackLetter, dismiss, erase, listTips, readTip, take } from '../../desk/tips.ts'
import { dismissInput, takeInput, tipStatuses } from '../../domain/tip.ts'
import type { Env, Page } from '../env.ts'
import { idOf } from '../form.ts'
import { memberOf } from '../frame.ts'
import { tipAnswer } from './answers/task.ts'
import { list, one, paged } from './answers.ts'
import { defaultHook, readOf, sentIn } from './guards.ts'
import { lists, moves, reads, steps } from './route.ts'
import { afterTime, fieldsIn, timePlace } from './saying.ts'

const about = { tag: 'Letters', need: 'checker', answer: tipAnswer } as const

/** How to reach whoever wrote is forgotten with the decision, unless that is asked for. */
const keeping = { keepContact: z.literal('yes').nullish() }

async function now(c: Page) {
  const { tip, letter } = await readTip(c.get('desk'), memberOf(c), idOf(c))
  return one(c, tipAnswer, { ...tip, letter })
}

/** What readers sent in. */
export const tips = new OpenAPIHono<Env>({ defaultHook })
  .openapi(
    lists({
      ...{ ...about, path: '/tips', item: tipAnswer },
      query: paged.pick({ after: true }).extend({ show: z.enum(tipStatuses).optional() }),
      summary: 'What readers sent in, the newest first; without `show`, what is new',
    }),
    async (c) => {
      const { show = 'new' } = c.req.valid('query')
      const { rows, more } = await listTips(c.get('desk'), memberOf(c), show, afterTime(c))
      const items = rows.map(({ tip, letter }) => ({ ...tip, letter }))
      return list(c, tipAnswer, items, timePlace(more))
    },
  )
  .openapi(reads({ ...about, path: '/tips/{id}', summary: 'One letter' }), (c) => now(c))
  .openapi(
    moves({
      ...{ ...about, path: '/tips/{id}/taking', body: takeInput.extend(keeping) },
      summary: 'Say that it is seen to, and which claim it is',
    }),
    async (c) => {
      const { claim, ...said } = fieldsIn(c)
      await take(c.get('desk'), memberOf(c), readOf(c), String(claim ?? ''), said)
      return now(c)
    },
  )
  .openapi(
    moves({
      ...{ ...about, path: '/tips/{id}/dismissal', body: dismissInput.extend(keeping) },
      summary: 'Dismiss it',
    }),
    async (c) => {
      await dismiss(c.get('desk'), memberOf(c), readOf(c), sentIn(c))
      return now(c)
    },
  )
  .openapi(
    steps({ ...about, path: '/tips/{id}/bringing-back', summary: 'Let it wait again' }),
    async (c) => {
      await bringBackLetter(c.get('desk'), memberOf(c), readOf(c))
      return now(c)
    },
  )
  .openapi(
    steps({ ...about, path: '/tips/{id}/erasure', summary: 'Erase what the reader wrote' }),
    async (c) => {
      await erase(c.get('desk'), memberOf(c), readOf(c))
      return now(c)
    },
  )
