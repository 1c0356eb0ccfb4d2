import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readFilters } from '../../src/domain/export-filters.ts'
import {
  BETWEEN,
  DATA_FEED_END,
  dataFeedElement,
  dataFeedHead,
} from '../../src/interchange/data-feed.ts'
import { type PublicVerdict, publicVerdict } from '../../src/interchange/verdict-export.ts'
import { person, type TestDesk, testDesk } from '../support/desk.ts'
import { live, ordinary, tries, worldOn } from '../support/lives.ts'
import { readIn, recordsIn } from '../support/reading.ts'

const feed = { name: 'Ponti', home: 'https://desk.example', site: null }

async function toldOn({ store }: TestDesk): Promise<PublicVerdict[]> {
  const cursor = await store.verdicts.cursor()
  const rows = await store.publications.list(cursor, 0, 1000, readFilters({}))
  return rows.map(({ body }) => publicVerdict.parse(JSON.parse(body)))
}

/** What a feed can say of a verdict: what it rests on, why, and that it was replaced or withdrawn, it cannot. */
function sayable({ claim, rating, publishedAt, appearances }: PublicVerdict) {
  const checked = appearances.filter((one) => one.checked)
  const [first] = checked.flatMap(({ claimedOn }) => claimedOn ?? []).sort()
  return {
    statement: claim.statement,
    language: claim.language,
    label: claim.language === 'it' ? rating.labels.it : rating.labels.en,
    publisher: 'desk.example',
    publisherName: 'Ponti',
    reviewedOn: publishedAt.slice(0, 10),
    claimedOn: first ?? null,
    appearances: [...new Set(checked.flatMap(({ article }) => article.url ?? []))],
  }
}

/** What a feed of the desk is read as, beside what it can say. */
async function expectRead(desk: TestDesk): Promise<number> {
  const fed = (await toldOn(desk)).flatMap((one) => {
    const element = dataFeedElement(one, feed)
    return element === null ? [] : [{ element, says: sayable(one) }]
  })
  const elements = fed.map(({ element }) => element).join(BETWEEN)
  const text = dataFeedHead(feed, desk.now()) + elements + DATA_FEED_END
  const rulings = readIn(await recordsIn(text))
  expect(rulings).toMatchObject(fed.map(({ says }) => says))
  expect(new Set(rulings.map(({ url }) => url)).size).toBe(rulings.length)
  return rulings.length
}

it('a feed of any desk is read for what it can say of each verdict that stands', async () => {
  const property = fc.asyncProperty(tries, async (lived) => {
    const desk = await testDesk()
    try {
      await person(desk, 'editor', 'Nora', 1)
      const world = await worldOn(desk)
      await live(world, ordinary)
      expect(await expectRead(desk)).toBeGreaterThan(0)
      await live(world, lived)
      await expectRead(desk)
    } finally {
      await desk.end()
    }
  })
  await fc.assert(property, { numRuns: 3 })
}, 120_000)
