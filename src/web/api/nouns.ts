import { OpenAPIHono } from '@hono/zod-openapi'
import type { Env } from '../env.ts'
import { appearances } from './appearances.ts'
import { articles } from './articles.ts'
import { claimWork } from './claim-work.ts'
import { claimants } from './claimants.ts'
import { claims } from './claims.ts'
import { contacts } from './contacts.ts'
import { drafts } from './drafts.ts'
import { evidence } from './evidence.ts'
import { defaultHook } from './guards.ts'
import { links } from './links.ts'
import { recordRoutes } from './record.ts'
import { restoringRoutes } from './restoring.ts'
import { review } from './review.ts'
import { searchRecords } from './search-records.ts'
import { sources } from './sources.ts'
import { taking } from './taking.ts'
import { tasks } from './tasks.ts'
import { tips } from './tips.ts'
import { verdicts } from './verdicts.ts'

/** What a desk is about: articles, claims and what they rest on, verdicts, and what waits for somebody. */
export const nouns = new OpenAPIHono<Env>({ defaultHook })
  .route('/', articles)
  .route('/', taking)
  .route('/', claims)
  .route('/', claimWork)
  .route('/', appearances)
  .route('/', claimants)
  .route('/', evidence)
  .route('/', searchRecords)
  .route('/', contacts)
  .route('/', links)
  .route('/', drafts)
  .route('/', review)
  .route('/', verdicts)
  .route('/', restoringRoutes)
  .route('/', recordRoutes)
  .route('/', tips)
  .route('/', sources)
  .route('/', tasks)
