import { OpenAPIHono } from '@hono/zod-openapi'
import type { Env } from '../env.ts'
import { documentOf } from './document.ts'
import { defaultHook } from './guards.ts'
import { nouns } from './nouns.ts'
import { ratings } from './ratings.ts'

/** Everything that programs can ask of the desk, below `/api/v1`. */
const endpoints = new OpenAPIHono<Env>({ defaultHook }).route('/', ratings).route('/', nouns)

/** For `hc` of hono/client: a typed client of it all. */
export type Api = typeof endpoints

export const api = new OpenAPIHono<Env>().route('/', endpoints)

api.get('/openapi.json', (c) => c.json(documentOf(c, endpoints)))
