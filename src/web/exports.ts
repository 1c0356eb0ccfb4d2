import { Hono } from 'hono'
import { exportsPage } from '../../views/exports.ts'
import { sinceLast } from '../desk/exports/since-last.ts'
import { exportChoices, previewExport } from '../desk/exports.ts'
import { type Asked, askedOf, filterNames, pairsOf } from '../domain/export-filters.ts'
import { demand } from '../domain/member.ts'
import { Refusal } from '../domain/refusal.ts'
import { versionColumns } from '../interchange/exports/csv.ts'
import type { Env, Page } from './env.ts'
import { statusOf, wantsJson } from './errors.ts'
import { askedIn, documentRoutes, type Pairs, pairsIn } from './exports/document.ts'
import { frameOf, memberOf, originOf } from './frame.ts'

const SHOWN = 3

export const exportRoutes = new Hono<Env>()
exportRoutes.route('/', documentRoutes)

/** What a form left blank, and what is no filter at all, asks for nothing on a page. */
const asksFor = ([name, value]: Pairs[number]): boolean =>
  value !== '' && ['asOf', 'columns', ...filterNames].includes(name)

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
  const choices = { ...(await exportChoices(desk, member, asked)), columns: versionColumns }
  try {
    const { filters, asOf, columns, preview } = await previewExport(desk, member, asked, SHOWN)
    const last = asOf ? null : await sinceLast(desk, member, filters)
    const about = { pairs: pairsOf(filters), asOf, columns, last, origin: originOf(c) }
    const document = { ...preview, ...about }
    const there = { ...askedOf(filters), asOf: asked.asOf, columns }
    return c.html(exportsPage(await frameOf(c), { asked: there, choices, document }))
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'invalid' || wantsJson(c)) throw error
    const wrong = { asked, errors: error.fields, choices, document: null }
    return c.html(exportsPage(await frameOf(c), wrong), statusOf.invalid)
  }
}
