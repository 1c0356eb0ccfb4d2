import { Hono } from 'hono'
import { markExport } from '../../desk/exports/since-last.ts'
import { type Export, openExport } from '../../desk/exports.ts'
import type { Asked } from '../../domain/export-filters.ts'
import { type ExportFormat, exportFormats } from '../../domain/export-format.ts'
import { DELTA_PATH, verdictDeltaSchema } from '../../interchange/exports/delta.ts'
import { SCHEMA_PATH, verdictExportSchema } from '../../interchange/verdict-export.ts'
import type { Env, Page } from '../env.ts'
import { memberOf, originOf } from '../frame.ts'
import { packingFor } from './packing.ts'

export const documentRoutes = new Hono<Env>()

/** What each form is, as those who send it say (RFC 9110, 8.3). */
export const exportTypes: Record<ExportFormat, string> = {
  json: 'application/json; charset=utf-8',
  ndjson: 'application/x-ndjson; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
  jsonld: 'application/ld+json; charset=utf-8',
}

export type Pairs = [name: string, value: string][]

/** Everything that an address asks for; a parameter may stand in it more than once. */
export function askedIn(pairs: Pairs): Asked {
  const named = Object.groupBy(pairs, ([name]) => name)
  const values = Object.entries(named).map(([name, all]) => [name, all?.map(([, value]) => value)])
  return Object.fromEntries(values)
}

export const pairsIn = (c: Page): Pairs => [...new URL(c.req.url).searchParams]

/** Where what comes after this document will be asked for. */
function nextOf(c: Page, next: string): string {
  const stays = pairsIn(c).filter(([name]) => name !== 'since' && name !== 'asOf')
  return `${c.req.path}?${new URLSearchParams([...stays, ['since', next]])}`
}

/** What is described elsewhere: how the document is read, and how it goes on. */
function linksOf(c: Page, format: ExportFormat, next: string): string {
  const schema = c.req.query('since') === undefined ? SCHEMA_PATH : DELTA_PATH
  const described = format === 'json' ? [`<${schema}>; rel="describedby"`] : []
  return [...described, `<${nextOf(c, next)}>; rel="next"`].join(', ')
}

/** Whether they have these very bytes, however they were packed. */
const isThere = (c: Page, tag: string): boolean => {
  const tags = c.req.header('if-none-match')
  return tags !== undefined && (tags.trim() === '*' || tags.includes(`"${tag}`))
}

/** The same stream, which remembers, once its last byte has gone, that somebody has it. */
function marking(c: Page, { next, pairs }: Export, stream: ReadableStream<Uint8Array>) {
  const [desk, member] = [c.get('desk'), memberOf(c)]
  const reader = stream.getReader()
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await reader.read()
        if (!done) return controller.enqueue(value)
        // The document is theirs, whatever becomes of this.
        await markExport(desk, member, { next, pairs }).catch((err) => c.get('log').error({ err }))
        controller.close()
      },
      cancel: (why) => reader.cancel(why),
    },
    { highWaterMark: 0 },
  )
}

async function send(c: Page, format: ExportFormat) {
  const asked = askedIn(pairsIn(c))
  const about = { format, asked, home: originOf(c) }
  const document = await openExport(c.get('desk'), memberOf(c), about)
  const packing = packingFor(c.req.header('accept-encoding'))
  c.header('Cache-Control', 'private, no-cache')
  c.header('Vary', 'Accept-Encoding, Cookie')
  c.header('ETag', `"${document.tag}${packing ? `-${packing}` : ''}"`)
  c.header('Link', linksOf(c, format, document.next))
  c.header('Riscontro-Cursor', document.next)
  if (isThere(c, document.tag)) return c.body(null, 304)
  c.header('Content-Type', exportTypes[format])
  if (packing) c.header('Content-Encoding', packing)
  if (c.req.method === 'HEAD') return c.body(null)
  const stream = await document.stream(packing)
  // What somebody had as of a moment that is past is not what they have now.
  return c.body(asked.asOf ? stream : marking(c, document, stream))
}

for (const format of exportFormats) {
  documentRoutes.get(`/exports/verdicts.${format}`, (c) => send(c, format))
}

function sendSchema(c: Page, schema: object) {
  c.header('Cache-Control', 'public, max-age=3600')
  c.header('Content-Type', 'application/schema+json; charset=utf-8')
  return c.body(JSON.stringify(schema, null, 2))
}

documentRoutes.get(SCHEMA_PATH, (c) => sendSchema(c, verdictExportSchema()))
documentRoutes.get(DELTA_PATH, (c) => sendSchema(c, verdictDeltaSchema()))
