import { Hono } from 'hono'
import type { Typed } from '../../../views/frame.ts'
import { publisherPage } from '../../../views/publishers/page.ts'
import { publishersPage } from '../../../views/publishers.ts'
import { decideLabel, listPublishers, readPublisher } from '../../desk/imports/labels.ts'
import { labelKeyOf } from '../../domain/label.ts'
import { demand } from '../../domain/member.ts'
import type { Refusal } from '../../domain/refusal.ts'
import type { Env, Page } from '../env.ts'
import { answer, newIdOf, oneOf, readForm, revisionOf } from '../form.ts'
import { frameOf, memberOf, saidOf } from '../frame.ts'

export const publisherRoutes = new Hono<Env>()

publisherRoutes.get('/publishers', async (c) => {
  const after = (c.req.query('after') ?? '').slice(0, 300)
  const { rows, more } = await listPublishers(c.get('desk'), memberOf(c), after)
  const older = more === null ? null : `/publishers?${new URLSearchParams({ after: more })}`
  return c.html(publishersPage(await frameOf(c), { rows, older }))
})

const siteOf = (c: Page): string => c.req.param('site') ?? ''

async function page(c: Page, again?: { refusal: Refusal; typed: Typed }) {
  const desk = c.get('desk')
  const read = await readPublisher(desk, memberOf(c), siteOf(c))
  const frame = await frameOf(c)
  const rows = read.rows.map((row) => ({ ...row, newId: desk.newId() }))
  const stale = again?.refusal.code === 'conflict'
  const problem = stale ? frame.t('publisher.conflict') : saidOf(frame, again?.refusal)
  const refused =
    again && !stale
      ? {
          labelKey: labelKeyOf(oneOf(again.typed.label)),
          typed: again.typed,
          errors: again.refusal.fields,
        }
      : undefined
  return publisherPage(frame, { ...read, rows, problem, refused })
}

publisherRoutes.get('/publishers/:site', async (c) => {
  demand(memberOf(c), 'viewer')
  return c.html(await page(c))
})

publisherRoutes.get('/publishers/:site/labels', (c) =>
  c.redirect(`/publishers/${encodeURIComponent(siteOf(c))}`, 303),
)

publisherRoutes.post('/publishers/:site/labels', async (c) => {
  const member = memberOf(c)
  demand(member, 'editor')
  const form = await readForm(c)
  const { fields } = form
  const site = siteOf(c)
  const read = { newId: newIdOf(form), label: oneOf(fields.label), revision: revisionOf(form) }
  return answer(
    c,
    () => decideLabel(c.get('desk'), member, site, read, fields),
    { to: `/publishers/${encodeURIComponent(site)}`, notice: 'notice.label' },
    (refusal) => page(c, { refusal, typed: fields }),
  )
})
