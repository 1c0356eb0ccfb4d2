/**
 * How long a search takes, the best 20 of one to three words from the head, the middle and the tail of
 * the vocabulary, with facets and hits in context: the slowest of a large desk beside the slowest of one
 * that is a tenth of it, and the most common words beside FTS5's own `bm25()` over the same index.
 * `npm run bench -- search`, or with the sizes of the two desks: `npm run bench -- search 100000 1000000`.
 */
import Database from 'better-sqlite3'
import { search } from '../../src/desk/search.ts'
import { readQueue } from '../../src/domain/queue.ts'
import { indexWords } from '../../src/matching/indexed.ts'
import { openStore } from '../../src/store/store.ts'
import { bigDesk } from '../support/big-desk/big-desk.ts'
import { ranks, vocabulary } from '../support/big-desk/vocabulary.ts'
import { compare, figuresOf, inTurn, report, type Side, sizesAsked } from './frame.ts'

const { word } = vocabulary('it')
const at = (part: keyof typeof ranks, i: number): string =>
  word(ranks[part][i % ranks[part].length] ?? 0)

/** One to three words: of each part of the vocabulary, and of several. */
const asked = [
  ...(['head', 'middle', 'tail'] as const).flatMap((part) => [
    at(part, 0),
    `${at(part, 0)} ${at(part, 1)}`,
    `${at(part, 0)} ${at(part, 1)} ${at(part, 2)}`,
  ]),
  `${at('head', 0)} ${at('middle', 0)}`,
  `${at('head', 1)} ${at('tail', 0)}`,
  `${at('head', 0)} ${at('middle', 1)} ${at('tail', 1)}`,
]
const common = [at('head', 0), `${at('head', 0)} ${at('head', 1)}`]

const member = { id: '00000000-0000-7000-8000-000000000001' }

async function deskOf(claims: number) {
  const path = await bigDesk(claims)
  const store = await openStore(path)
  const raw = new Database(path)
  // A desk that was made without its index gets it, and is planned by what is there then.
  if ((await store.words.total()).documents === 0) {
    await store.words.rebuild()
    raw.exec('analyze')
  }
  const ranked = raw.prepare(
    'select rowid from document_words where document_words match ? order by bm25(document_words) limit 20',
  )
  const find = (q: string) =>
    search(store, { member, queue: readQueue({ q }), place: null, page: 20 })
  /** All of the words, by FTS5 alone. */
  const bare = (q: string) =>
    ranked.all(
      q
        .split(' ')
        .map((one) => `"${indexWords(one, 'it')[0]}"`)
        .join(' AND '),
    )
  return { claims, find, bare, end: () => Promise.all([store.close(), raw.close()]) }
}

type Big = Awaited<ReturnType<typeof deskOf>>

const [small = 0, large = small] = sizesAsked([10_000, 100_000]).sort((a, b) => a - b)
const desks: Big[] = [await deskOf(small), await deskOf(large)]
const sides: Side[] = desks.flatMap((desk) =>
  asked.map((q) => ({ name: `${desk.claims}: ${q}`, run: () => desk.find(q) })),
)
const times = (await inTurn(sides, { rounds: 30, warmUp: 3, seconds: 120 })).map(figuresOf)
for (const [i, { name }] of sides.entries()) {
  console.log(
    `${name.padEnd(48)} ${times[i]?.median.toFixed(1)} ms (p99 ${times[i]?.p99.toFixed(1)} ms)`,
  )
}
const slowest = (nth: number) => {
  const own = times.slice(nth * asked.length, (nth + 1) * asked.length)
  return own.toSorted((a, b) => b.median - a.median)[0] ?? { median: Number.NaN, p99: Number.NaN }
}
report(
  'search, the slowest of one to three words',
  { name: String(large), figures: slowest(1) },
  { name: String(small), figures: slowest(0) },
  { budget: 4 },
)
const [, big] = desks
if (big) {
  // Of a small desk there is not enough to go through: the budget is for a million claims.
  const budget = large >= 1_000_000 ? { faster: 8 } : {}
  for (const q of common) {
    const ours = { name: 'search', run: () => big.find(q) }
    const theirs = { name: 'bm25', run: () => big.bare(q) }
    await compare(`search for “${q}” in ${large}`, ours, theirs, {
      rounds: 30,
      warmUp: 3,
      ...budget,
    })
  }
}
await Promise.all(desks.map(({ end }) => end()))
