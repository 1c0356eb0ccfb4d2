import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { QueuePlace, Sort } from '../../src/domain/queue.ts'
import { sorts } from '../../src/domain/queue.ts'
import { openStages } from '../../src/domain/stage.ts'
import { termsOf } from '../../src/matching/query.ts'
import { stemsOf } from '../../src/matching/stems.ts'
import type { ClaimFilter } from '../../src/store/queue.ts'
import * as who from '../domain/people.ts'
import { onPostgres, postgresMissing } from '../support/postgres.ts'
import { type Opened, onServer, onSqlite } from './opened.ts'
import { type Queued, queueStory } from './queue-story.ts'

const languages = ['it', 'en', 'ru']
const search = (text: string) => termsOf(text, languages)

/** What each filter means, said once more and slowly. */
function matches({ claim, told, appears }: Queued, filter: ClaimFilter): boolean {
  const { stage, holder, rating, reason, language, topic, claimant, article, terms = [] } = filter
  const isOpen = openStages.includes(claim.stage)
  const texts: [string | null, string][] = [
    [claim.statement, claim.language],
    [claim.statementIt, 'it'],
  ]
  const stems = texts.flatMap(([text, code]) => (text ? stemsOf(text, code) : []))
  const says = [
    !stage || claim.stage === stage,
    !holder || (isOpen && claim.assignee === (holder === 'nobody' ? null : holder)),
    !rating || told === rating,
    !reason || (told === 'false' && ['satire', 'outdated_since'].includes(reason)),
    !language || claim.language === language,
    !topic || claim.topics?.includes(topic),
    !(claimant || article) ||
      appears.some(
        (at) => (!claimant || at.claimant === claimant) && (!article || at.article === article),
      ),
    terms.every(({ stems: any, beginning }) =>
      stems.some((stem) => any.includes(stem) || (beginning && stem.startsWith(beginning))),
    ),
  ]
  return says.every(Boolean)
}

const keys: Record<Sort, (one: Queued) => string[]> = {
  due: ({ claim }) => [
    openStages.includes(claim.stage) ? (claim.dueOn ?? 'y') : 'z',
    claim.stageSince,
    claim.id,
  ],
  waiting: ({ claim }) => [claim.stageSince, claim.id],
  newest: ({ claim }) => [claim.id],
  moved: ({ claim }) => [claim.stageSince, claim.id],
}

const inOrder = (all: Queued[], sort: Sort): string[] => {
  const text = (one: Queued) => keys[sort](one).join(' ')
  const sorted = all.toSorted((a, b) => (text(a) < text(b) ? -1 : 1)).map(({ claim }) => claim.id)
  return sort === 'newest' || sort === 'moved' ? sorted.reverse() : sorted
}

const filters: ClaimFilter[] = [
  { stage: 'inbox' },
  { stage: 'decided' },
  { holder: who.author.id },
  { holder: 'nobody' },
  { rating: 'true' },
  { reason: 'outdated_since' },
  { reason: 'satire', rating: 'false' },
  { language: 'it' },
  { topic: 'costs' },
  { claimant: 'mayor' },
  { claimant: 'outlet' },
  { claimant: 'unknown' },
  { article: 'article-2' },
  { terms: search('ponte') },
  { terms: search('universita') },
  { terms: search('ponte aperto') },
  { terms: search('sold rip') },
]
const empty: ClaimFilter[] = [
  { rating: 'mixed' },
  { reason: 'outdated' },
  { topic: 'nothing of the sort' },
  { claimant: 'nobody of the sort' },
  { terms: search('ponte zebra') },
]

