import { OpenAPIHono, z } from '@hono/zod-openapi'
import { disputeSeen, secondReadingOf } from '../../desk/asked/verdicts.ts'
import { adjudicate, fileReading } from '../../desk/second-reading.ts'
import * as desk from '../../desk/verdicts.ts'
import * as inputs from '../../domain/review.ts'
import { blindInput, decisionInput } from '../../domain/second-reading.ts'
import type { Env, Page } from '../env.ts'
import { idOf } from '../form.ts'
import { memberOf } from '../frame.ts'
import { claimAnswer } from './answers/claim.ts'
import {
  reading,
  secondAnswer,
  secondReading,
  verdictAnswer,
  verdictOf,
} from './answers/verdict.ts'
import { one } from './answers.ts'
import { claimNow } from './claims.ts'
import { defaultHook, newIdOf, readOf, sentIn } from './guards.ts'
import { moves, reads, steps } from './route.ts'

const checks = { tag: 'Review', need: 'checker', answer: claimAnswer } as const
const decides = { tag: 'Review', need: 'editor', answer: claimAnswer } as const

/** A proposal and a blind reading that differs from it. */
const dispute = z.object({ first: verdictAnswer, second: reading }).openapi('Dispute')

async function disputed(c: Page) {
  const [desk, member] = [c.get('desk'), memberOf(c)]
  const { first, second, names } = await disputeSeen(desk, member, idOf(c))
  const both = { first: verdictOf(first, names, member), second: secondReading(second, names) }
  return one(c, dispute, both)
}

/** What colleagues make of a proposal, and what becomes of it. */
export const review = new OpenAPIHono<Env>({ defaultHook })
  .openapi(
    steps({
      ...{ ...checks, path: '/claims/{id}/taking-back' },
      summary: 'Take one’s proposal back',
    }),
    async (c) => {
      await desk.takeBack(c.get('desk'), memberOf(c), readOf(c))
      return claimNow(c)
    },
  )
  .openapi(
    moves({
      ...{ ...checks, path: '/claims/{id}/return', body: inputs.commentInput },
      summary: 'Return a colleague’s proposal, with a comment',
    }),
    async (c) => {
      await desk.sendBack(c.get('desk'), memberOf(c), readOf(c), sentIn(c))
      return claimNow(c)
    },
  )
  .openapi(
    reads({
      ...{ ...checks, path: '/claims/{id}/reading', answer: secondAnswer },
      summary: 'The second reading of the version at work, and what has come of it',
    }),
    async (c) => {
      const found = await secondReadingOf(c.get('desk'), memberOf(c), idOf(c))
      const { state, reading, dissent, names } = found
      const told = [reading, dissent].map((each) => each && secondReading(each, names))
      return one(c, secondAnswer, { state, reading: told[0], dissent: told[1] })
    },
  )
  .openapi(
    moves({
      ...{ ...checks, path: '/claims/{id}/reading' },
      body: blindInput.partial(),
      summary: 'File a second reading; a blind one has a rating and a rationale of its own',
    }),
    async (c) => {
      await fileReading(c.get('desk'), memberOf(c), readOf(c), newIdOf(c), sentIn(c))
      return claimNow(c)
    },
  )
  .openapi(
    reads({
      ...{ ...decides, path: '/claims/{id}/adjudication', answer: dispute },
      summary: 'A proposal and the blind reading that differs from it',
    }),
    (c) => disputed(c),
  )
  .openapi(
    moves({
      ...{ ...decides, path: '/claims/{id}/adjudication', body: decisionInput },
      summary: 'Decide between the two',
    }),
    async (c) => {
      await adjudicate(c.get('desk'), memberOf(c), readOf(c), sentIn(c))
      return claimNow(c)
    },
  )
  .openapi(
    moves({
      ...{ ...decides, path: '/claims/{id}/publication', body: inputs.publicationInput },
      summary: 'Tell the public, as an editor who wrote no part of it',
      description: 'What corrects the record has a public reason, and a kind.',
    }),
    async (c) => {
      await desk.publish(c.get('desk'), memberOf(c), readOf(c), sentIn(c))
      return claimNow(c)
    },
  )
  .openapi(
    moves({
      ...{ ...checks, path: '/claims/{id}/reopening', body: inputs.reopenInput },
      summary: 'Look at a decided claim again',
      description: 'An editor may mark what is public as under correction.',
    }),
    async (c) => {
      await desk.reopen(c.get('desk'), memberOf(c), readOf(c), sentIn(c))
      return claimNow(c)
    },
  )
  .openapi(
    moves({
      ...{ ...decides, path: '/claims/{id}/keeping', body: inputs.keepInput },
      summary: 'Keep what is public as it is, and say why',
    }),
    async (c) => {
      await desk.keep(c.get('desk'), memberOf(c), readOf(c), sentIn(c))
      return claimNow(c)
    },
  )
