import { OpenAPIHono, z } from '@hono/zod-openapi'
import { bringBack, giveBack, giveClaim, setAside } from '../../desk/claims.ts'
import { setAsideInput } from '../../domain/claim.ts'
import { parse } from '../../domain/parse.ts'
import type { Env } from '../env.ts'
import { memberOf } from '../frame.ts'
import { claimAnswer } from './answers/claim.ts'
import { claimNow } from './claims.ts'
import { defaultHook, readOf, sentIn } from './guards.ts'
import { moves, steps } from './route.ts'
import { fieldsIn } from './saying.ts'

const about = { tag: 'Claims', need: 'checker', answer: claimAnswer } as const

/** Whose work a claim is, and whether it is checked at all. */
export const claimWork = new OpenAPIHono<Env>({ defaultHook })
  .openapi(
    moves({
      ...{ ...about, path: '/claims/{id}/assignment' },
      body: z.object({ to: z.string().max(100).describe('A person’s id; one’s own to take it') }),
      summary: 'Take the work, or give it to a colleague',
    }),
    async (c) => {
      await giveClaim(c.get('desk'), memberOf(c), readOf(c), String(fieldsIn(c).to))
      return claimNow(c)
    },
  )
  .openapi(
    steps({ ...about, path: '/claims/{id}/release', summary: 'Give the work back' }),
    async (c) => {
      await giveBack(c.get('desk'), memberOf(c), readOf(c))
      return claimNow(c)
    },
  )
  .openapi(
    moves({
      ...{ ...about, path: '/claims/{id}/setting-aside', body: setAsideInput },
      summary: 'Set a claim aside, and say why; a duplicate names the claim that survives it',
    }),
    async (c) => {
      const { duplicateOf, ...said } = parse(setAsideInput, sentIn(c))
      const input = { ...said, ...(duplicateOf && { duplicateOf }) }
      await setAside(c.get('desk'), memberOf(c), readOf(c), input)
      return claimNow(c)
    },
  )
  .openapi(
    steps({ ...about, path: '/claims/{id}/bringing-back', summary: 'Bring it back to the inbox' }),
    async (c) => {
      await bringBack(c.get('desk'), memberOf(c), readOf(c))
      return claimNow(c)
    },
  )
