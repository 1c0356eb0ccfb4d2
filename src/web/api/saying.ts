import type { z } from '@hono/zod-openapi'
import { id, parse } from '../../domain/parse.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Page } from '../env.ts'
import { cursorOf } from '../form.ts'
import { sentIn } from './guards.ts'

type Sent = Record<string, unknown>

/** What a program sent, field by field. */
export function fieldsIn(c: Page): Sent {
  const sent = sentIn(c)
  return typeof sent === 'object' && sent !== null ? { ...sent } : {}
}

/** What a person wrote of something, with what a program sent in its place: what it left out stays. */
export function saying(c: Page, { shape }: { shape: z.core.$ZodShape }, there: object): Sent {
  const kept = Object.keys(shape).map((name) => [name, Reflect.get(there, name)])
  return { ...Object.fromEntries(kept), ...fieldsIn(c) }
}

/** A field that holds an id. @throws Refusal `invalid` on it */
export const idIn = (c: Page, name: string): string => parse(id, fieldsIn(c)[name])

/** Where a list goes on. @throws Refusal `invalid` where that is no place in it */
export function after<T>(c: Page, read: (text: string) => T | null): T | null {
  const asked = c.req.query('after')
  if (asked === undefined) return null
  const place = read(asked)
  if (place === null) throw new Refusal('invalid', { fields: { after: { code: 'malformed' } } })
  return place
}

/** The same in a list by time. */
export const afterTime = (c: Page) => after(c, () => cursorOf(c))

/** A place in a list by time, as `afterTime` reads it. */
export const timePlace = (more: { at: string; id: string } | null): string | null =>
  more && `${more.at}~${more.id}`
