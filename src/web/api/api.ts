import { OpenAPIHono } from '@hono/zod-openapi'
import { Hono } from 'hono'
import { apiPage } from '../../../views/api/document.ts'
import type { Env } from '../env.ts'
import { frameOf, originOf } from '../frame.ts'
import { deliveries } from './deliveries.ts'
import { readable } from './described.ts'
import { documentOf } from './document.ts'
import { exportDocuments } from './exports.ts'
import { defaultHook } from './guards.ts'
import { history } from './history.ts'
import { importMapping } from './import-mapping.ts'
import { imports } from './imports.ts'
import { invitations } from './invitations.ts'
import { me } from './me.ts'
import { otherMethods } from './methods.ts'
import { nouns } from './nouns.ts'
import { people } from './people.ts'
import { publishers } from './publishers.ts'
import { ratings } from './ratings.ts'
import { rulings } from './rulings.ts'
import { search } from './search.ts'
import { savedSearches } from './searches.ts'
import { deskSettings } from './settings.ts'
import { webhookEndpoints } from './webhooks.ts'

/** Where programs ask. */
export const API = '/api/v1'

/** Everything that programs can ask of the desk, below `API`. */
const endpoints = new OpenAPIHono<Env>({ defaultHook })
  .route('/', me)
  .route('/', search)
  .route('/', savedSearches)
  .route('/', exportDocuments)
  .route('/', history)
  .route('/', ratings)
  .route('/', people)
  .route('/', invitations)
  .route('/', deskSettings)
  .route('/', nouns)
  .route('/', imports)
  .route('/', importMapping)
  .route('/', publishers)
  .route('/', rulings)
  .route('/', webhookEndpoints)
  .route('/', deliveries)

/** For `hc` of hono/client: a typed client of it all. */
export type Api = typeof endpoints

/** The endpoints, what they are, and what any other method is answered. */
export const api = new OpenAPIHono<Env>().route('/', endpoints)

api.get('/openapi.json', (c) => c.json(documentOf(endpoints, originOf(c) + API)))
api.all('*', otherMethods(API, api.routes))

/** The page on which people read what programs can ask. */
export const apiPages = new Hono<Env>().get('/docs/api', async (c) => {
  const url = originOf(c) + API
  const said = readable(documentOf(endpoints, url), (c.req.query('q') ?? '').trim().slice(0, 200))
  return c.html(apiPage(await frameOf(c), { ...said, url }))
})
