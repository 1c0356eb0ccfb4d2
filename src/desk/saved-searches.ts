import { demand, type Member, onlyReading } from '../domain/member.ts'
import { id as idSchema } from '../domain/parse.ts'
import { type Queue, readQueue } from '../domain/queue.ts'
import { Refusal } from '../domain/refusal.ts'
import {
  lookAgain,
  mayDelete,
  maySeeSearch,
  nameIn,
  type SavedSearch,
  saveSearch,
} from '../domain/saved-search.ts'
import { known } from './deciding.ts'
import type { Desk } from './open.ts'
import { listQueue } from './queue.ts'
import { digest, newToken } from './secrets.ts'

/** How many searches a list shows, and of how many of them it says how much is new. */
const LISTED = 200
const COUNTED = 20

/** How often an hour of the clock a feed is answered: readers of feeds ask each few minutes. */
export const FEED_LIMIT = 60

const HOUR = 3_600_000

/** What a saved search asks, what moved last first. */
const askedBy = ({ query }: SavedSearch): Queue => ({
  ...readQueue(Object.fromEntries(new URLSearchParams(query))),
  sort: 'moved',
})

/** What it finds now, a page of it, and which claims came to their stage since a moment, by others' hands. */
async function findsOf(desk: Desk, member: Member, search: SavedSearch, since: string | null) {
  const queue = askedBy(search)
  const found = await listQueue(desk, member, queue, null)
  const { rows, next } = found
  const moved = since === null ? [] : rows.filter(({ claim }) => claim.stageSince > since)
  const ids = moved.map(({ claim }) => claim.id)
  const movers = await desk.store.ledger.lastActors('claim', ids)
  const fresh = new Set(ids.filter((id) => movers.get(id) !== member.id))
  const isMore = next !== null && fresh.size === rows.length
  return { found: { ...found, queue, place: null, next: null }, fresh, isMore }
}

/** The searches that somebody sees, by name: their own, then those that others share. */
export async function namesOfSearches({ store }: Desk, member: Member): Promise<SavedSearch[]> {
  demand(member, 'viewer')
  return store.savedSearches.visibleTo(member.id, LISTED)
}

/** The same with whose they are, and how much of what they find is new since they were last looked at. */
export async function listSearches(desk: Desk, member: Member) {
  const searches = await namesOfSearches(desk, member)
  const { store } = desk
  const [names, looks] = await Promise.all([
    store.people.names([...new Set(searches.map(({ owner }) => owner))]),
    store.savedSearches.looksOf(
      member.id,
      searches.map(({ id }) => id),
    ),
  ])
  const news: ({ count: number; isMore: boolean } | null)[] = []
  for (const search of searches.slice(0, COUNTED)) {
    const seen = looks.get(search.id)?.seen
    const finds = seen ? await findsOf(desk, member, search, seen) : null
    news.push(finds && { count: finds.fresh.size, isMore: finds.isMore })
  }
  return searches.map((search, i) => ({
    search,
    owner: names[search.owner] ?? null,
    news: news[i] ?? null,
  }))
}

/** @throws Refusal `not_found` also where it is another one's, and not shared */
export async function findSearch(
  { store }: Desk,
  member: Member,
  id: string,
): Promise<SavedSearch> {
  demand(member, 'viewer')
  const search = known(idSchema.safeParse(id).success ? await store.savedSearches.find(id) : null)
  return known(maySeeSearch(search, member) ? search : null)
}

/** @throws Refusal `not_found` also where it is another one's */
async function ownSearch(desk: Desk, member: Member, id: string): Promise<SavedSearch> {
  const search = await findSearch(desk, member, id)
  return known(search.owner === member.id ? search : null)
}

/**
 * Looks at what a search finds, what is new in it marked.
 * @throws Refusal as `findSearch` does
 */
