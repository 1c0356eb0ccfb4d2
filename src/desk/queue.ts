import { type Evidence, isUsable } from '../domain/evidence.ts'
import { demand, type Member } from '../domain/member.ts'
import { type Queue, type QueuePlace, sortOf, type Who } from '../domain/queue.ts'
import type { Rating } from '../domain/rating.ts'
import { openStages, type Stage } from '../domain/stage.ts'
import { checking } from '../domain/validity.ts'
import { termsOf } from '../matching/query.ts'
import type { ClaimFilter } from '../store/queue.ts'
import { PAGE } from './articles.ts'
import { known } from './deciding.ts'
import type { Desk } from './open.ts'
import { placesOf } from './places.ts'
import { mayList, standingsOf } from './reviews.ts'

/** How many topics, and how many claimants, there are to choose from. */
const CHOICES = 100
const RECENT_ARTICLES = 50

/** Searches are understood in these, whatever the claims are written in. */
const spoken = ['it', 'en']

/**
 * A page of the queue: its rows, how many claims match, and what else could be asked.
 * @param place the last row of the page before
 * @returns `wordless` where a search holds no word that says anything: it finds everything
 * @throws Refusal `forbidden`
 */
export async function listQueue(
  desk: Desk,
  member: Member,
  queue: Queue,
  place: QueuePlace | null,
) {
  demand(member, 'viewer')
  const { store } = desk
  const choices = await choicesOf(desk, queue)
  const terms = termsOf(queue.q, [...new Set([...spoken, ...choices.languages])])
  const { stage, who, rating, reason, language, topic, claimant, article } = queue
  const filter: ClaimFilter = { rating, reason, language, topic, claimant, article, terms }
  const holder = { all: null, mine: member.id, nobody: 'nobody' }[who]
  const page = { sort: sortOf(queue), after: place, limit: PAGE }
  const [{ claims, next }, tally] = await Promise.all([
    store.queue.list({ ...filter, stage, holder }, page),
    store.queue.counts(filter),
  ])
  const ids = claims.map(({ id }) => id)
  const [appearances, evidence, standings] = await Promise.all([
    store.claims.appearances(ids),
    store.claims.evidence(ids),
    standingsOf(desk, claims),
  ])
  const places = await placesOf(desk, appearances)
  const holders = claims.flatMap(({ assignee }) => assignee ?? [])
  const names = await store.people.names([...new Set(holders)])
  const rows = claims.map((claim) => {
    const own = places.filter(({ appearance }) => appearance.claim === claim.id)
    const standing = known(standings.get(claim.id) ?? null)
    const { working, publicVerdict, lastPublic, versions } = standing
    return {
      claim,
      lead: own.find(({ appearance }) => appearance.id === claim.leadAppearance) ?? own[0] ?? null,
      appearances: own.length,
      supports: usable(evidence, claim.id, 'supports'),
      refutes: usable(evidence, claim.id, 'refutes'),
      told: publicVerdict,
      unchecked: own.filter(({ appearance }) => checking(versions)?.(appearance) === false).length,
      withdrawn: publicVerdict === null && lastPublic > 0,
      proposed: working && mayList(working, member, claim, standing) ? working : null,
      assignee: claim.assignee ? (names[claim.assignee] ?? null) : null,
    }
  })
  const wordless = queue.q !== '' && terms.length === 0
  return { rows, next, choices, wordless, ...countsOf(tally, queue, member) }
}

const usable = (evidence: Evidence[], claim: string, stance: Evidence['stance']): number =>
  evidence.filter((one) => one.claim === claim && one.stance === stance && isUsable(one)).length

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
