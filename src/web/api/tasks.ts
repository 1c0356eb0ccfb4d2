import { OpenAPIHono, z } from '@hono/zod-openapi'
import {
  letWordsStand,
  listDrifts,
  placeWords,
  placingInput,
  readDrift,
} from '../../desk/drifts.ts'
import { listDue } from '../../desk/due.ts'
import { listReviews } from '../../desk/reviews.ts'
import { readAgreement } from '../../desk/second-reading.ts'
import { dayIn } from '../../domain/dates.ts'
import { letStandInput, placedInput } from '../../domain/drift.ts'
import { duePlaceText, readDuePlace } from '../../domain/due.ts'
import { dueReasons } from '../../domain/validity.ts'
import type { Env, Page } from '../env.ts'
import { idOf } from '../form.ts'
import { memberOf } from '../frame.ts'
import { id, moment } from './answers/common.ts'
import { driftAnswer, openedDrift } from './answers/task.ts'
import { briefVerdict } from './answers/verdict.ts'
import { list, one, paged } from './answers.ts'
import { defaultHook, readOf, sentIn } from './guards.ts'
import { lists, listsAll, moves, reads } from './route.ts'
import { after, afterTime, timePlace } from './saying.ts'

const about = { tag: 'Tasks', need: 'checker' } as const

const claim = z.object({ id, statement: z.string() })

const due = z
  .object({
    ...{ claim, verdict: briefVerdict },
    reasons: z.array(z.enum(dueReasons)),
    unchecked: z.array(id).describe('Appearances that it is not checked for'),
  })
  .openapi('Due')

const waiting = z
  .object({
    claim,
    kind: z.enum(['proposal', 'typo']),
    verdict: briefVerdict.nullable().describe('What one may see of it'),
    asked: z
      .enum(['read', 'sign', 'read_blind', 'adjudicate', 'editor', 'colleague', 'yours'])
      .describe('What it asks of whoever asks'),
    since: moment.nullable(),
  })
  .openapi('Waiting')

const pair = z
  .object({ first: z.string(), second: z.string(), readings: z.int() })
  .openapi('Agreement')

async function driftNow(c: Page) {
  const { drift, excerpt, places } = await readDrift(c.get('desk'), idOf(c))
  return one(c, openedDrift, { ...drift, excerpt, places })
}

async function waitingNow(c: Page) {
  const { waiting: proposals, typos } = await listReviews(c.get('desk'), memberOf(c))
  return list(c, waiting, [
    ...proposals.map((row) => ({ ...row, kind: 'proposal' })),
    ...typos.map(({ claim, verdict, mine }) => {
      const asked = mine ? 'yours' : 'editor'
      return { claim, verdict, kind: 'typo', asked, since: verdict.publishedAt }
    }),
  ])
}

/** What waits for somebody. */
export const tasks = new OpenAPIHono<Env>({ defaultHook })
  .openapi(
    listsAll({
      ...{ ...about, path: '/reviews', need: 'viewer', item: waiting },
      summary: 'What waits for a second reading: proposals, and mended typos',
    }),
    (c) => waitingNow(c),
  )
  .openapi(
    lists({
      ...{ ...about, path: '/due', item: due, query: paged.pick({ after: true }) },
      summary: 'Public verdicts to look at again, what is due longest first',
    }),
    async (c) => {
      const { timeZone } = c.get('config')
      const today = dayIn(c.get('desk').now(), timeZone)
      const place = after(c, readDuePlace)
      const { rows, next } = await listDue(c.get('desk'), memberOf(c), today, place)
      const items = rows.map(({ claim, told, reasons, unchecked }) => ({
        ...{ claim, verdict: told, reasons },
        unchecked: unchecked.map(({ appearance }) => appearance.id),
      }))
      return list(c, due, items, next && duePlaceText(next))
    },
  )
  .openapi(
    listsAll({
      ...{ ...about, path: '/readings', item: pair },
      summary: 'How often proposals and blind readings came to which ratings',
    }),
    async (c) => list(c, pair, (await readAgreement(c.get('desk'), memberOf(c))).pairs),
  )
  .openapi(
    lists({
      ...{ ...about, path: '/drifts', need: 'viewer', item: driftAnswer },
      query: paged.pick({ after: true }).extend({ show: z.enum(['open', 'settled']).optional() }),
      summary: 'Words that are not, or not for certain, at their source any more',
    }),
    async (c) => {
      const { show = 'open' } = c.req.valid('query')
      const { rows, more } = await listDrifts(c.get('desk'), show, afterTime(c))
      const items = rows.map(({ drift }) => drift)
      return list(c, driftAnswer, items, timePlace(more))
    },
  )
  .openapi(
    reads({
      ...{ ...about, path: '/drifts/{id}', need: 'viewer', answer: openedDrift },
      summary: 'One of them, and where the words may be meant now',
    }),
    (c) => driftNow(c),
  )
  .openapi(
    moves({
      ...{ ...about, path: '/drifts/{id}/standing', body: letStandInput, answer: openedDrift },
      summary: 'Let the words stand as they were kept, and say why',
    }),
    async (c) => {
      await letWordsStand(c.get('desk'), memberOf(c), readOf(c), sentIn(c))
      return driftNow(c)
    },
  )
  .openapi(
    moves({
      ...{ ...about, path: '/drifts/{id}/placing', answer: openedDrift },
      body: placingInput.extend(placedInput.shape),
      summary: 'Give the words a place in what stands at their source now',
    }),
    async (c) => {
      await placeWords(c.get('desk'), memberOf(c), readOf(c), sentIn(c))
      return driftNow(c)
    },
  )
