import { OpenAPIHono, z } from '@hono/zod-openapi'
import * as searches from '../../desk/saved-searches.ts'
import { Refusal } from '../../domain/refusal.ts'
import { type SavedSearch, savedInput } from '../../domain/saved-search.ts'
import type { Env, Page } from '../env.ts'
import { idOf } from '../form.ts'
import { memberOf, originOf } from '../frame.ts'
import { list, made, one } from './answers.ts'
import { defaultHook, newIdOf, sentIn } from './guards.ts'
import { acts, listsAll, makes, reads, removes } from './route.ts'

const search = z
  .object({
    id: z.uuid(),
    name: z.string(),
    query: z.string().openapi({ description: 'What it asks of the list of claims' }),
    own: z.boolean(),
    savedAt: z.iso.datetime(),
    sharedAt: z.iso.datetime().nullable(),
    feed: z.boolean().openapi({ description: 'Whether it has a feed' }),
  })
  .openapi('Search')

const withFeed = search
  .extend({ address: z.string().openapi({ description: 'Of the feed: said once' }) })
  .openapi('SearchWithFeed')

const said = (c: Page, one: SavedSearch) => ({
  ...one,
  own: one.owner === memberOf(c).id,
  feed: one.feed !== null,
})

async function now(c: Page, id = idOf(c)) {
  return said(c, await searches.findSearch(c.get('desk'), memberOf(c), id))
}

// A search is its owner's alone, and no decision: it has no revision, and the last word on it counts.
const about = { tag: 'Saved searches', need: 'viewer', answer: search } as const

export const savedSearches = new OpenAPIHono<Env>({ defaultHook })
  .openapi(
    listsAll({
      ...{ tag: 'Saved searches', need: 'viewer', item: search },
      path: '/searches',
      summary: 'Your saved searches, then those that others share',
    }),
    async (c) => {
      const found = await searches.namesOfSearches(c.get('desk'), memberOf(c))
      return list(
        c,
        search,
        found.map((one) => said(c, one)),
      )
    },
  )
  .openapi(
    makes({ ...about, path: '/searches', body: savedInput, summary: 'Save a search' }),
    async (c) => {
      const id = newIdOf(c)
      await searches.save(c.get('desk'), memberOf(c), id, sentIn(c))
      return made(c, search, await now(c, id), `/searches/${id}`)
    },
  )
  .openapi(reads({ ...about, path: '/searches/{id}', summary: 'One saved search' }), async (c) =>
    one(c, search, await now(c)),
  )
  .openapi(
    acts({
      ...about,
      path: '/searches/{id}/name',
      body: savedInput.pick({ name: true }),
      summary: 'Rename it',
    }),
    async (c) => {
      await searches.rename(c.get('desk'), memberOf(c), idOf(c), sentIn(c))
      return one(c, search, await now(c))
    },
  )
  .openapi(
    acts({
      ...about,
      path: '/searches/{id}/sharing',
      body: z.object({ shared: z.boolean() }),
      summary: 'Share it with the desk, or keep it to yourself',
    }),
    async (c) => {
      const { shared } = c.req.valid('json')
      await searches.share(c.get('desk'), memberOf(c), idOf(c), shared)
      return one(c, search, await now(c))
    },
  )
  .openapi(
    acts({
      ...about,
      path: '/searches/{id}/feed',
      body: z.object({}),
      answer: withFeed,
      tellsSecret: true,
      summary: 'Give it a feed, or a new address for it; the one before ends',
    }),
    async (c) => {
      if (!c.get('config').publicPages) throw new Refusal('not_found')
      const token = await searches.openFeed(c.get('desk'), memberOf(c), idOf(c))
      return one(c, withFeed, { ...(await now(c)), address: `${originOf(c)}/feeds/${token}` })
    },
  )
  .openapi(
    acts({
      ...about,
      path: '/searches/{id}/feed-ending',
      body: z.object({}),
      summary: 'End its feed',
    }),
    async (c) => {
      await searches.closeFeed(c.get('desk'), memberOf(c), idOf(c))
      return one(c, search, await now(c))
    },
  )
  .openapi(
    removes({
      ...{ tag: 'Saved searches', need: 'viewer' },
      path: '/searches/{id}',
      summary: 'Take it away: its owner does, or an admin where it is shared',
    }),
    async (c) => {
      await searches.remove(c.get('desk'), memberOf(c), idOf(c))
      return c.body(null, 204)
    },
  )
