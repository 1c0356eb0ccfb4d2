import { OpenAPIHono, z } from '@hono/zod-openapi'
import { filterNames } from '../../domain/export-filters.ts'
import { SCHEMA_PATH } from '../../interchange/verdict-export.ts'
import type { Env } from '../env.ts'
import { originOf } from '../frame.ts'
import { list } from './answers.ts'
import { defaultHook } from './guards.ts'
import { listsAll } from './route.ts'

/** The documents that can be taken along, below the desk's address. */
const documents = [
  {
    name: 'verdicts',
    type: 'application/json',
    path: '/exports/verdicts.json',
    schema: SCHEMA_PATH,
  },
]

const exported = z
  .object({
    name: z.string(),
    type: z.string(),
    href: z.string().openapi({ description: 'It takes the same token' }),
    schema: z.string().nullable(),
    filters: z.array(z.string()).openapi({ description: 'What its address can ask for' }),
  })
  .openapi('Export')

export const exportDocuments = new OpenAPIHono<Env>({ defaultHook }).openapi(
  listsAll({
    path: '/exports',
    tag: 'Exports',
    need: 'viewer',
    item: exported,
    summary: 'The documents in which verdicts are taken along',
  }),
  (c) => {
    const origin = originOf(c)
    return list(
      c,
      exported,
      documents.map(({ path, schema, ...one }) => ({
        ...one,
        href: origin + path,
        schema: origin + schema,
        filters: [...filterNames, 'asOf'],
      })),
    )
  },
)
