/**
 * How long the index of words takes for the newest claims that have one to three words, common and rare
 * ones: on the larger desk as a ratio to the smaller one, the worst case of each; and for the most common
 * words as a ratio to FTS5's bm25() over all that have them: `npm run bench -- index`, or with two numbers
 * of claims, `npm run bench -- index 100000 1000000`.
 */
import Database from 'better-sqlite3'
import { indexWords } from '../../src/matching/indexed.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import { bigDesk } from '../support/big-desk/big-desk.ts'
import { ranks, vocabulary } from '../support/big-desk/vocabulary.ts'
import { compare, figuresOf, inTurn, report, sizesAsked } from './frame.ts'

const [LARGER, FASTER] = [4, 8]
/** At so many claims. */
const LARGE = 1_000_000
/** What a search ranks: so many of the newest. */
const WINDOW = 1000
const ROUNDS = 40

const stemAt = (rank: number): string => indexWords(vocabulary('it').word(rank), 'it')[0] ?? ''

/** One to three words of each kind, and of different kinds. */
const { head, middle, tail } = ranks
const words = [
  ...[head, middle, tail].flatMap((some) => [some.slice(0, 1), some.slice(0, 2), some.slice(0, 3)]),
  [...head.slice(0, 1), ...middle.slice(0, 1)],
  [...head.slice(0, 2), ...tail.slice(0, 1)],
  [...head.slice(0, 1), ...middle.slice(0, 1), ...tail.slice(0, 1)],
].map((ranks) => ranks.map(stemAt))

const found = ({ words: index }: Store, stems: string[]) =>
  index.found(
    { all: stems.map((stem) => ({ any: [stem] })) },
    { kind: 'claim', before: null, limit: WINDOW },
  )

type Opened = { claims: number; path: string; store: Store }

async function opened(claims: number): Promise<Opened> {
  const path = await bigDesk(claims)
  return { claims, path, store: await openStore(path) }
}

/** The slowest of all that is asked, on each desk. */
async function worst(desks: Opened[]): Promise<void> {
  const slowest = desks.map(() => ({ median: 0, p99: 0 }))
  for (const stems of words) {
    const sides = desks.map(({ claims, store }) => ({
      name: `${claims}`,
      run: () => found(store, stems),
    }))
    for (const [i, times] of (await inTurn(sides, { rounds: ROUNDS })).entries()) {
      const figures = figuresOf(times)
      if (figures.median > (slowest[i]?.median ?? 0)) slowest[i] = figures
    }
  }
  const [small, large] = desks.map(({ claims }, i) => ({
    name: `${claims} claims`,
    figures: slowest[i] ?? { median: Number.NaN, p99: Number.NaN },
  }))
  if (large && small)
    report('the index, worst of one to three words', large, small, { budget: LARGER })
}

const desks: Opened[] = []
for (const claims of sizesAsked([10_000, 100_000])) desks.push(await opened(claims))
await worst(desks)
for (const { claims, path, store } of desks) {
  const db = new Database(path, { readonly: true })
  const scored = db.prepare(
    'select rowid from document_words where document_words match ? order by bm25(document_words) limit 20',
  )
  for (const stem of head.slice(0, 2).map(stemAt)) {
    await compare(
      `the index, “${stem}”, ${claims} claims`,
      { name: 'the newest', run: () => found(store, [stem]) },
      { name: 'bm25 of all', run: () => scored.all(`"${stem}"`) },
      { rounds: ROUNDS, ...(claims >= LARGE ? { faster: FASTER } : {}) },
    )
  }
  db.close()
  await store.close()
}
