import { Hono } from 'hono'
import { exportsPage } from '../../views/exports.ts'
import { exportChoices, exportVerdicts, previewExport } from '../desk/exports.ts'
import { type Asked, askedOf, filterNames, pairsOf } from '../domain/export-filters.ts'
import { demand } from '../domain/member.ts'
import { Refusal } from '../domain/refusal.ts'
import { SCHEMA_PATH, verdictExportSchema } from '../interchange/verdict-export.ts'
import type { Env, Page } from './env.ts'
import { statusOf, wantsJson } from './errors.ts'
import { frameOf, memberOf, originOf } from './frame.ts'

const DOCUMENT = '/exports/verdicts.json'
const SHOWN = 3

export const exportRoutes = new Hono<Env>()

type Pairs = [name: string, value: string][]

/** Everything that an address asks for; a parameter may stand in it more than once. */
function askedIn(pairs: Pairs): Asked {
  const named = Object.groupBy(pairs, ([name]) => name)
  const values = Object.entries(named).map(([name, all]) => [name, all?.map(([, value]) => value)])
  return Object.fromEntries(values)
}

const pairsIn = (c: Page): Pairs => [...new URL(c.req.url).searchParams]

/** What a form left blank, and what is no filter at all, asks for nothing on a page. */
const asksFor = ([name, value]: Pairs[number]): boolean =>
  value !== '' && (name === 'asOf' || filterNames.some((filter) => filter === name))

exportRoutes.get('/exports', async (c) => {
  demand(memberOf(c), 'viewer')
  const there = pairsIn(c)
  const pairs = there.filter(asksFor)
  if (pairs.length === there.length) return page(c, askedIn(pairs))
  // The address says what is asked for, and no more.
  return c.redirect(`/exports${pairs.length ? `?${new URLSearchParams(pairs)}` : ''}`, 303)
})

async function page(c: Page, asked: Asked) {
  const [desk, member] = [c.get('desk'), memberOf(c)]
  const choices = await exportChoices(desk, member, asked)
  try {
    const { filters, asOf, preview } = await previewExport(desk, member, asked, SHOWN)
    const document = { ...preview, pairs: pairsOf(filters), asOf, origin: originOf(c) }
    const there = { ...askedOf(filters), asOf: asked.asOf }
    return c.html(exportsPage(await frameOf(c), { asked: there, choices, document }))
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'invalid' || wantsJson(c)) throw error
    const wrong = { asked, errors: error.fields, choices, document: null }
    return c.html(exportsPage(await frameOf(c), wrong), statusOf.invalid)
  }
}

exportRoutes.get(DOCUMENT, async (c) => {
  const stream = await exportVerdicts(c.get('desk'), memberOf(c), askedIn(pairsIn(c)))
  c.header('Content-Type', 'application/json; charset=utf-8')
  c.header('Link', `<${SCHEMA_PATH}>; rel="describedby"`)
  return c.body(stream)
})

exportRoutes.get(SCHEMA_PATH, (c) => {
  c.header('Cache-Control', 'public, max-age=3600')
  c.header('Content-Type', 'application/schema+json; charset=utf-8')
  return c.body(JSON.stringify(verdictExportSchema(), null, 2))
})
