import { z } from '@hono/zod-openapi'

// What is kept is answered as it is: these say its form, and refuse nothing.
export const id = z.string().meta({ format: 'uuid' })
export const revision = z.int().min(1).describe('As `If-Match` names it')
export const moment = z.string().meta({ format: 'date-time', description: 'In UTC' })
export const partialDate = z.string().nullable().describe('2024, 2024-06 or 2024-06-19')
export const day = z.string().nullable().describe('2024-06-19')
export const words = z.string().nullable()
export const language = z.string().describe('ISO 639')

/** The exact words in a text, and where they stand in it. */
export const excerpt = {
  quote: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  start: z.int().describe('In code points'),
  end: z.int().describe('The code point after the last'),
}

/** Some of a thing that is never so many that they come in pages. */
export const all = <One extends z.ZodType>(one: One) => z.object({ items: z.array(one) })
