import { OpenAPIHono } from '@hono/zod-openapi'
import { describeClaimant, listClaimants, openClaimant } from '../../desk/claimants.ts'
import { claimantInput } from '../../domain/claimant.ts'
import type { Env, Page } from '../env.ts'
import { idOf } from '../form.ts'
import { memberOf } from '../frame.ts'
import { claimantAnswer, listedClaimant } from './answers/claim.ts'
import { list, one } from './answers.ts'
import { defaultHook, readOf } from './guards.ts'
import { changes, listsAll, reads } from './route.ts'
import { saying } from './saying.ts'

const about = { tag: 'Claimants', path: '/claimants/{id}', answer: claimantAnswer } as const

const found = async (c: Page) => (await openClaimant(c.get('desk'), idOf(c))).claimant

export const claimants = new OpenAPIHono<Env>({ defaultHook })
  .openapi(
    listsAll({
      ...{ tag: 'Claimants', path: '/claimants', need: 'viewer', item: listedClaimant },
      summary: 'Who claims things, those who claim most first',
    }),
    async (c) => {
      const rows = await listClaimants(c.get('desk'))
      const items = rows.map(({ claimant, appearances }) => ({ ...claimant, appearances }))
      return list(c, listedClaimant, items)
    },
  )
  .openapi(reads({ ...about, need: 'viewer', summary: 'One claimant' }), async (c) =>
    one(c, claimantAnswer, await found(c)),
  )
  .openapi(
    changes({
      ...{ ...about, need: 'checker', body: claimantInput.partial() },
      summary: 'Say who a claimant is',
    }),
    async (c) => {
      const said = saying(c, claimantInput, await found(c))
      await describeClaimant(c.get('desk'), memberOf(c), readOf(c), said)
      return one(c, claimantAnswer, await found(c))
    },
  )
