import { OpenAPIHono, z } from '@hono/zod-openapi'
import { claimAsked, groundsOn, holdersOf, movesAsked } from '../../desk/asked/claims.ts'
import { openWithoutArticle } from '../../desk/claims.ts'
import { listQueue } from '../../desk/queue.ts'
import { openFromLetter } from '../../desk/tips.ts'
import { plan, reword, split } from '../../desk/wording.ts'
import { claimInput, openInput } from '../../domain/claim.ts'
import { unnamedClaimants } from '../../domain/export-filters.ts'
import { planInput } from '../../domain/plan.ts'
import { MAX_QUERY, ratingId, readQueue, sorts, whose } from '../../domain/queue.ts'
import { listPlaceText, readListPlace } from '../../domain/search-place.ts'
import { splitInput } from '../../domain/split.ts'
import { stages } from '../../domain/stage.ts'
import { reasons } from '../../domain/verdict.ts'
import type { Env, Page } from '../env.ts'
import { idOf } from '../form.ts'
import { memberOf } from '../frame.ts'
import { appearanceAnswer, claimAnswer, claimOf, movesAnswer } from './answers/claim.ts'
import { briefVerdict } from './answers/verdict.ts'
import { list, made, one, paged } from './answers.ts'
import { defaultHook, newIdOf, readOf, sentIn } from './guards.ts'
import { changes, lists, listsAll, makes, moves, reads } from './route.ts'
import { after, fieldsIn, saying } from './saying.ts'

const about = { tag: 'Claims', need: 'checker', answer: claimAnswer } as const

/** What the queue can be asked for, as its page asks. */
const asked = paged.pick({ after: true }).extend({
  stage: z.enum(stages).optional(),
  who: z.enum(whose).optional().describe('Whose work'),
  q: z
    .string()
    .max(10 * MAX_QUERY)
    .optional()
    .describe('In the language of the search box'),
  rating: ratingId.optional().describe('Of the public verdict'),
  reason: z.enum(reasons).optional().describe('Of the public verdict'),
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .optional(),
  topic: z.string().max(MAX_QUERY).optional(),
  claimant: z.union([z.enum(unnamedClaimants), z.uuid()]).optional(),
  article: z.uuid().optional(),
  sort: z.enum(sorts).optional(),
})

/** A claim in a list, with what is told of it there. */
const listed = claimAnswer
  .extend({
    appearances: z.int(),
    supports: z.int().describe('Evidence for it that counts'),
    refutes: z.int().describe('Evidence against it that counts'),
    verdict: briefVerdict.nullable().describe('What is public'),
    unchecked: z.int().describe('Appearances that the public verdict is not checked for'),
    withdrawn: z.boolean().describe('Whether a verdict was public, and none is'),
    proposed: briefVerdict.nullable().describe('At work: for its author, and for editors'),
  })
  .openapi('ListedClaim')

async function listing(c: Page) {
  const desk = c.get('desk')
  const queue = readQueue(c.req.query())
  const place = after(c, (text) => readListPlace(queue, text))
  const { rows, next } = await listQueue(desk, memberOf(c), queue, place)
  const names = await holdersOf(
    desk,
    rows.map(({ claim }) => claim),
  )
  const items = rows.map(({ claim, told, ...row }) => ({
    ...row,
    ...claimOf(claim, names),
    verdict: told,
  }))
  return list(c, listed, items, next && listPlaceText(next))
}

/** A claim as it is now. */
export async function claimNow(c: Page, id = idOf(c)) {
  const { claim, names } = await claimAsked(c.get('desk'), id)
  return one(c, claimAnswer, claimOf(claim, names))
}

/** A letter that a claim is made of is taken with it. */
const letter = { tip: z.uuid().nullish(), tipRevision: z.int().min(0).nullish() }

async function opening(c: Page) {
  const [desk, member, newId] = [c.get('desk'), memberOf(c), newIdOf(c)]
  const { tip, tipRevision } = z.object(letter).parse(sentIn(c))
  const read = { id: tip ?? '', revision: tipRevision ?? 0 }
  if (tip) await openFromLetter(desk, member, newId, read, fieldsIn(c))
  else await openWithoutArticle(desk, member, newId, sentIn(c))
  const { claim, names } = await claimAsked(desk, newId)
  return made(c, claimAnswer, claimOf(claim, names), `/claims/${newId}`)
}

export const claims = new OpenAPIHono<Env>({ defaultHook })
  .openapi(
    lists({
      ...{ ...about, path: '/claims', need: 'viewer', item: listed, query: asked },
      summary: 'Claims, as the queue lists and searches them',
    }),
    (c) => listing(c),
  )
  .openapi(
    makes({
      ...{ ...about, path: '/claims', body: openInput.extend(letter) },
      summary: 'Open a claim that no article on the desk carries, also from a letter',
    }),
    (c) => opening(c),
  )
  .openapi(reads({ ...about, path: '/claims/{id}', need: 'viewer', summary: 'One claim' }), (c) =>
    claimNow(c),
  )
  .openapi(
    changes({
      ...{ ...about, path: '/claims/{id}', body: claimInput.partial() },
      summary: 'Reword a claim; a proposal that is being read goes back to work',
    }),
    async (c) => {
      const { claim } = await claimAsked(c.get('desk'), idOf(c))
      await reword(c.get('desk'), memberOf(c), readOf(c), saying(c, claimInput, claim))
      return claimNow(c)
    },
  )
  .openapi(
    changes({
      ...{ ...about, path: '/claims/{id}/plan', body: planInput.partial() },
      summary: 'Plan the work: topics, the day it is due, why, and what it waits for',
    }),
    async (c) => {
      const { claim } = await claimAsked(c.get('desk'), idOf(c))
      await plan(c.get('desk'), memberOf(c), readOf(c), saying(c, planInput, claim))
      return claimNow(c)
    },
  )
  .openapi(
    moves({
      ...{ ...about, path: '/claims/{id}/split', body: splitInput },
      summary: 'Split a compound claim: it goes on as its first part',
    }),
    async (c) => {
      await split(c.get('desk'), memberOf(c), readOf(c), sentIn(c))
      return claimNow(c)
    },
  )
  .openapi(
    reads({
      ...{ ...about, path: '/claims/{id}/moves', need: 'viewer', answer: movesAnswer },
      summary: 'What whoever asks may do with it now, and why not the rest',
    }),
    async (c) => one(c, movesAnswer, await movesAsked(c.get('desk'), memberOf(c), idOf(c))),
  )
  .openapi(
    listsAll({
      ...{ ...about, path: '/claims/{id}/appearances', need: 'viewer', item: appearanceAnswer },
      summary: 'Where it appears',
    }),
    async (c) => {
      const { appearances } = await groundsOn(c.get('desk'), idOf(c))
      return list(c, appearanceAnswer, appearances)
    },
  )
