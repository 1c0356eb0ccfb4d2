import { OpenAPIHono, z } from '@hono/zod-openapi'
import { originalOfVerdict, verdictSeen, verdictsSeen } from '../../desk/asked/verdicts.ts'
import { confirmReuse } from '../../desk/reuse.ts'
import { confirm, planNextLook } from '../../desk/validity.ts'
import { mendTypo, readMended, withdraw } from '../../desk/verdicts.ts'
import { originalStates, standInput } from '../../domain/original.ts'
import { reasonInput } from '../../domain/review.ts'
import { typoInput } from '../../domain/typo.ts'
import { recheckInput } from '../../domain/validity.ts'
import type { Env, Page } from '../env.ts'
import { idOf } from '../form.ts'
import { memberOf } from '../frame.ts'
import { id, moment } from './answers/common.ts'
import { verdictAnswer, verdictOf } from './answers/verdict.ts'
import { list, one } from './answers.ts'
import { defaultHook, newIdOf, readOf, sentIn } from './guards.ts'
import { listsAll, moves, reads, steps } from './route.ts'
import { fieldsIn, saying } from './saying.ts'

const about = { tag: 'Verdicts', need: 'editor', answer: verdictAnswer } as const

/** How the verdict stands that a version took over. */
const original = z
  .object({
    state: z.enum(originalStates).nullable().describe('Null where it stands as it did'),
    since: moment.nullable(),
    seen: z.string().describe('Names how it stands: whoever confirms says it'),
    ...{ claim: id, taken: id, newest: id },
  })
  .openapi('Original')

/** A version as it is now. */
export async function verdictNow(c: Page, id = idOf(c)) {
  const member = memberOf(c)
  const { verdict, names } = await verdictSeen(c.get('desk'), member, id)
  return one(c, verdictAnswer, verdictOf(verdict, names, member))
}

export const verdicts = new OpenAPIHono<Env>({ defaultHook })
  .openapi(
    listsAll({
      ...{ ...about, path: '/claims/{id}/verdicts', need: 'viewer', item: verdictAnswer },
      summary: 'The versions on a claim that one may see',
    }),
    async (c) => {
      const member = memberOf(c)
      const { verdicts, names } = await verdictsSeen(c.get('desk'), member, idOf(c))
      const items = verdicts.map((one) => verdictOf(one, names, member))
      return list(c, verdictAnswer, items)
    },
  )
  .openapi(
    reads({ ...about, path: '/verdicts/{id}', need: 'viewer', summary: 'One version' }),
    (c) => verdictNow(c),
  )
  .openapi(
    moves({
      ...{ ...about, path: '/verdicts/{id}/withdrawal', body: reasonInput },
      summary: 'Withdraw what is public, for a public reason',
    }),
    async (c) => {
      await withdraw(c.get('desk'), memberOf(c), readOf(c), sentIn(c))
      return verdictNow(c)
    },
  )
  .openapi(
    moves({
      ...{ ...about, path: '/verdicts/{id}/typo', body: typoInput.partial() },
      summary: 'Mend a typo in what is public: a new version, answered, which is read afterwards',
    }),
    async (c) => {
      const [desk, member, newId] = [c.get('desk'), memberOf(c), newIdOf(c)]
      const { verdict } = await verdictSeen(desk, member, idOf(c))
      await mendTypo(desk, member, readOf(c), newId, saying(c, typoInput, verdict))
      return verdictNow(c, newId)
    },
  )
  .openapi(
    steps({
      ...{ ...about, path: '/verdicts/{id}/reading' },
      summary: 'Read a mended typo, as its second reader',
    }),
    async (c) => {
      await readMended(c.get('desk'), memberOf(c), readOf(c))
      return verdictNow(c)
    },
  )
  .openapi(
    moves({
      ...{ ...about, path: '/verdicts/{id}/confirmation' },
      body: z.object({ appearance: z.uuid() }),
      summary: 'Confirm what is public for one more appearance',
    }),
    async (c) => {
      await confirm(c.get('desk'), memberOf(c), readOf(c), fieldsIn(c).appearance)
      return verdictNow(c)
    },
  )
  .openapi(
    moves({
      ...{ ...about, path: '/verdicts/{id}/recheck', need: 'checker', body: recheckInput },
      summary: 'Plan when to look at it again, or take the plan away',
    }),
    async (c) => {
      await planNextLook(c.get('desk'), memberOf(c), readOf(c), sentIn(c))
      return verdictNow(c)
    },
  )
  .openapi(
    reads({
      ...{ ...about, path: '/verdicts/{id}/original', need: 'viewer', answer: original },
      summary: 'How the verdict stands that it took over',
    }),
    async (c) => {
      const found = await originalOfVerdict(c.get('desk'), memberOf(c), idOf(c))
      return one(c, original, found)
    },
  )
  .openapi(
    moves({
      ...{ ...about, path: '/verdicts/{id}/original', need: 'checker', body: standInput },
      summary: 'Confirm that it stands, whatever became of the one it took over',
    }),
    async (c) => {
      await confirmReuse(c.get('desk'), memberOf(c), readOf(c), sentIn(c))
      return verdictNow(c)
    },
  )
