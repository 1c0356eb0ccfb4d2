import { createHash } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { onceUnder } from '../../desk/tokens/requests.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Env, Page } from '../env.ts'

/** The headers that say something of what was made. */
const telling = ['Content-Type', 'ETag', 'Location']

/** What was asked, in so many bytes: a key stands for nothing else. */
async function hashOf(c: Page): Promise<string> {
  const { pathname, search } = new URL(c.req.url)
  const asked = [c.req.method, pathname + search, c.req.header('if-match') ?? '']
  return createHash('sha256')
    .update(JSON.stringify(asked))
    .update(await c.req.text())
    .digest('hex')
}

/** An answer that tells a secret is kept nowhere: the request that comes again is told all but that. */
export const secret: MiddlewareHandler<Env> = async (c, next) => {
  c.set('tellsSecret', true)
  await next()
}

/** What came of it; null where it was refused, and nothing was done. */
async function answerOf(c: Page) {
  const { error, res } = c
  if (error) return error instanceof Refusal ? null : ('unknown' as const)
  if (c.get('tellsSecret')) return 'unknown' as const
  const head = telling.flatMap((name): [string, string][] => {
    const value = res.headers.get(name)
    return value === null ? [] : [[name, value]]
  })
  const body = await res.clone().text()
  return { status: res.status, head: Object.fromEntries(head), body }
}

/** Does once what comes with the same key, and answers it again as it was answered. */
export const keyed: MiddlewareHandler<Env> = async (c, next) => {
  const key = c.req.header('idempotency-key')?.trim() ?? ''
  const token = c.get('holder')?.token.id
  if (!token || !/^[\x21-\x7e]{1,128}$/.test(key)) throw new Refusal('no_key')
  const asked = { token, key, hash: await hashOf(c) }
  const before = await onceUnder(c.get('desk'), asked, async (newId) => {
    c.set('newId', newId)
    await next()
    return answerOf(c)
  })
  if (before) return new Response(before.body, { status: before.status, headers: before.head })
}