function contract(open: () => Promise<Opened>) {
  let on: Opened
  let all: Queued[]
  beforeAll(async () => {
    on = await open()
    all = await queueStory(on.store)
  })
  afterAll(() => on.end())

  /** Every page to the end, and nothing twice. */
  async function everyPage(filter: ClaimFilter, sort: Sort, limit: number): Promise<string[]> {
    const found: string[] = []
    let after: QueuePlace | null = null
    do {
      const page = await on.store.queue.list(filter, { sort, after, limit })
      expect(page.claims.length).toBeLessThanOrEqual(limit)
      found.push(...page.claims.map(({ id }) => id))
      after = page.next
    } while (after && found.length <= all.length)
    return found
  }

  async function expectRight(filter: ClaimFilter) {
    const right = all.filter((one) => matches(one, filter))
    const { claims, next } = await on.store.queue.list(filter, {
      sort: 'due',
      after: null,
      limit: 100,
    })
    expect(next).toBeNull()
    expect(claims.map(({ id }) => id)).toEqual(inOrder(right, 'due'))
    const tally = await on.store.queue.counts(filter)
    expect(tally.reduce((sum, { claims }) => sum + claims, 0)).toBe(right.length)
    for (const { stage, assignee, claims: counted, more } of tally) {
      const holds = (claim: Queued['claim']) =>
        !openStages.includes(stage) || claim.assignee === assignee
      const there = right.filter(({ claim }) => claim.stage === stage && holds(claim))
      expect({ counted, more }).toEqual({ counted: there.length, more: false })
    }
    return right.length
  }

  it('gives back a claim as it was saved', async () => {
    const { claims } = await on.store.queue.list({}, { sort: 'newest', after: null, limit: 1 })
    expect(claims[0]).toEqual(all.at(-1)?.claim)
  })

  it('finds by each filter what it names, and counts it by stage and by person', async () => {
    expect(await expectRight({})).toBe(all.length)
    for (const filter of filters) expect([0, all.length]).not.toContain(await expectRight(filter))
    for (const filter of empty) expect(await expectRight(filter)).toBe(0)
  })

  it('finds by any two filters together what both name', async () => {
    for (const [i, one] of filters.entries()) {
      for (const other of filters.slice(i + 1)) await expectRight({ ...one, ...other })
    }
  })

  it('takes article and claimant together for one appearance', async () => {
    const together = await expectRight({ claimant: 'riva', article: 'article-2' })
    const apart = all.filter(
      (one) => matches(one, { claimant: 'riva' }) && matches(one, { article: 'article-2' }),
    )
    expect(together).toBeGreaterThan(0)
    expect(together).toBeLessThan(apart.length)
  })

  it('never finds by a rating that is only proposed, or was replaced', async () => {
    const { claims } = await on.store.queue.list(
      { rating: 'true' },
      { sort: 'newest', after: null, limit: 100 },
    )
    expect(new Set(claims.map(({ stage }) => stage))).toEqual(new Set(['decided']))
    expect(await expectRight({ rating: 'mixed' })).toBe(0)
  })

  for (const sort of sorts) {
    it(`pages through every claim once, in order, also where keys are equal: ${sort}`, async () => {
      for (const limit of [1, 3, 7, 39, 40]) {
        expect(await everyPage({}, sort, limit)).toEqual(inOrder(all, sort))
      }
      for (const filter of filters) {
        const right = all.filter((one) => matches(one, filter))
        expect(await everyPage(filter, sort, 4)).toEqual(inOrder(right, sort))
      }
    })
  }

  it('ends quietly after the last row, and from a place that is nobody’s', async () => {
    const nowhere = { due: '9999-12-99', since: '9999-01-01T00:00:00.000Z', id: '\u{10ffff}' }
    for (const sort of ['due', 'waiting'] as const) {
      const page = await on.store.queue.list({}, { sort, after: nowhere, limit: 5 })
      expect(page).toEqual({ claims: [], next: null })
    }
  })

  it('takes a search of many words, and of one letter that begins thousands', async () => {
    const many = Array.from({ length: 60 }, (_, i) => `w${i}`).join(' ')
    for (const text of [many, 'p', 'pon', '2', 'città \u{1f309} ponte', 'ponte\u200d']) {
      await expectRight({ terms: search(text) })
    }
  })

  it('knows what can be chosen: languages, told ratings, claimants and articles in use', async () => {
    const { queueChoices } = on.store
    expect((await queueChoices.languages()).sort()).toEqual(['en', 'it', 'ru'])
    expect(await queueChoices.told([])).toEqual([])
    expect(await queueChoices.told(['mixed', 'false', 'x'])).toEqual(['false'])
    expect((await queueChoices.claimants(1)).map(({ id }) => id)).toEqual(['mayor'])
    expect((await queueChoices.claimants(9)).map(({ name }) => name).sort()).toEqual([
      'Paolo Riva',
      'The mayor',
    ])
    const articles = await queueChoices.articles(9)
    expect(articles.map(({ id }) => id)).toEqual(['article-2', 'article-1'])
  })
}

describe('the queue, on SQLite', () => contract(onSqlite))
describe.skipIf(postgresMissing)(onPostgres('the queue'), () => contract(onServer))
