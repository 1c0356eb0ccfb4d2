import { Hono } from 'hono'
import { importPage } from '../../../views/import/page.ts'
import { progressPanel } from '../../../views/import/progress.ts'
import { importsPage } from '../../../views/imports.ts'
import { type MessageKey, translator } from '../../../views/messages.ts'
import { listImports, readImport, refusedTable } from '../../desk/imports/listing.ts'
import { isUnmapped } from '../../desk/imports/mapping.ts'
import {
  MOST_UPLOADED,
  readSaid,
  receiveSource,
  type Source,
  sourceAt,
  sourceOf,
} from '../../desk/imports/receiving.ts'
import { goOn, lookThrough, start, stop } from '../../desk/imports/running.ts'
import { demand, has } from '../../domain/member.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Env, Page } from '../env.ts'
import { statusOf } from '../errors.ts'
import {
  carriedOut,
  cursorOf,
  decide,
  type Form,
  idOf,
  leadsBack,
  newIdOf,
  oneOf,
  readForm,
  type Verb,
} from '../form.ts'
import { done, frameOf, languageOf, memberOf, saidOf } from '../frame.ts'

import { logging } from './logging.ts'

export const importRoutes = new Hono<Env>()

async function list(c: Page, refused?: { refusal: Refusal; form: Form }) {
  const { rows, more } = await listImports(c.get('desk'), memberOf(c), cursorOf(c))
  const older = more ? `/imports?after=${more.at}~${more.id}` : null
  const frame = await frameOf(c)
  const problem = saidOf(frame, refused?.refusal)
  const again = refused && { typed: refused.form.fields, errors: refused.refusal.fields }
  const newId = refused ? newIdOf(refused.form) : c.get('desk').newId()
  return importsPage(frame, { rows, older, newId, most: MOST_UPLOADED, problem, ...again })
}

importRoutes.get('/imports', async (c) => {
  demand(memberOf(c), 'viewer')
  return c.html(await list(c))
})

/** What a form gives: a file, an address, or a text. @throws Refusal `invalid` where it gives nothing */
async function givenIn(c: Page, { fields, files }: Form): Promise<Source> {
  const { file } = files
  if (file?.size) return sourceOf(file.name || 'file', await file.bytes())
  const address = oneOf(fields.address).trim()
  if (address) return sourceAt(c.get('desk'), address)
  const text = oneOf(fields.text)
  if (text.trim()) {
    const name = translator(languageOf(c))('import.pasted')
    return sourceOf(name, new TextEncoder().encode(text))
  }
  throw new Refusal('invalid', { fields: { file: { code: 'required' } } })
}

importRoutes.post('/imports', async (c) => {
  const member = memberOf(c)
  demand(member, 'editor')
  const form = await readForm(c)
  const newId = newIdOf(form)
  const desk = c.get('desk')
  let to = `/imports/${newId}`
  const refusal = await carriedOut(c, async () => {
    const said = readSaid(form.fields)
    const source = () => givenIn(c, form)
    const one = await receiveSource(desk, member, newId, source, said)
    lookThrough(desk, member, one, logging(c))
    if (await isUnmapped(desk, one)) to = `/imports/${newId}/mapping`
  })
  if (refusal) return c.html(await list(c, { refusal, form }), statusOf[refusal.code])
  return done(c, to, 'notice.import_received')
})

async function page(c: Page, refusal?: Refusal) {
  const id = idOf(c)
  const after = Number(/^\d{1,9}$/.exec(c.req.query('refused') ?? '')?.[0] ?? 0)
  const { next, ...read } = await readImport(c.get('desk'), memberOf(c), id, after)
  const further = next === null ? null : `/imports/${id}?refused=${next}#refused`
  const frame = await frameOf(c)
  const stale = refusal?.code === 'conflict'
  const problem = stale ? frame.t('import.conflict') : saidOf(frame, refusal)
  return importPage(frame, { ...read, further, problem })
}

importRoutes.get('/imports/:id', async (c) => {
  demand(memberOf(c), 'viewer')
  return c.html(await page(c))
})

/** How far it is, for a page that asks again and again; asked for as a page, it is the import's own. */
importRoutes.get('/imports/:id/progress', async (c) => {
  const member = memberOf(c)
  demand(member, 'viewer')
  const id = idOf(c)
  if (!c.req.header('HX-Request')) return c.redirect(`/imports/${id}`, 303)
  const read = await readImport(c.get('desk'), member, id)
  const frame = await frameOf(c)
  return c.html(progressPanel(frame, { ...read, mayStop: has(member, 'editor'), asked: true }))
})

importRoutes.get('/imports/:id/refused.csv', async (c) => {
  const member = memberOf(c)
  demand(member, 'viewer')
  const id = idOf(c)
  const { store } = c.get('desk')
  if (!(await store.imports.find(id))) throw new Refusal('not_found')
  const table = ReadableStream.from(refusedTable(c.get('desk'), member, id))
  return c.body(table.pipeThrough(new TextEncoderStream()), 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="refused-${id.slice(0, 8)}.csv"`,
  })
})

/** A button of the page that has the import go another way. */
function leads(path: string, notice: MessageKey, verb: (c: Page) => Verb): void {
  const to = (id: string) => `/imports/${id}`
  leadsBack(importRoutes, `/imports/:id/${path}`, to)
  importRoutes.post(`/imports/:id/${path}`, (c) =>
    decide(c, { role: 'editor', to, notice }, verb(c), (refusal) => page(c, refusal)),
  )
}

leads(
  'bringing-in',
  'notice.import_started',
  (c) => (desk, member, read) => start(desk, member, read, logging(c)),
)
leads(
  'continuing',
  'notice.import_continued',
  (c) => (desk, member, read) => goOn(desk, member, read, logging(c)),
)
leads('stopping', 'notice.import_stopped', () => stop)
