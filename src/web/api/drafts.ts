import { OpenAPIHono, z } from '@hono/zod-openapi'
import { draftSeen } from '../../desk/asked/verdicts.ts'
import { reuse } from '../../desk/reuse.ts'
import { propose, saveDraft } from '../../desk/verdicts.ts'
import { revision } from '../../domain/parse.ts'
import { verdictInput } from '../../domain/verdict.ts'
import type { Env, Page } from '../env.ts'
import { idOf } from '../form.ts'
import { memberOf } from '../frame.ts'
import { claimAnswer } from './answers/claim.ts'
import { draftAnswer, verdictOf } from './answers/verdict.ts'
import { one } from './answers.ts'
import { claimNow } from './claims.ts'
import { defaultHook, newIdOf, readOf } from './guards.ts'
import { changes, moves, reads } from './route.ts'
import { fieldsIn, idIn, saying } from './saying.ts'

const about = { tag: 'Verdicts', need: 'checker' } as const

/** What is left out of a version stays as it is, or as it begins. */
const written = z.object(verdictInput.shape).partial()

/** Which version at work was read. */
const read = {
  verdictRevision: z.int().min(0).nullish().describe('Of the version at work; 0 for none'),
}

const revisionRead = (c: Page): number => revision.parse(fieldsIn(c).verdictRevision ?? 0)

/** The draft of a claim; its revision is that of the version at work, 0 where there is none. */
async function draftNow(c: Page) {
  const member = memberOf(c)
  const { working, begun, names, missing, findings } = await draftSeen(
    c.get('desk'),
    member,
    idOf(c),
  )
  const verdict = working && verdictOf(working, names, member)
  const revision = working?.revision ?? 0
  const start = { ...begun, confirmed: begun.confirmed ?? [] }
  return one(c, draftAnswer, { revision, verdict, begun: start, missing, look: findings })
}

/** What is written of a version so far, with what a program says in its place. */
async function saidOf(c: Page) {
  const { begun } = await draftSeen(c.get('desk'), memberOf(c), idOf(c))
  return saying(c, verdictInput, begun)
}

export const drafts = new OpenAPIHono<Env>({ defaultHook })
  .openapi(
    reads({
      ...{ ...about, path: '/claims/{id}/draft', answer: draftAnswer },
      summary: 'The verdict at work: what is written, what it lacks, what a colleague would ask',
    }),
    (c) => draftNow(c),
  )
  .openapi(
    changes({
      ...{ ...about, path: '/claims/{id}/draft', body: written, answer: draftAnswer },
      summary: 'Save what is written of a verdict',
      description: '`If-Match` names the version at work; `"0"` where none is begun.',
    }),
    async (c) => {
      const { id, revision } = readOf(c)
      const claim = { id, revision: 0 }
      const sheet = { claim, verdictRevision: revision, newId: c.get('desk').newId() }
      await saveDraft(c.get('desk'), memberOf(c), sheet, await saidOf(c))
      return draftNow(c)
    },
  )
  .openapi(
    moves({
      ...{ ...about, path: '/claims/{id}/proposal', answer: claimAnswer },
      body: written.extend(read),
      summary: 'Put the verdict before a colleague',
    }),
    async (c) => {
      const sheet = { claim: readOf(c), verdictRevision: revisionRead(c), newId: newIdOf(c) }
      await propose(c.get('desk'), memberOf(c), sheet, await saidOf(c))
      return claimNow(c)
    },
  )
  .openapi(
    moves({
      ...{ ...about, path: '/claims/{id}/reuse', answer: claimAnswer },
      body: z.object({ from: z.uuid().describe('The version that is taken over'), ...read }),
      summary: 'Take over the public verdict on a claim that is the same, as a draft',
    }),
    async (c) => {
      const sheet = { claim: readOf(c), verdictRevision: revisionRead(c), newId: newIdOf(c) }
      await reuse(c.get('desk'), memberOf(c), sheet, idIn(c, 'from'))
      return claimNow(c)
    },
  )
