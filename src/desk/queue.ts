import { demand, type Member } from '../domain/member.ts'
import { type Queue, sortOf, type Who } from '../domain/queue.ts'
import type { Rating } from '../domain/rating.ts'
import type { ListPlace } from '../domain/search-place.ts'
import { openStages, type Stage } from '../domain/stage.ts'
import { type ClaimFilter, COUNTED } from '../store/queue.ts'
import { PAGE } from './articles.ts'
import type { Desk } from './open.ts'
import { queueRows } from './queue-rows.ts'
import { facetsIn } from './search/facets.ts'
import { namedFacets, searchAside } from './searching.ts'

/** How many topics, and how many claimants, there are to choose from. */
const CHOICES = 100
const RECENT_ARTICLES = 50

/**
 * A page of the queue: its rows, how many claims match, and what else could be asked. What is searched
 * for is looked for off the main thread.
 * @param place the last row of the page before
 * @returns `search` what there is to say of the search; null where nothing is searched for
 * @throws Refusal `forbidden`
 */
export async function listQueue(desk: Desk, member: Member, queue: Queue, place: ListPlace | null) {
  demand(member, 'viewer')
  const choices = await choicesOf(desk, queue)
  if (queue.q) return await searchQueue(desk, member, queue, place, choices)
  const { store } = desk
  const { stage, who, rating, reason, language, topic, claimant, article } = queue
  const filter: ClaimFilter = { rating, reason, language, topic, claimant, article }
  const holder = { all: null, mine: member.id, nobody: 'nobody' }[who]
  const after = place && 'due' in place ? place : null
  const page = { sort: sortOf(queue), after, limit: PAGE }
  const shown = { ...filter, stage, holder }
  const [{ claims, next }, tally, all] = await Promise.all([
    store.queue.list(shown, page),
    store.queue.counts(filter),
    store.queue.facets(shown),
  ])
  const more = Object.values(all).some((some) => some.some((one) => one.more))
  const facets = await namedFacets(desk, facetsIn(all), more ? COUNTED : null)
  const rows = (await queueRows(desk, member, claims)).map((row) => ({ ...row, hits: [] }))
  const isLeast = tally.some(({ more }) => more)
  return { rows, next, choices, search: null, facets, isLeast, ...countsOf(tally, queue, member) }
}

/** The same, of what is found. */
async function searchQueue(
  desk: Desk,
  member: Member,
  queue: Queue,
  place: ListPlace | null,
  choices: Awaited<ReturnType<typeof choicesOf>>,
) {
  const { store } = desk
  const at = place && 'phase' in place ? place : null
  const {
    claims: found,
    next,
    total,
    tally,
    isLeast,
    facets,
    articles,
    rulings,
    ...said
  } = await searchAside(desk, member, queue, at)
  const claims = await store.claims.byIds(found.map(({ id }) => id))
  const hits = new Map(found.map((one) => [one.id, one.hits]))
  const inOrder = found.flatMap(({ id }) => claims.find((one) => one.id === id) ?? [])
  const rows = (await queueRows(desk, member, inOrder)).map((row) => ({
    ...row,
    hits: hits.get(row.claim.id) ?? [],
  }))
  const search = {
    ...said,
    isLeast: total.isLeast,
    ...{ articles, rulings },
  }
  const narrower = await namedFacets(desk, facets, total.isLeast ? total.claims : null)
  const counts = { ...countsOf(tally, queue, member), total: total.claims }
  return { rows, next, choices, search, facets: narrower, isLeast, ...counts }
}

type Tally = { stage: Stage; assignee: string | null; claims: number }[]

/** By stage among whose work is shown, and by whose work it is at the stage that is shown. */
function countsOf(tally: Tally, queue: Queue, member: Member) {
  const isOpen = ({ stage }: Tally[number]) => openStages.includes(stage)
  const belongs: Record<Who, (row: Tally[number]) => boolean> = {
    all: () => true,
    mine: (row) => isOpen(row) && row.assignee === member.id,
    nobody: (row) => isOpen(row) && row.assignee === null,
  }
  const sum = (who: Who, stage: Stage | null): number =>
    tally
      .filter((row) => belongs[who](row) && (stage === null || row.stage === stage))
      .reduce((total, row) => total + row.claims, 0)
  const at = (stage: Stage) => sum(queue.who, stage)
  return {
    stages: {
      all: sum(queue.who, null),
      inbox: at('inbox'),
      checking: at('checking'),
      in_review: at('in_review'),
      decided: at('decided'),
      set_aside: at('set_aside'),
    },
    whose: {
      all: sum('all', queue.stage),
      mine: sum('mine', queue.stage),
      nobody: sum('nobody', queue.stage),
    },
    total: sum(queue.who, queue.stage),
  }
}

const including = <T>(some: T[], one: T | null): T[] =>
  one === null || some.includes(one) ? some : [...some, one]

/** What can be asked of the queue; what is asked is among it, where it is on this desk. */
async function choicesOf({ store }: Desk, queue: Queue) {
  const { queueChoices } = store
  const isUnnamed = queue.claimant === 'outlet' || queue.claimant === 'unknown'
  const [scale, languages, topics, claimants, articles, claimant, article] = await Promise.all([
    store.desks.scale(),
    queueChoices.languages(),
    store.topics.list(CHOICES),
    queueChoices.claimants(CHOICES),
    queueChoices.articles(RECENT_ARTICLES),
    queue.claimant && !isUnnamed ? store.claimants.find(queue.claimant) : null,
    queue.article ? store.articles.find(queue.article) : null,
  ])
  const retired = scale.filter(({ retiredAt }) => retiredAt).map(({ id }) => id)
  const told = await queueChoices.told(retired)
  const isOffered = ({ id, retiredAt }: Rating) =>
    !retiredAt || told.includes(id) || id === queue.rating
  const known = claimants.some(({ id }) => id === claimant?.id)
  const listed = articles.some(({ id }) => id === article?.id)
  return {
    scale,
    ratings: scale.filter(isOffered),
    languages: including(languages, queue.language),
    topics: including(
      topics.map(({ topic }) => topic),
      queue.topic,
    ),
    claimants: claimant && !known ? [...claimants, claimant] : claimants,
    articles: article && !listed ? [article, ...articles] : articles,
  }
}
