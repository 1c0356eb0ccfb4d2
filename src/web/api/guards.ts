import type { MiddlewareHandler } from 'hono'
import type { z } from 'zod'
import type { Read } from '../../desk/deciding.ts'
import { invalidBy } from '../../domain/parse.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Env, Page } from '../env.ts'
import { idOf } from '../form.ts'

/** A change names the revision that was read, as its ETag does. */
export const revised: MiddlewareHandler<Env> = async (c, next) => {
  const named = /^(?:W\/)?"(\d{1,9})"$/.exec(c.req.header('if-match')?.trim() ?? '')?.[1]
  if (!named) throw new Refusal('no_revision')
  c.set('revision', Number(named))
  await next()
}

/** What the address names, as the program read it. @throws Refusal `not_found` */
export const readOf = (c: Page): Read => ({ id: idOf(c), revision: c.get('revision') ?? 0 })

/** The id of what a request makes. */
export const newIdOf = (c: Page): string => c.get('newId') ?? c.get('desk').newId()

/**
 * Carries out a step that what it is done to may not allow: that is told from an older revision.
 * @param now what it is done to, as it is now
 * @throws Refusal `conflict` (409) where it was read as it is; whatever `step` throws
 */
export async function stepping(
  c: Page,
  step: (read: Read) => Promise<unknown>,
  now: () => Promise<{ revision: number }>,
): Promise<void> {
  const read = readOf(c)
  try {
    await step(read)
  } catch (error) {
    const isRefused = error instanceof Refusal && error.code === 'conflict'
    if (isRefused && (await now()).revision === read.revision) c.set('revision', undefined)
    throw error
  }
}

const MOST_NESTED = 32

/** How deep lists and objects stand in one another, before anything parses them. */
function depthOf(text: string): number {
  let [depth, deepest, quoted] = [0, 0, false]
  for (let i = 0; i < text.length; i++) {
    const one = text[i]
    if (one === '\\') i += 1
    else if (one === '"') quoted = !quoted
    else if (quoted) continue
    else if (one === '[' || one === '{') depth += 1
    else if (one === ']' || one === '}') depth -= 1
    if (depth > deepest) deepest = depth
  }
  return deepest
}

/**
 * Reads what a program sent, where it sent anything.
 * @throws Refusal `media_type` where it is not said to be JSON; `not_json`
 */
export const json: MiddlewareHandler<Env> = async (c, next) => {
  const text = await c.req.text()
  const type = c.req.header('content-type') ?? ''
  if (text !== '' && !/^application\/json\s*(;|$)/i.test(type)) throw new Refusal('media_type')
  if (depthOf(text) > MOST_NESTED) throw new Refusal('not_json')
  try {
    c.set('sent', text === '' ? {} : JSON.parse(text))
  } catch {
    throw new Refusal('not_json')
  }
  await next()
}

/** What a program sent, as it sent it: the desk's verbs read it themselves. */
export const sentIn = (c: Page): unknown => c.get('sent')

/** What the schema of an endpoint finds wrong is refused as the desk's verbs refuse it. */
export const defaultHook = (result: { success: boolean; error?: z.core.$ZodError }): void => {
  if (result.error) throw invalidBy(result.error)
}
