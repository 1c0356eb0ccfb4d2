import type { Hit } from '../domain/hit.ts'
import type { Queue } from '../domain/queue.ts'
import type { SearchPlace } from '../domain/search-place.ts'
import type { Store } from '../store/store.ts'
import { type RulingsFound, rulingsFound } from './rulings/search.ts'
import { type ArticlesFound, articlesFound } from './search/articles.ts'
import { type Asking, asking } from './search/asking.ts'
import { type FacetCounts, facetsOf, tallyOf } from './search/facets.ts'
import { chosenTest, type Test, workTest } from './search/filters.ts'
import { type Gathered, gather, indexed, type Sought, type Source } from './search/gather.ts'
import { hitsOf, wordsTaken } from './search/hits.ts'
import { type Going, onePage, type SearchAsked, WINDOW } from './search/paging.ts'
import { type Understood, understand } from './search/understand.ts'
import { isNarrow, narrowOf, walked } from './search/walk.ts'

/** What the worker is asked for of articles. */
export type ArticlesAsked = {
  member: { id: string }
  q: string
  before: number | null
  page: number
}

/** A number that may be a lower bound. */
export type Counted = { claims: number; isLeast: boolean }

/** What was found, as it goes from the worker to the page. */
export type Searched = {
  claims: { id: string; hits: Hit[] }[]
  next: SearchPlace | null
  total: Counted
  tally: ReturnType<typeof tallyOf>
  /** Whether the tally is a lower bound. */
  isLeast: boolean
  facets: FacetCounts
  chips: Understood['chips']
  strange: Understood['strange']
  cut: boolean
  /** Words that stand nowhere, with what was searched for instead. */
  taken: { typed: string; as: 'beginning' | 'near'; words: string[] }[]
  missing: string[]
  /** Nothing that says anything was asked for. */
  wordless: boolean
  /** So much was found that only the newest of it was put in order. */
  many: boolean
  /** Whether not everything is in the index yet, as after an upgrade. */
  behind: boolean
  articles: ArticlesFound
  rulings: RulingsFound
}

/** Where it is looked: in the index, or where nothing must be there, through the list. */
function sourceOf(store: Store, { asked }: Asking, { queue, member }: SearchAsked): Source {
  const isIndexed = asked.all.length + (asked.phrases ?? []).length > 0
  return isIndexed ? indexed(store, asked) : walked(store, asked, narrowOf(queue, member))
}

/** What is chosen beside the search; stage and person come last. */
function chosenTests(queue: Queue, member: { id: string }): Test[] {
  const { stage, who } = queue
  const isAtWork = stage !== null || who !== 'all'
  const isChosen = isNarrow(narrowOf({ ...queue, stage: null, who: 'all' }, member))
  return [...(isChosen ? [chosenTest(queue)] : []), ...(isAtWork ? [workTest(queue, member)] : [])]
}

/** Enough that a list under filters is gone through instead. */
const NARROW = 2000

/** What is found of few claims: where filters leave but few, they are gone through instead of the index. */
async function amongFew(going: Going): Promise<Gathered | null> {
  const { store, sought, asked } = going
  const narrow = narrowOf(asked.queue, asked.member)
  if (!isNarrow(narrow)) return null
  const { hits, next } = await walked(store, sought.asked, narrow)(null, NARROW)
  if (next !== null) return null
  return gather(store, async () => ({ hits, next: null }), sought, null, WINDOW)
}

/**
 * Searches claims and articles: the worker's part. Its work is bounded whatever is asked for, and
 * whatever it says of how many there are is so.
 */
export async function search(store: Store, asked: SearchAsked): Promise<Searched> {
  const { queue, member, place } = asked
  const understood = await understand(store, member, queue.q)
  const ask = await asking(store, understood)
  const { phrases, none, tests, needsTitles } = understood
  const sought: Sought = {
    ...{
      asked: ask.asked,
      weights: ask.weights,
      phrases,
      nonePhrases: none.phrases,
      begins: ask.begins,
      needsTitles,
      needsFacts: queue.sort !== null && queue.sort !== 'newest',
    },
    tests: [...tests, ...chosenTests(queue, member)],
  }
  const source = sourceOf(store, ask, asked)
  const going: Going = { store, sought, source, asked }
  const first = await gather(store, source, sought, null, WINDOW)
  const few = first.next !== null && first.found.length < WINDOW ? await amongFew(going) : null
  const whole = few ?? first
  const { shown, next } = await onePage(going, whole)
  const elsewhere = await otherStages(going, whole)
  const counts = await countsOf(store, whole)
  const ids = shown.map(({ id }) => id)
  const hits = await hitsOf(store, ids, ask, understood)
  const isBare = tests.length === 0 && !isNarrow(narrowOf(queue, member))
  return {
    claims: ids.map((id) => ({ id, hits: hits.get(id) ?? [] })),
    next,
    total: { claims: whole.found.length, isLeast: whole.next !== null },
    tally: tallyOf(elsewhere === whole ? counts : await countsOf(store, elsewhere)),
    isLeast: elsewhere.next !== null,
    facets: facetsOf(counts),
    ...{ chips: understood.chips, strange: understood.strange, cut: understood.cut },
    taken: wordsTaken(ask.taken, hits, understood.languages),
    missing: ask.missing,
    wordless: isWordless(understood),
    many: whole.next !== null,
    behind: await store.words.isBehind(),
    articles:
      isBare && place === null
        ? await articlesFound(store, ask, understood, null, BESIDE)
        : noArticles,
    rulings:
      isBare && place === null && !isWordless(understood)
        ? await rulingsFound(store, { asking: ask, understood, publisher: null }, null, BESIDE)
        : noRulings,
  }
}

/** How many articles, and how many of what others rated, stand beside the claims. */
const BESIDE = 3
const noArticles: ArticlesFound = { found: [], next: null, count: { articles: 0, isLeast: false } }
const noRulings: RulingsFound = { found: [], next: null, count: { rulings: 0, isLeast: false } }

/** Searches articles alone: the worker's part. */
export async function searchArticles(store: Store, asked: ArticlesAsked) {
  const understood = await understand(store, asked.member, asked.q)
  const ask = await asking(store, understood)
  return articlesFound(store, ask, understood, asked.before, asked.page)
}

const countsOf = (store: Store, { found }: Gathered) =>
  store.facts.counted(found.map(({ id }) => id))

const isWordless = ({ words, phrases, none, chips }: Understood): boolean =>
  words.length + phrases.length + none.words.length + none.phrases.length + chips.length === 0

/** The same at every stage and by whomever it is held, so that there is a count beside each. */
async function otherStages(
  { store, sought, asked, source }: Going,
  whole: Gathered,
): Promise<Gathered> {
  const { queue, member } = asked
  if (queue.stage === null && queue.who === 'all') return whole
  const anywhere = { ...queue, stage: null, who: 'all' as const }
  const tests = sought.tests.slice(0, -1)
  const isIndexed = sought.asked.all.length + (sought.asked.phrases ?? []).length > 0
  const wide = isIndexed ? source : walked(store, sought.asked, narrowOf(anywhere, member))
  return gather(store, wide, { ...sought, tests }, null, WINDOW)
}
