import { OpenAPIHono, z } from '@hono/zod-openapi'
import { demandRevision } from '../../desk/deciding.ts'
import { listImports, readImport } from '../../desk/imports/listing.ts'
import {
  readSaid,
  receiveSource,
  type Source,
  sourceAt,
  sourceOf,
} from '../../desk/imports/receiving.ts'
import { goOn, lookThrough, start, stop } from '../../desk/imports/running.ts'
import { columnFields } from '../../domain/columns.ts'
import { canImport, importFormats } from '../../domain/import.ts'
import { parse } from '../../domain/parse.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Env, Page } from '../env.ts'
import { idOf } from '../form.ts'
import { memberOf } from '../frame.ts'
import { logging } from '../imports/logging.ts'
import { importAnswer, openedImport, refusedAnswer } from './answers/import.ts'
import { list, made, one, paged } from './answers.ts'
import { bringInput } from './bringing.ts'
import { defaultHook, newIdOf, sentIn, stepping } from './guards.ts'
import { fetches, lists, reads, steps } from './route.ts'
import { afterTime, timePlace } from './saying.ts'

const importInput = bringInput.extend({
  name: z.string().min(1).max(300).nullish().describe('What a text or a file is called'),
  format: z.enum(importFormats).nullish().describe('Found out where it is not said'),
  publisher: z
    .string()
    .max(300)
    .nullish()
    .describe('Whose the rulings are that do not say so: a host'),
  columns: z
    .record(z.string().max(500), z.enum(columnFields).nullable())
    .nullish()
    .describe('Of a table, what columns are, by their names; the others are guessed'),
})
type ImportInput = z.output<typeof importInput>

/** @throws Refusal `invalid` where nothing is given */
async function sourceIn(c: Page, { address, text, file, name }: ImportInput): Promise<Source> {
  if (address) return sourceAt(c.get('desk'), address)
  if (text) return sourceOf(name ?? 'text', new TextEncoder().encode(text))
  if (file) return sourceOf(name ?? 'file', Buffer.from(file.content, 'base64'))
  throw new Refusal('invalid', { fields: { text: { code: 'required' } } })
}

/** An import as it stands. @param id another than the one that the address names */
async function now(c: Page, id = idOf(c)) {
  const { import: there, ...standing } = await readImport(c.get('desk'), memberOf(c), id)
  return { ...standing, ...there }
}

const about = { tag: 'Imports', need: 'editor', answer: openedImport } as const

export const imports = new OpenAPIHono<Env>({ defaultHook })
  .openapi(
    lists({
      path: '/imports',
      ...{ tag: 'Imports', need: 'viewer', item: importAnswer },
      ...{ query: paged.pick({ after: true }), summary: 'Imports, the newest first' },
    }),
    async (c) => {
      const { rows, more } = await listImports(c.get('desk'), memberOf(c), afterTime(c))
      const items = rows.map(({ import: there, ...standing }) => ({ ...standing, ...there }))
      return list(c, importAnswer, items, timePlace(more))
    },
  )
  .openapi(
    fetches({
      path: '/imports',
      ...{ ...about, body: importInput },
      summary: 'Bring in a file, a text or an address, and have it looked through',
      description:
        'Nothing is imported yet: a dry run says first what would come of it. Ask again until it is `looked`.',
    }),
    async (c) => {
      const [desk, member, id] = [c.get('desk'), memberOf(c), newIdOf(c)]
      const given = parse(importInput, sentIn(c))
      const { publisher, columns } = given
      const said = readSaid({ format: given.format ?? '', publisher })
      const mapping = columns ? JSON.stringify(columns) : null
      const source = () => sourceIn(c, given)
      const there = await receiveSource(desk, member, id, source, said, { mapping })
      lookThrough(desk, member, there, logging(c))
      return made(c, openedImport, await now(c, id), `/imports/${id}`)
    },
  )
  .openapi(
    reads({
      path: '/imports/{id}',
      ...{ ...about, need: 'viewer' },
      summary: 'One import: what would come of it, how far it is, what came of it',
    }),
    async (c) => one(c, openedImport, await now(c)),
  )
  .openapi(
    lists({
      path: '/imports/{id}/refused',
      ...{ tag: 'Imports', need: 'viewer', item: refusedAnswer },
      query: z.object({ after: z.coerce.number().int().min(0).max(1_000_000_000).optional() }),
      summary: 'What it refused, and what it left out of a record, with the reasons',
    }),
    async (c) => {
      const { after = 0 } = c.req.valid('query')
      const read = await readImport(c.get('desk'), memberOf(c), idOf(c), after)
      const items = read.refused.map((row) => ({ ...row, kept: row.kept === 1 }))
      return list(c, refusedAnswer, items, read.next === null ? null : String(read.next))
    },
  )
  .openapi(
    steps({
      path: '/imports/{id}/bringing-in',
      ...about,
      summary: 'Import what was looked through; it goes on by itself',
    }),
    async (c) => {
      const [desk, member] = [c.get('desk'), memberOf(c)]
      await stepping(
        c,
        (read) => start(desk, member, read, logging(c)),
        () => now(c),
      )
      return one(c, openedImport, await now(c))
    },
  )
  .openapi(
    steps({
      path: '/imports/{id}/continuing',
      ...about,
      summary: 'Go on where it was, whatever ended it',
    }),
    async (c) => {
      const [desk, member] = [c.get('desk'), memberOf(c)]
      await stepping(
        c,
        (read) => goOn(desk, member, read, logging(c)),
        () => now(c),
      )
      return one(c, openedImport, await now(c))
    },
  )
  .openapi(
    steps({
      path: '/imports/{id}/stopping',
      ...about,
      summary: 'Stop it; what was imported stays',
      description: 'One that has ended by itself stays as it is.',
    }),
    async (c) => {
      await stepping(
        c,
        async (read) => {
          const { import: there } = await readImport(c.get('desk'), memberOf(c), read.id)
          if (canImport(there, 'stop')) demandRevision(there, read.revision)
          await stop(c.get('desk'), memberOf(c), read)
        },
        () => now(c),
      )
      return one(c, openedImport, await now(c))
    },
  )