export async function lookAtSearch(desk: Desk, member: Member, id: string) {
  const { savedSearches, people } = desk.store
  const search = await findSearch(desk, member, id)
  const last = (await savedSearches.looksOf(member.id, [id])).get(id) ?? null
  const look = lookAgain(last, desk.now())
  const finds = await findsOf(desk, member, search, look.before)
  await savedSearches.look(id, member.id, look)
  const names = await people.names([search.owner])
  const own = search.owner === member.id
  const about = { owner: names[search.owner] ?? null, own, mayDelete: mayDelete(search, member) }
  return { search, ...about, since: look.before, ...finds }
}

/**
 * Saves what the list of claims shows; whoever does so has just seen it.
 * @param id the id that the form was given: the same form again saves it once
 * @throws Refusal `invalid`; `conflict` where the id is another one's
 */
export async function save(desk: Desk, member: Member, id: string, input: unknown): Promise<void> {
  demand(member, 'viewer')
  const { savedSearches } = desk.store
  const there = await savedSearches.find(id)
  if (there && there.owner !== member.id) throw new Refusal('conflict')
  if (there) return
  const kept = await savedSearches.countOf(member.id)
  await savedSearches.keep(saveSearch(id, member, input, kept, desk.now()))
  await savedSearches.look(id, member.id, lookAgain(null, desk.now()))
}

/** @throws Refusal as `ownSearch` does; `invalid` */
export async function rename(desk: Desk, member: Member, id: string, input: unknown) {
  await ownSearch(desk, member, id)
  await desk.store.savedSearches.change(id, { name: nameIn(input) })
}

/** Shows it to everybody on the desk, or to its owner alone. @throws Refusal as `ownSearch` does */
export async function share(desk: Desk, member: Member, id: string, isShared: boolean) {
  const { sharedAt } = await ownSearch(desk, member, id)
  const at = isShared ? (sharedAt ?? desk.now()) : null
  await desk.store.savedSearches.change(id, { sharedAt: at })
}

/** Takes one away; the same form again finds it gone. @throws Refusal `not_found` also as `mayDelete` has it */
export async function remove(desk: Desk, member: Member, id: string): Promise<void> {
  demand(member, 'viewer')
  const there = await desk.store.savedSearches.find(id)
  if (!there) return
  known(mayDelete(there, member) ? there : null)
  await desk.store.savedSearches.remove(id)
}

/**
 * Gives a search a feed, or a new address for it; the one before leads nowhere any more.
 * @returns the secret of its address, which is kept nowhere
 * @throws Refusal as `ownSearch` does
 */
export async function openFeed(desk: Desk, member: Member, id: string): Promise<string> {
  await ownSearch(desk, member, id)
  const token = newToken()
  await desk.store.savedSearches.change(id, { feed: digest(token) })
  return token
}

/** @throws Refusal as `ownSearch` does */
export async function closeFeed(desk: Desk, member: Member, id: string): Promise<void> {
  await ownSearch(desk, member, id)
  await desk.store.savedSearches.change(id, { feed: null })
}

/**
 * What the feed of a search tells: what a viewer would find by it. It ends with its owner's account.
 * @throws Refusal `bad_link` for an address that leads nowhere, or no more; `throttled`
 */
export async function readFeed(desk: Desk, token: string) {
  const { store, now } = desk
  const hash = digest(token)
  const search = await store.savedSearches.byFeed(hash)
  const owner = search && (await store.people.find(search.owner))
  if (!search || !owner || owner.deactivatedAt) throw new Refusal('bad_link')
  const time = Date.parse(now())
  const end = (Math.floor(time / HOUR) + 1) * HOUR
  const forget = new Date(time - HOUR).toISOString()
  if (!(await store.people.attempt(`feed ${hash} ${end}`, FEED_LIMIT, now(), forget))) {
    throw new Refusal('throttled', { values: { minutes: Math.ceil((end - time) / 60_000) } })
  }
  const reader = onlyReading(owner)
  const { found } = await findsOf(desk, reader, search, null)
  const entries = found.rows.map((row) => ({
    ...row,
    hash: digest(`${search.id} ${row.claim.id} ${row.claim.stageSince}`),
  }))
  return { search, entries, scale: found.choices.scale }
}
