import { OpenAPIHono, z } from '@hono/zod-openapi'
import { readMapping, remap } from '../../desk/imports/mapping.ts'
import { columnFields } from '../../domain/columns.ts'
import { optionalLanguage, parse } from '../../domain/parse.ts'
import type { Env, Page } from '../env.ts'
import { idOf } from '../form.ts'
import { memberOf } from '../frame.ts'
import { logging } from '../imports/logging.ts'
import { mappingAnswer } from './answers/import.ts'
import { one } from './answers.ts'
import { defaultHook, stepping } from './guards.ts'
import { changes, reads } from './route.ts'
import { saying } from './saying.ts'

const mappingInput = z
  .object({
    fields: z
      .array(z.enum(columnFields).nullable())
      .max(500)
      .describe('What each column is, in their order; null where it is left out'),
    dayFirst: z.boolean().nullable().describe('Whether 03/04/2018 is in April'),
    publisher: z.string().max(300).nullable(),
    language: optionalLanguage,
  })
  .partial()

/** What a program says, as the form of the page does. */
function formOf({ fields = [], dayFirst, ...about }: z.output<typeof mappingInput>) {
  const order = dayFirst === true ? 'day' : dayFirst === false ? 'month' : ''
  const columns = fields.map((field, at) => [`column-${at}`, field ?? ''])
  return { ...Object.fromEntries(columns), order, ...about }
}

async function now(c: Page) {
  const read = await readMapping(c.get('desk'), memberOf(c), idOf(c))
  const { id, revision, publisher } = read.import
  return { ...read.columns, rows: read.rows, may: read.may, id, revision, publisher }
}

const about = { tag: 'Imports', answer: mappingAnswer } as const

/** What the columns of a table are. */
export const importMapping = new OpenAPIHono<Env>({ defaultHook })
  .openapi(
    reads({
      path: '/imports/{id}/mapping',
      ...{ ...about, need: 'viewer' },
      summary: 'What the columns of a table are taken for, with its first rows',
    }),
    async (c) => one(c, mappingAnswer, await now(c)),
  )
  .openapi(
    changes({
      path: '/imports/{id}/mapping',
      ...{ ...about, need: 'editor', body: mappingInput },
      summary: 'Say what they are; the table is looked through anew',
      description: 'The revision is that of the import.',
    }),
    async (c) => {
      const form = formOf(parse(mappingInput, saying(c, mappingInput, await now(c))))
      await stepping(
        c,
        (read) => remap(c.get('desk'), memberOf(c), read, form, logging(c)),
        () => now(c),
      )
      return one(c, mappingAnswer, await now(c))
    },
  )
