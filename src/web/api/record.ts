import { OpenAPIHono, z } from '@hono/zod-openapi'
import { makeCheckpoint, recordOf } from '../../desk/checkpoints.ts'
import type { Env, Page } from '../env.ts'
import { memberOf } from '../frame.ts'
import { moment } from './answers/common.ts'
import { made, one } from './answers.ts'
import { defaultHook } from './guards.ts'
import { makes, reads } from './route.ts'

const checkpoint = z.object({
  size: z.int().describe('How many entries it covers'),
  at: moment,
  root: z.string().describe('Of the ledger’s tree (RFC 6962), in hex'),
  ...{ key: z.string(), signature: z.string() },
})

const record = z
  .object({
    entries: z.int().describe('How many the ledger has'),
    checkpoint: checkpoint.nullable().describe('The newest'),
    key: z.string().nullable().describe('The desk’s, by its id; null where none was made yet'),
  })
  .openapi('Record')

const about = { tag: 'History', answer: record } as const

const recordNow = (c: Page) => recordOf(c.get('desk'), memberOf(c))

/** How the ledger stands, and what it was signed at. */
export const recordRoutes = new OpenAPIHono<Env>({ defaultHook })
  .openapi(
    reads({
      ...{ ...about, path: '/record', need: 'viewer' },
      summary: 'How many decisions there are, and the newest that were signed',
    }),
    async (c) => one(c, record, await recordNow(c)),
  )
  .openapi(
    makes({
      ...{ ...about, path: '/record/checkpoints', need: 'editor', body: z.object({}) },
      summary: 'Sign all that was decided so far',
    }),
    async (c) => {
      await makeCheckpoint(c.get('desk'), memberOf(c))
      return made(c, record, await recordNow(c), '/record')
    },
  )
