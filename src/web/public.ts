import { createHash } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import type { PublicFrame } from '../../views/frame.ts'
import type { Html } from '../../views/html.ts'
import { translator } from '../../views/messages.ts'
import { settledAt } from '../desk/public.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Env, Page } from './env.ts'
import { languageOf, originOf } from './frame.ts'

/**
 * A browser asks again each time, and is mostly told that nothing changed: who follows a correction
 * must not be shown the page before it. What stands between may spare the desk for a minute.
 */
export const KEPT = 'public, max-age=0, s-maxage=60'

/**
 * Stands before every public route.
 * @throws Refusal `not_found` where the desk keeps its public pages closed
 */
export const publicly: MiddlewareHandler<Env> = async (c, next) => {
  if (!c.get('config').publicPages) throw new Refusal('not_found')
  c.set('open', true)
  await next()
}

/** What a public page is made with: nothing of whoever asks for it but the language. */
export async function publicFrame(c: Page): Promise<PublicFrame> {
  const desk = c.get('desk')
  const lang = languageOf(c)
  const { pathname, search } = new URL(c.req.url)
  const present = await desk.store.desks.find()
  return {
    lang,
    t: translator(lang),
    now: desk.now(),
    timeZone: c.get('config').timeZone,
    path: pathname + search,
    viewer: null,
    desk: { name: present?.name ?? 'Riscontro', url: present?.url ?? null },
    counts: null,
    notice: null,
    origin: originOf(c),
  }
}

/** Whether what is kept elsewhere is still right (RFC 9110, 13.2.2): a tag says it better than a time. */
function isKept(c: Page, tag: string, modified: number | null): boolean {
  const tags = c.req.header('if-none-match')
  if (tags !== undefined) return tags.trim() === '*' || tags.includes(tag)
  const since = Date.parse(c.req.header('if-modified-since') ?? '')
  return modified !== null && modified <= since
}

/**
 * Answers with what is the same for everybody, and may be kept on the way; briefly, where it is known there.
 * @param told when the public was last told something of what stands there, ISO 8601; the desk’s
 *   settings, which stand on every page, are seen to here
 * @param type where it is no page
 */
export async function answerKept(
  c: Page,
  body: Html | string,
  told: string | null,
  type = 'text/html; charset=UTF-8',
): Promise<Response> {
  const last = [told, await settledAt(c.get('desk'))].filter((at) => at !== null).sort()
  const at = last.at(-1)
  c.header('Cache-Control', KEPT)
  c.header('Vary', 'Accept-Language, Cookie')
  c.header('Content-Language', languageOf(c))
  return answerTagged(c, String(body), at ?? null, type)
}

/**
 * Answers with a text, or that it is still what whoever asks has.
 * @param at when it changed last, ISO 8601; null where only the text itself tells
 */
export function answerTagged(c: Page, text: string, at: string | null, type: string): Response {
  const hash = createHash('sha256').update(text).digest('base64url').slice(0, 22)
  const tag = `"${hash}"`
  const modified = at ? Math.floor(Date.parse(at) / 1000) * 1000 : null
  // The same words may be packed in several ways on their way.
  c.header('ETag', `W/${tag}`)
  if (modified !== null) c.header('Last-Modified', new Date(modified).toUTCString())
  if (isKept(c, tag, modified)) return c.body(null, 304)
  return c.body(text, 200, { 'Content-Type': type })
}
