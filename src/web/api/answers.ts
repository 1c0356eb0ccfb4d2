import { z } from '@hono/zod-openapi'
import type { Page } from '../env.ts'
import { originOf } from '../frame.ts'

/** What a list is asked for by. */
export const paged = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(50).openapi({
    description: 'How many at most',
  }),
  after: z.string().max(500).optional().openapi({
    description: 'Where the list goes on: `next` of the answer before',
  }),
})

/** Some of a list, and where it goes on. */
export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next: z.string().nullable() })

/** Which revision it is that is answered: a change of it names that. */
const tagged = (c: Page, said: object): void => {
  if ('revision' in said) c.header('ETag', `"${said.revision}"`)
}

/** Answers with one thing as its schema says it, and no more than that. */
export function one<T extends object>(c: Page, schema: z.ZodType<T>, value: unknown) {
  const said = schema.parse(value)
  tagged(c, said)
  return c.json(said, 200)
}

/** The same for what was made just now. @param at its address below `/api/v1` */
export function made<T extends object>(c: Page, schema: z.ZodType<T>, value: unknown, at: string) {
  const said = schema.parse(value)
  tagged(c, said)
  c.header('Location', `${originOf(c)}/api/v1${at}`)
  return c.json(said, 201)
}

/** Some of a list. @param next where it goes on; null at its end */
export function list<T>(c: Page, item: z.ZodType<T>, items: unknown[], next: string | null = null) {
  if (next !== null) {
    const url = new URL(c.req.url)
    url.searchParams.set('after', next)
    c.header('Link', `<${originOf(c)}${url.pathname}${url.search}>; rel="next"`)
  }
  return c.json({ items: items.map((one) => item.parse(one)), next }, 200)
}
