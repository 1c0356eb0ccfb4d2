import { Hono } from 'hono'
import { claimsOfLink, link, unlink } from '../desk/linking.ts'
import { demand } from '../domain/member.ts'
import { claimPageOf } from './claim-page.ts'
import type { Env, Page } from './env.ts'
import { answer, idIn, idOf, leadsBack, newIdOf, oneOf, readForm, revisionOf } from './form.ts'
import { memberOf } from './frame.ts'

export const linkRoutes = new Hono<Env>()

leadsBack(linkRoutes, '/claims/:id/links', (id) => `/claims/${id}`)
linkRoutes.post('/claims/:id/links', async (c) => {
  const member = memberOf(c)
  demand(member, 'checker')
  const form = await readForm(c)
  const { fields } = form
  const id = idOf(c)
  const other = idIn(oneOf(fields.other) || oneOf(fields.likely))
  return answer(
    c,
    () => link(c.get('desk'), member, id, newIdOf(form), { ...fields, other }),
    { to: `/claims/${id}#links`, notice: 'notice.link' },
    (refusal) => claimPageOf(c, id, { form: 'link', refusal, typed: fields }),
  )
})

/** The page that a link was ended on: of either claim. */
async function pageOf(c: Page, from: string): Promise<string> {
  const claims = await claimsOfLink(c.get('desk'), idOf(c))
  return claims.find((one) => one === from) ?? claims[0]
}

linkRoutes.get('/links/:id/ending', async (c) => {
  demand(memberOf(c), 'viewer')
  return c.redirect(`/claims/${await pageOf(c, '')}`, 303)
})

linkRoutes.post('/links/:id/ending', async (c) => {
  const member = memberOf(c)
  demand(member, 'checker')
  const form = await readForm(c)
  const { fields } = form
  const claim = await pageOf(c, oneOf(fields.back))
  const read = { id: idOf(c), revision: revisionOf(form) }
  return answer(
    c,
    () => unlink(c.get('desk'), member, read, fields),
    { to: `/claims/${claim}#links`, notice: 'notice.unlink' },
    (refusal) => claimPageOf(c, claim, { form: 'unlinking', refusal, typed: fields }),
  )
})
