import { OpenAPIHono } from '@hono/zod-openapi'
import { groundsOn } from '../../desk/asked/claims.ts'
import { known } from '../../desk/deciding.ts'
import { recordSearch } from '../../desk/evidence.ts'
import { searchRecordInput } from '../../domain/search-record.ts'
import type { Env } from '../env.ts'
import { idOf } from '../form.ts'
import { memberOf } from '../frame.ts'
import { searchAnswer } from './answers/ground.ts'
import { list, made } from './answers.ts'
import { defaultHook, newIdOf, sentIn } from './guards.ts'
import { listsAll, makes } from './route.ts'

const about = { tag: 'Evidence', path: '/claims/{id}/searches' } as const

/** Where somebody looked, and what came of it. */
export const searchRecords = new OpenAPIHono<Env>({ defaultHook })
  .openapi(
    listsAll({
      ...{ ...about, need: 'viewer', item: searchAnswer },
      summary: 'Where the desk looked for evidence, and what came of it',
    }),
    async (c) => list(c, searchAnswer, (await groundsOn(c.get('desk'), idOf(c))).searches),
  )
  .openapi(
    makes({
      ...{ ...about, need: 'checker', body: searchRecordInput, answer: searchAnswer },
      summary: 'Record where one looked, nothing found included',
    }),
    async (c) => {
      const [claim, newId] = [idOf(c), newIdOf(c)]
      await recordSearch(c.get('desk'), memberOf(c), claim, newId, sentIn(c))
      const { searches } = await groundsOn(c.get('desk'), claim)
      const there = known(searches.find(({ id }) => id === newId) ?? null)
      return made(c, searchAnswer, there, `/claims/${claim}/searches`)
    },
  )
