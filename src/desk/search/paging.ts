import type { Queue, Sort } from '../../domain/queue.ts'
import type { SearchPlace } from '../../domain/search-place.ts'
import { openStages } from '../../domain/stage.ts'
import type { Facts } from '../../store/facts.ts'
import type { Store } from '../../store/store.ts'
import { type Finding, type Gathered, gather, indexed, type Sought, type Source } from './gather.ts'

/** What the worker is asked for. */
export type SearchAsked = {
  member: { id: string }
  queue: Queue
  place: SearchPlace | null
  /** How many claims a page shows. */
  page: number
}

/** So much is counted, and put in order. */
export const WINDOW = 1000

const orders: Record<Sort, (facts: Facts) => string> = {
  due: ({ stage, dueOn, stageSince }) =>
    `${openStages.includes(stage) ? (dueOn ?? '9999-12-31') : '9999-12-32'} ${stageSince}`,
  waiting: ({ stageSince }) => stageSince,
  newest: () => '',
  moved: ({ stageSince }) => stageSince,
}

const compared = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const isNewer = (a: Omit<Finding, 'facts'>, b: Pick<Finding, 'number' | 'id'>): number =>
  b.number - a.number || compared(b.id, a.id)
const isBetter = (a: Finding, b: Pick<Finding, 'score' | 'number' | 'id'>): number =>
  b.score - a.score || isNewer(a, b)

/** What was found, in the order that was chosen; the best first where none was. */
function ordered(found: Finding[], sort: Sort | null): Finding[] {
  if (sort === null) return found.toSorted(isBetter)
  const way = sort === 'moved' ? -1 : 1
  const key = ({ facts }: Finding) => (facts ? orders[sort](facts) : '')
  return found.toSorted((a, b) => way * compared(key(a), key(b)) || isNewer(a, b))
}

/** A search under way. */
export type Going = { store: Store; sought: Sought; source: Source; asked: SearchAsked }
type Page = { shown: Finding[]; next: SearchPlace | null }

/** A page of a window, and where the next one begins: in it, or in the one after it. */
function pageOf(window: Gathered, { queue, place, page }: SearchAsked, isWhole: boolean): Page {
  const sorted = ordered(window.found, queue.sort)
  const last = place?.last ?? null
  const at = last ? sorted.findIndex(({ id }) => id === last.id) : -1
  // One that is not there any more left its place behind.
  const from = last && at < 0 ? sorted.findIndex((one) => isBetter(one, last) > 0) : at + 1
  const shown = from < 0 ? [] : sorted.slice(from, from + page)
  const end = shown.at(-1)
  if (end && from + page < sorted.length) {
    const { score, number, id } = end
    const before = place?.before ?? ''
    return { shown, next: { phase: 'all', before, last: { score, number, id } } }
  }
  const goesOn = window.next !== null && (isWhole || queue.sort === null || queue.sort === 'newest')
  return { shown, next: goesOn ? { phase: 'all', before: window.next ?? '', last: null } : null }
}

/** What says all of it in its statement, newest first; then, on the same page, the best of the rest. */
async function statementsFirst(going: Going, whole: Gathered): Promise<Page> {
  const { store, sought, asked } = going
  const { place, page } = asked
  const all = sought.asked.all.map((group) => ({ ...group, in: ['statement' as const] }))
  const only = { ...sought.asked, all }
  const rest = (window: Gathered): Gathered => ({
    ...window,
    found: window.found.filter(({ inStatement }) => !inStatement),
  })
  if (place?.phase === 'all') {
    const before = place.before || null
    const window = before ? await gather(store, going.source, sought, before, WINDOW) : whole
    return pageOf(rest(window), asked, true)
  }
  const { found, next } = await gather(
    store,
    indexed(store, only),
    sought,
    place?.before || null,
    page,
  )
  if (next !== null) return { shown: found, next: { phase: 'statement', before: next, last: null } }
  const first = pageOf(rest(whole), { ...asked, place: null, page: page - found.length }, true)
  if (found.length < page) return { ...first, shown: [...found, ...first.shown] }
  return { shown: found, next: { phase: 'all', before: '', last: null } }
}

/** The page that is asked for. @param whole the newest of all that is found */
export async function onePage(going: Going, whole: Gathered): Promise<Page> {
  const { store, sought, source, asked } = going
  const { queue, place } = asked
  const isMany = whole.next !== null
  const hasWords = sought.asked.all.length > 0
  if (isMany && hasWords && queue.sort === null) return statementsFirst(going, whole)
  const before = place?.before || null
  const window = before ? await gather(store, source, sought, before, WINDOW) : whole
  return pageOf(window, asked, !hasWords)
}
