import { Hono } from 'hono'
import { cors } from 'hono/cors'
import { listFactChecks } from '../../desk/fact-checks/list.ts'
import { readTold } from '../../desk/public.ts'
import type { ToldVersion } from '../../desk/told-version.ts'
import { Refusal } from '../../domain/refusal.ts'
import { toldPath } from '../../domain/slug.ts'
import {
  type Asked,
  type Fields,
  pagesFields,
  readAsked,
  searchFields,
} from '../../interchange/fact-check-asked.ts'
import * as tools from '../../interchange/fact-check-tools.ts'
import type { Env, Page } from '../env.ts'
import { TOOLS } from '../errors.ts'
import { answerTagged, KEPT, publicFrame, publicly } from '../public.ts'
import { perMinute } from './limit.ts'
import { placeIn, tokenOf } from './token.ts'

/** How many an answer holds where nobody says how many, and at most. */
const USUAL = 10
const MOST = 100
/** Beyond these one goes on with a token. */
const MOST_OFFSET = 1000

type Answer = object | { wrong: string }

/** Answers a method: what is wrong in the address is said, and nothing else is done. */
function method<F extends Fields>(
  fields: F,
  answer: (c: Page, asked: Asked<F>) => Promise<Answer>,
) {
  return async (c: Page) => {
    const read = readAsked(fields, new URL(c.req.url).searchParams)
    const made = 'wrong' in read ? read : await answer(c, read.asked)
    if ('wrong' in made) return c.json(tools.errorOf(400, String(made.wrong)), 400)
    const text = JSON.stringify(made, null, 'pretty' in read && !read.pretty ? 0 : 2)
    c.header('Cache-Control', KEPT)
    return answerTagged(c, `${text}\n`, null, 'application/json; charset=UTF-8')
  }
}

/** Who publishes, and where. */
async function publisherOf(c: Page) {
  const { desk, origin } = await publicFrame(c)
  return (told: ToldVersion['told']) => ({
    url: origin + toldPath(told),
    name: desk.name,
    home: origin,
    site: desk.url ?? null,
  })
}

/** Whether a site, as somebody names it, is the one that the desk publishes at. */
const isOurs = (named: string, home: string): boolean => {
  const site = tools.siteOf(named.includes('://') ? named : `https://${named}`)
  return site !== '' && site === tools.siteOf(home)
}

type Paged = { pageSize: number; pageToken: string; offset: number }
type Sought = { q: string; language: string | null; maxAgeDays: number | null }

/** A page of what is sought, in the shape that `tell` gives each; or what is wrong with the paging. */
async function listed(c: Page, { pageSize, pageToken, offset }: Paged, sought: Sought) {
  const question = JSON.stringify(sought)
  const after = pageToken ? placeIn(pageToken, question) : null
  if (pageToken && !after) return { wrong: 'page_token belongs to another request, or to none.' }
  if (pageSize < 0 || offset < 0) return { wrong: 'page_size and offset are not negative.' }
  if (!after && offset > MOST_OFFSET) {
    return { wrong: `offset is ${MOST_OFFSET} at most: go on with page_token.` }
  }
  const limit = Math.min(pageSize || USUAL, MOST)
  const paging = { limit, offset: after ? 0 : offset, after }
  const { found, next } = await listFactChecks(c.get('desk'), { ...sought, ...paging })
  return { found, next: next && tokenOf(next, question) }
}

async function search(c: Page, asked: Asked<typeof searchFields>): Promise<Answer> {
  const { query, reviewPublisherSiteFilter: site, maxAgeDays } = asked
  const q = query.trim()
  if (!q && !site) return { wrong: 'query is required unless review_publisher_site_filter is set.' }
  if (maxAgeDays < 0) return { wrong: 'max_age_days is not negative.' }
  const language = asked.languageCode.toLowerCase().split(/[-_]/)[0] || null
  const publisher = await publisherOf(c)
  const { origin } = await publicFrame(c)
  const sought = { q, language, maxAgeDays: maxAgeDays || null }
  const list = await listed(c, asked, sought)
  if ('wrong' in list) return list
  if (site && !isOurs(site, origin)) return {}
  const claims = list.found.flatMap(({ told }) => tools.claimOf(told, publisher(told)))
  return tools.claimsAnswer(claims, list.next)
}

async function pages(c: Page, asked: Asked<typeof pagesFields>): Promise<Answer> {
  const { url, organization } = asked
  if (url && organization) return { wrong: 'url and organization are not given together.' }
  if (!url && !organization) return { wrong: 'url or organization is required.' }
  const { origin } = await publicFrame(c)
  if (!isOurs(url || organization, origin)) return {}
  if (url) {
    const address = /^\/verdicts\/([^/]+)\/?$/.exec(URL.parse(url)?.pathname ?? '')?.[1]
    const told = address ? await standing(c, address) : null
    return tools.pagesAnswer(told ? await markup(c, [told]) : [], null)
  }
  const list = await listed(c, asked, { q: '', language: null, maxAgeDays: null })
  return 'wrong' in list ? list : tools.pagesAnswer(await markup(c, list.found), list.next)
}

async function markup(c: Page, found: ToldVersion[]): Promise<object[]> {
  const publisher = await publisherOf(c)
  return found.flatMap(({ told, seq }) => tools.markupPageOf(told, publisher(told), String(seq)))
}

/** What stands at an address of the desk’s; null where nothing does, or not any more. */
async function standing(c: Page, address: string): Promise<ToldVersion | null> {
  try {
    const { present } = await readTold(c.get('desk'), address)
    return present.told.status === 'published' ? present : null
  } catch (error) {
    if (error instanceof Refusal && error.code === 'not_found') return null
    throw error
  }
}

/** @throws Refusal `not_found` */
async function page(c: Page): Promise<Answer> {
  const id = c.req.param('id') ?? ''
  const told = await standing(c, id)
  const [made] = told?.told.claimId === id ? await markup(c, [told]) : []
  if (!made) throw new Refusal('not_found')
  return made
}

/**
 * The Fact Check Tools API (v1alpha1), as far as it reads. It is for anybody, with a key or without, also
 * for programs in browsers.
 */
export function factCheckRoutes() {
  const routes = new Hono<Env>()
  routes.use(
    `${TOOLS}/*`,
    cors({ origin: '*', allowMethods: ['GET', 'HEAD'] }),
    publicly,
    perMinute(),
  )
  routes.get(`${TOOLS}/:method{claims(?::|%3A)search}`, method(searchFields, search))
  routes.get(`${TOOLS}/pages`, method(pagesFields, pages))
  routes.get(`${TOOLS}/pages/:id`, method({}, page))
  routes.all(`${TOOLS}/*`, (c) => {
    if (c.req.method === 'GET') throw new Refusal('not_found')
    c.header('Allow', 'GET, HEAD')
    return c.json(tools.errorOf(405), 405)
  })
  return routes
}
