import { createRoute, z } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import type { Need } from '../../domain/member.ts'
import { scopeOf } from '../../domain/token.ts'
import type { Env } from '../env.ts'
import { listOf } from './answers.ts'
import { demands } from './auth.ts'
import { json, revised } from './guards.ts'
import { keyed, secret } from './keys.ts'
import { onChange, onFetch, onMake, onRead } from './problems.ts'

/** What every endpoint says of itself. */
type About<Path extends string> = {
  /** Such as `/claims/{id}`. */
  path: Path
  /** The noun under which it is listed. */
  tag: string
  /** What it does, in a few words. */
  summary: string
  description?: string
  /** Who may, at least: that says which scope a token needs. */
  need: Need
  /** Parts of the path that are one of several words. */
  choices?: Record<string, readonly string[]>
}

/** An id in an address; a malformed one is nobody's. */
const named = (path: string, choices: Record<string, readonly string[]>) =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => {
    const words = choices[name]
    const shape = words ? { enum: [...words] } : { minLength: 1 }
    const schema = { type: 'string' as const, ...shape }
    return { name, in: 'path' as const, required: true, schema }
  })

function saying<Path extends string>(
  { path, tag, summary, description, need, choices = {} }: About<Path>,
  ...guards: MiddlewareHandler<Env>[]
) {
  return {
    path,
    tags: [tag],
    summary,
    description,
    parameters: named(path, choices),
    security: [{ token: [scopeOf(need)] }],
    middleware: [demands(need), ...guards],
  }
}

const holds = <Answer extends z.ZodType>(schema: Answer, description: string) => ({
  description,
  content: { 'application/json': { schema } },
})

const sends = <Body extends z.ZodType>(schema: Body) => ({
  required: true,
  content: { 'application/json': { schema } },
})

const IfMatch = z.string().openapi({
  description: 'The revision that was read, as its ETag says it',
  example: '"7"',
})
const Key = z.string().openapi({
  description: 'Of 1 to 128 visible characters: the same for a request that is sent again',
  example: '0f3c2a51-90f4-4f0e-a6c1-5d2f1a9c7b11',
})
const withKey = z.object({ 'Idempotency-Key': Key })
const withRevision = z.object({ 'If-Match': IfMatch })
const withBoth = z.object({ 'If-Match': IfMatch, 'Idempotency-Key': Key })

/** `GET` of one thing. */
export const reads = <const Path extends string, Answer extends z.ZodType>(
  about: About<Path> & { answer: Answer },
) =>
  createRoute({
    ...saying(about),
    method: 'get',
    responses: { 200: holds(about.answer, 'As it is now'), ...onRead },
  })

/** `GET` of something that is asked for in an address. */
export const asks = <
  const Path extends string,
  Answer extends z.ZodType,
  Query extends z.ZodObject,
>(
  about: About<Path> & { answer: Answer; query: Query },
) =>
  createRoute({
    ...saying(about),
    method: 'get',
    request: { query: about.query },
    responses: { 200: holds(about.answer, 'As it is now'), ...onRead },
  })

/** `GET` of a list, page by page. @param query `paged`, or what extends it */
export const lists = <const Path extends string, Item extends z.ZodType, Query extends z.ZodObject>(
  about: About<Path> & { item: Item; query: Query },
) =>
  createRoute({
    ...saying(about),
    method: 'get',
    request: { query: about.query },
    responses: { 200: holds(listOf(about.item), 'Some of them, and where they go on'), ...onRead },
  })

/** `GET` of a list that is always short. */
export const listsAll = <const Path extends string, Item extends z.ZodType>(
  about: About<Path> & { item: Item },
) =>
  createRoute({
    ...saying(about),
    method: 'get',
    responses: { 200: holds(listOf(about.item), 'All of them'), ...onRead },
  })

/** `POST` that makes something. @param tellsSecret whether its answer is to be kept nowhere */
export const makes = <const Path extends string, Body extends z.ZodType, Answer extends z.ZodType>(
  about: About<Path> & { body: Body; answer: Answer; tellsSecret?: boolean },
) =>
  createRoute({
    ...saying(about, json, ...(about.tellsSecret ? [secret] : []), keyed),
    method: 'post',
    request: { headers: withKey, body: sends(about.body) },
    responses: { 201: holds(about.answer, 'It was made'), ...onMake },
  })

/** `POST` that fetches a page. */
export const fetches = <
  const Path extends string,
  Body extends z.ZodType,
  Answer extends z.ZodType,
>(
  about: About<Path> & { body: Body; answer: Answer },
) =>
  createRoute({
    ...saying(about, json, keyed),
    method: 'post',
    request: { headers: withKey, body: sends(about.body) },
    responses: { 201: holds(about.answer, 'What was read'), ...onMake, ...onFetch },
  })

/** `PATCH` of something that is there. */
export const changes = <
  const Path extends string,
  Body extends z.ZodType,
  Answer extends z.ZodType,
>(
  about: About<Path> & { body: Body; answer: Answer },
) =>
  createRoute({
    ...saying(about, json, revised),
    method: 'patch',
    request: { headers: withRevision, body: sends(about.body) },
    responses: { 200: holds(about.answer, 'As it is now'), ...onChange },
  })

/** `POST` of a verb to something that is there. */
export const moves = <const Path extends string, Body extends z.ZodType, Answer extends z.ZodType>(
  about: About<Path> & { body: Body; answer: Answer },
) =>
  createRoute({
    ...saying(about, json, revised, keyed),
    method: 'post',
    request: { headers: withBoth, body: sends(about.body) },
    responses: { 200: holds(about.answer, 'As it is now'), ...onChange },
  })

/** The same for a verb that takes no words. */
export const steps = <const Path extends string, Answer extends z.ZodType>(
  about: About<Path> & { answer: Answer; tellsSecret?: boolean },
) =>
  createRoute({
    ...saying(about, json, revised, ...(about.tellsSecret ? [secret] : []), keyed),
    method: 'post',
    request: { headers: withBoth },
    responses: { 200: holds(about.answer, 'As it is now'), ...onChange },
  })

/** `POST` of a verb to what has no revision, since the last word on it counts. */
export const acts = <const Path extends string, Body extends z.ZodType, Answer extends z.ZodType>(
  about: About<Path> & { body: Body; answer: Answer; tellsSecret?: boolean },
) =>
  createRoute({
    ...saying(about, json, ...(about.tellsSecret ? [secret] : []), keyed),
    method: 'post',
    request: { headers: withKey, body: sends(about.body) },
    responses: { 200: holds(about.answer, 'As it is now'), ...onMake },
  })

/** `DELETE` of what has no revision, and may be gone already. */
export const removes = <const Path extends string>(about: About<Path>) =>
  createRoute({
    ...saying(about),
    method: 'delete',
    responses: { 204: { description: 'It is gone' }, ...onRead },
  })
