import { OpenAPIHono } from '@hono/zod-openapi'
import { restoreVersion } from '../../desk/versions.ts'
import { restoringInput } from '../../domain/restoring.ts'
import type { Env, Page } from '../env.ts'
import { memberOf } from '../frame.ts'
import { articleAnswer } from './answers/article.ts'
import { claimAnswer } from './answers/claim.ts'
import { evidenceAnswer } from './answers/ground.ts'
import { verdictAnswer } from './answers/verdict.ts'
import { articleNow } from './articles.ts'
import { claimNow } from './claims.ts'
import { evidenceNow } from './evidence.ts'
import { defaultHook, readOf, sentIn } from './guards.ts'
import { moves } from './route.ts'
import { verdictNow } from './verdicts.ts'

const about = {
  tag: 'History',
  need: 'checker',
  body: restoringInput,
  summary: 'Say some of its fields again as they were at an earlier revision',
} as const

type Storied = Parameters<typeof restoreVersion>[2]

const restore = (c: Page, of: Storied) =>
  restoreVersion(c.get('desk'), memberOf(c), of, readOf(c), sentIn(c))

/** What was said before is said again. */
export const restoringRoutes = new OpenAPIHono<Env>({ defaultHook })
  .openapi(
    moves({ ...about, path: '/claims/{id}/history/restoration', answer: claimAnswer }),
    async (c) => {
      await restore(c, 'claim')
      return claimNow(c)
    },
  )
  .openapi(
    moves({ ...about, path: '/articles/{id}/history/restoration', answer: articleAnswer }),
    async (c) => {
      await restore(c, 'article')
      return articleNow(c)
    },
  )
  .openapi(
    moves({ ...about, path: '/evidence/{id}/history/restoration', answer: evidenceAnswer }),
    async (c) => {
      await restore(c, 'evidence')
      return evidenceNow(c)
    },
  )
  .openapi(
    moves({ ...about, path: '/verdicts/{id}/history/restoration', answer: verdictAnswer }),
    async (c) => {
      await restore(c, 'verdict')
      return verdictNow(c)
    },
  )
