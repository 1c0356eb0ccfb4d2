import { OpenAPIHono, z } from '@hono/zod-openapi'
import { filterNames } from '../../domain/export-filters.ts'
import { type ExportFormat, exportFormats } from '../../domain/export-format.ts'
import { SCHEMA_PATH } from '../../interchange/verdict-export.ts'
import type { Env } from '../env.ts'
import { exportTypes } from '../exports/document.ts'
import { originOf } from '../frame.ts'
import { list } from './answers.ts'
import { defaultHook } from './guards.ts'
import { listsAll } from './route.ts'

/** The documents that can be taken along, below the desk's address. */
const documents = exportFormats.map((format) => ({
  name: 'verdicts',
  format,
  type: exportTypes[format],
  path: `/exports/verdicts.${format}`,
  schema: format === 'json' ? SCHEMA_PATH : null,
}))

const apart: Record<ExportFormat, string[]> = {
  ...{ json: ['fields'], ndjson: ['fields'], csv: ['columns', 'bom'], jsonld: [] },
}

const exported = z
  .object({
    name: z.string(),
    format: z.enum(exportFormats),
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
        schema: schema && origin + schema,
        filters: [...filterNames, 'asOf', 'since', ...apart[one.format]],
      })),
    )
  },
)
