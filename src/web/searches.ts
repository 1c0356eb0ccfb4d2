import { Hono } from 'hono'
import type { Typed } from '../../views/frame.ts'
import type { MessageKey } from '../../views/messages.ts'
import { stageInWords } from '../../views/searches/feed.ts'
import { feedAddressPage, searchesPage, searchPage } from '../../views/searches.ts'
import type { Desk } from '../desk/open.ts'
import * as searches from '../desk/saved-searches.ts'
import type { Member } from '../domain/member.ts'
import type { Refusal } from '../domain/refusal.ts'
import { idOfHash } from '../interchange/feed.ts'
import type { Env, Page } from './env.ts'
import { feedForms } from './feeds/form.ts'
import { answer, idOf, leadsBack, newIdOf, oneOf, readForm } from './form.ts'
import { done, frameOf, memberOf, originOf } from './frame.ts'
import { answerTagged, publicFrame, publicly } from './public.ts'

export const searchRoutes = new Hono<Env>()

async function list(c: Page, sent?: { refusal: Refusal; typed: Typed }) {
  const desk = c.get('desk')
  const rows = await searches.listSearches(desk, memberOf(c))
  const { refusal, typed } = sent ?? {}
  const newId = desk.newId()
  return searchesPage(await frameOf(c), { rows, newId, typed, errors: refusal?.fields })
}

searchRoutes.get('/searches', async (c) => c.html(await list(c)))

searchRoutes.post('/searches', async (c) => {
  const member = memberOf(c)
  const form = await readForm(c)
  const id = newIdOf(form)
  return answer(
    c,
    () => searches.save(c.get('desk'), member, id, form.fields),
    { to: `/searches/${id}`, notice: 'notice.search_saved' },
    (refusal) => list(c, { refusal, typed: form.fields }),
  )
})

async function one(c: Page, sent?: { refusal: Refusal; typed: Typed }) {
  const read = await searches.lookAtSearch(c.get('desk'), memberOf(c), idOf(c))
  const { refusal, typed } = sent ?? {}
  return searchPage(await frameOf(c), { ...read, typed, errors: refusal?.fields })
}

searchRoutes.get('/searches/:id', async (c) => c.html(await one(c)))

type Change = (desk: Desk, member: Member, id: string, fields: Typed) => Promise<unknown>

/** A form of the page of a search. */
function changes(
  path: string,
  notice: MessageKey,
  change: Change,
  to = (id: string) => `/searches/${id}`,
) {
  leadsBack(searchRoutes, `/searches/:id/${path}`, (id) => `/searches/${id}`)
  searchRoutes.post(`/searches/:id/${path}`, async (c) => {
    const member = memberOf(c)
    const { fields } = await readForm(c)
    const id = idOf(c)
    return answer(
      c,
      () => change(c.get('desk'), member, id, fields),
      { to: to(id), notice },
      (refusal) => one(c, { refusal, typed: fields }),
    )
  })
}

changes('name', 'notice.search_renamed', searches.rename)
changes('sharing', 'notice.search_shared', (desk, member, id, { shared }) =>
  searches.share(desk, member, id, oneOf(shared) === 'yes'),
)
changes('feed-ending', 'notice.feed_ended', searches.closeFeed)
changes('deletion', 'notice.search_deleted', searches.remove, () => '/searches')

leadsBack(searchRoutes, '/searches/:id/feed', (id) => `/searches/${id}`)
searchRoutes.post('/searches/:id/feed', async (c) => {
  const member = memberOf(c)
  const id = idOf(c)
  if (!c.get('config').publicPages) return done(c, `/searches/${id}`, 'notice.unchanged')
  const token = await searches.openFeed(c.get('desk'), member, id)
  const { search } = await searches.lookAtSearch(c.get('desk'), member, id)
  const address = `${originOf(c)}/feeds/${token}`
  return c.html(feedAddressPage(await frameOf(c), { search, address }))
})

/** The same secret opens both forms: `/feeds/…` is Atom, `/feeds/….json` JSON Feed. */
searchRoutes.get('/feeds/:token', publicly, async (c) => {
  const [token = '', end] = c.req.param('token').split('.', 2)
  const { search, entries, scale } = await searches.readFeed(c.get('desk'), token)
  const { type, write } = end === 'json' ? feedForms.json : feedForms.atom
  const frame = await publicFrame(c)
  const self = `${frame.origin}${c.req.path}`
  const feed = write({
    id: self,
    self,
    home: `${frame.origin}/claims${search.query ? `?${search.query}` : ''}`,
    title: `${search.name} · ${frame.desk.name}`,
    author: frame.desk.name,
    language: frame.lang,
    updated: entries[0]?.claim.stageSince ?? search.savedAt,
    entries: entries.map(({ claim, hash, ...row }) => ({
      id: idOfHash(hash),
      title: claim.statement,
      link: `${frame.origin}/claims/${claim.id}`,
      updated: claim.stageSince,
      category: claim.stage,
      summary: stageInWords(frame, { claim, ...row }, scale),
    })),
  })
  // Nobody on the way keeps what only its address opens. When something left it, no time tells.
  c.header('Cache-Control', 'private, no-store')
  return answerTagged(c, feed, null, type)
})
