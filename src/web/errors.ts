import type { ErrorHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { Typed } from '../../views/frame.ts'
import { problemPage } from '../../views/problem.ts'
import { publicProblemPage } from '../../views/public/problem.ts'
import { Refusal, type RefusalCode } from '../domain/refusal.ts'
import { errorOf } from '../interchange/fact-check-tools.ts'
import { asksByToken } from './api/auth.ts'
import { detailOf } from './api/detail.ts'
import { fieldsIn } from './body.ts'
import type { Env, Page } from './env.ts'
import { frameOf } from './frame.ts'
import { publicFrame } from './public.ts'

/** The only map from refusals to HTTP. */
export const statusOf: Record<
  RefusalCode,
  400 | 401 | 403 | 404 | 405 | 409 | 410 | 412 | 413 | 415 | 422 | 428 | 429 | 502 | 504 | 507
> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  four_eyes: 403,
  not_yours: 403,
  unread: 409,
  disputed: 409,
  seen: 403,
  own_reading: 403,
  not_found: 404,
  conflict: 409,
  stale: 412,
  no_revision: 428,
  no_key: 400,
  key_reused: 422,
  wrong_stage: 409,
  wrong_status: 409,
  incomplete: 422,
  not_a_typo: 422,
  oneself: 409,
  last_admin: 409,
  last_ratings: 409,
  not_empty: 409,
  bad_link: 410,
  bad_token: 401,
  scope: 403,
  bad_credentials: 401,
  throttled: 429,
  too_large: 413,
  not_json: 400,
  media_type: 415,
  method: 405,
  binary: 415,
  unreadable: 422,
  disk_full: 507,
  disk_closed: 507,
  busy: 409,
  importing: 409,
  cross_site: 403,
  url_bad: 422,
  url_forbidden: 422,
  url_barred: 422,
  url_redirects: 502,
  url_too_large: 422,
  url_timeout: 504,
  url_unreachable: 502,
  url_status: 502,
  url_broken: 502,
}

/** The path alone: a query, or a token in a link, is nobody else's business. */
export const logged = (c: Page): string =>
  c.req.path.replace(/^\/(join|signin|password|feeds)\/.+/, '/$1/…')

const framework: Record<number, RefusalCode> = {
  400: 'not_json',
  403: 'cross_site',
  404: 'not_found',
  413: 'too_large',
  415: 'media_type',
}

/** What the framework itself refuses, in the desk's words. */
function refusalOf(error: Error, c: Page): Refusal | null {
  if (error instanceof Refusal) {
    // A program that says which revision it read is told that it is another one now (RFC 9110, 13.1.1).
    const isStale = error.code === 'conflict' && c.get('revision') !== undefined
    return isStale ? new Refusal('stale') : error
  }
  if (!(error instanceof HTTPException)) return null
  const code = framework[error.status]
  return code ? new Refusal(code) : null
}

/** Whether a client asks: it says so, or asks for a document that no person reads as a page. */
export const wantsJson = (c: Page): boolean => {
  const accept = c.req.header('accept') ?? ''
  if (asksByToken(c)) return true
  if (/\.(json|ndjson|jsonld|csv)$/.test(c.req.path) && !accept.includes('text/html')) return true
  return /\bjson\b/.test(accept) && !accept.includes('text/html')
}

/** Too many attempts: when to try again, in seconds. */
export function sayWhen(c: Page, { code, values }: Refusal): void {
  if (asksByToken(c) && statusOf[code] === 401) c.header('WWW-Authenticate', 'Bearer realm="api"')
  if (code !== 'throttled') return
  c.header('Retry-After', String(values.seconds ?? Number(values.minutes ?? 1) * 60))
}

/** What a form carried, where it can still be read. */
async function typedIn(c: Page): Promise<Typed | undefined> {
  const fields = await fieldsIn(c).catch(() => [])
  const texts = fields.flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' && !/password/.test(name) ? [[name, value]] : [],
  )
  return Object.fromEntries(texts)
}

/** Under here programs ask that were written for Google’s API: they know its errors alone. */
export const TOOLS = '/v1alpha1'
const asksTools = (c: Page): boolean => c.req.path.startsWith(`${TOOLS}/`)

/** A page in the reader's language for a person, RFC 9457 for a client. */
export const onError: ErrorHandler<Env> = async (error, c) => {
  const refusal = refusalOf(error, c)
  const reference = refusal ? null : c.get('requestId')
  if (!refusal) c.get('log').error({ err: error, requestId: reference, path: logged(c) }, 'failed')
  const status = refusal ? statusOf[refusal.code] : 500
  if (refusal) sayWhen(c, refusal)
  const code = refusal?.code ?? null
  if (asksTools(c)) return c.json(errorOf(status), status)
  if (wantsJson(c)) {
    const problem = {
      type: 'about:blank',
      title: code ?? 'internal error',
      status,
      detail: refusal ? detailOf(refusal) : `The log of the desk says more under ${reference}.`,
      code,
      errors: refusal?.fields,
      values: refusal?.values,
    }
    return c.body(JSON.stringify(problem), status, { 'Content-Type': 'application/problem+json' })
  }
  const here = c.req.path
  if (code === 'unauthenticated' && c.req.method === 'GET') {
    const query = new URL(c.req.url).search
    return c.redirect(`/signin?next=${encodeURIComponent(here + query)}`, 303)
  }
  if (c.get('open')) {
    const problem = { code, values: refusal?.values }
    return c.html(publicProblemPage(await publicFrame(c), problem), status)
  }
  const frame = await frameOf(c)
  // Whoever was signed out while writing gets back what they wrote.
  const typed = code === 'unauthenticated' ? await typedIn(c) : undefined
  // A page has no fields to blame in the address that it was asked for by.
  const parameters = c.req.method === 'GET' ? refusal?.fields : null
  const props = { code, values: refusal?.values, reference, typed, parameters }
  return c.html(problemPage(frame, props), status)
}
