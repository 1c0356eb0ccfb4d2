import { OpenAPIHono } from '@hono/zod-openapi'
import type { Env } from '../env.ts'
import { documentOf } from './document.ts'
import { defaultHook } from './guards.ts'
import { otherMethods } from './methods.ts'
import { nouns } from './nouns.ts'
import { ratings } from './ratings.ts'

/** Where programs ask. */
export const API = '/api/v1'

/** Everything that programs can ask of the desk, below `API`. */
const endpoints = new OpenAPIHono<Env>({ defaultHook }).route('/', ratings).route('/', nouns)

/** For `hc` of hono/client: a typed client of it all. */
export type Api = typeof endpoints

/** The endpoints, what they are, and what any other method is answered. */
export const api = new OpenAPIHono<Env>().route('/', endpoints)

api.get('/openapi.json', (c) => c.json(documentOf(c, endpoints)))
api.all('*', otherMethods(API, api.routes))
