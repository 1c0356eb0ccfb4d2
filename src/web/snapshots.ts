import { Hono } from 'hono'
import { asItWasPage, snapshotPage } from '../../views/snapshot/page.ts'
import {
  looksOf,
  pageOf,
  pictureOf,
  readSnapshot,
  textOf,
  warcFileOf,
} from '../desk/snapshot-reading.ts'
import { demand } from '../domain/member.ts'
import type { Env, Page, Policy } from './env.ts'
import { idOf } from './form.ts'
import { frameOf, memberOf } from './frame.ts'

export const snapshotRoutes = new Hono<Env>()

snapshotRoutes.get('/snapshots/:id', async (c) => {
  demand(memberOf(c), 'viewer')
  return c.html(snapshotPage(await frameOf(c), await readSnapshot(c.get('desk'), idOf(c))))
})

snapshotRoutes.get('/snapshots/:id/as-it-was', async (c) => {
  demand(memberOf(c), 'viewer')
  const looks = await looksOf(c.get('desk'), idOf(c))
  c.set('policy', 'around')
  return c.html(asItWasPage(await frameOf(c), looks))
})

/** Bytes that are no page of the desk's own, with the policy for them. */
function bytes(
  c: Page,
  policy: Policy,
  type: string,
  body: ReadableStream | Uint8Array,
  name?: string,
) {
  c.set('policy', policy)
  c.header('Content-Type', type)
  if (name) c.header('Content-Disposition', `attachment; filename="${name}"`)
  return c.body(body instanceof Uint8Array ? Uint8Array.from(body) : body)
}

snapshotRoutes.get('/snapshots/:id/page', async (c) => {
  demand(memberOf(c), 'viewer')
  const page = await pageOf(c.get('desk'), idOf(c))
  return bytes(c, 'kept', 'text/html; charset=utf-8', page)
})

snapshotRoutes.get('/snapshots/:id/bytes', async (c) => {
  demand(memberOf(c), 'viewer')
  const picture = await pictureOf(c.get('desk'), idOf(c))
  return bytes(c, 'file', picture.type, picture.bytes)
})

snapshotRoutes.get('/snapshots/:id/text', async (c) => {
  demand(memberOf(c), 'viewer')
  const text = await textOf(c.get('desk'), idOf(c))
  return bytes(c, 'file', 'text/plain; charset=utf-8', new TextEncoder().encode(text), 'text.txt')
})

snapshotRoutes.get('/snapshots/:id/warc', async (c) => {
  demand(memberOf(c), 'viewer')
  const file = await warcFileOf(c.get('desk'), idOf(c))
  return bytes(c, 'file', 'application/warc', file.bytes, file.name)
})
