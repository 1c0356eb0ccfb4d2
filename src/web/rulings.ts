import { Hono } from 'hono'
import { rulingsPage } from '../../views/rulings/list.ts'
import { rulingPage, similarToRuling as similarPart } from '../../views/rulings/page.ts'
import { listRulings, readRuling, similarToRuling } from '../desk/rulings/reading.ts'
import { demand } from '../domain/member.ts'
import { searched } from '../domain/queue.ts'
import { readRulingPlace, rulingPlaceText } from '../domain/ruling.ts'
import type { Env } from './env.ts'
import { idOf } from './form.ts'
import { asksForPart, frameOf, memberOf } from './frame.ts'

export const rulingRoutes = new Hono<Env>()

/** The longest name of a host. */
const LONGEST_HOST = 253

/** What others rated, to be searched. */
rulingRoutes.get('/rulings', async (c) => {
  const member = memberOf(c)
  demand(member, 'viewer')
  const { publisher: site = '', after } = c.req.query()
  const q = searched.parse(c.req.query('q'))
  const publisher = site.trim().slice(0, LONGEST_HOST) || null
  const place = readRulingPlace(after)
  const { next, ...found } = await listRulings(c.get('desk'), member, { q, publisher, place })
  const asked = { ...(q && { q }), ...(publisher && { publisher }) }
  const address = (more: Record<string, string>) => {
    const query = new URLSearchParams({ ...asked, ...more }).toString()
    return query ? `/rulings?${query}` : '/rulings'
  }
  const older = next && address({ after: rulingPlaceText(next) })
  const first = place && address({})
  return c.html(rulingsPage(await frameOf(c), { ...found, q, publisher, first, older }))
})

rulingRoutes.get('/rulings/:id', async (c) => {
  const read = await readRuling(c.get('desk'), memberOf(c), idOf(c))
  return c.html(rulingPage(await frameOf(c), read))
})

/** What is similar: what its page asks for once it is there, and the page with it. */
rulingRoutes.get('/rulings/:id/similar', async (c) => {
  const desk = c.get('desk')
  const member = memberOf(c)
  const read = await readRuling(desk, member, idOf(c))
  const similar = await similarToRuling(desk, member, read.ruling)
  const frame = await frameOf(c)
  return c.html(
    asksForPart(c) ? similarPart(frame, similar) : rulingPage(frame, { ...read, similar }),
  )
})

/** The record as it was received, as a file: never as a page of this desk. */
rulingRoutes.get('/rulings/:id/original', async (c) => {
  const { ruling } = await readRuling(c.get('desk'), memberOf(c), idOf(c))
  c.header('Content-Type', 'application/json; charset=utf-8')
  c.header('Content-Disposition', `attachment; filename="ruling-${ruling.id}.json"`)
  return c.body(ruling.original)
})
