/**
 * How fast rulings of others are brought in: a feed of ClaimReview records, read, told apart and written batch by
 * batch, against better-sqlite3’s bare inserts of the same rows and of what they are found by into the same tables, as many
 * in a transaction; and how memory grows on the way: `npm run bench -- import`, or with a number of records.
 */
import { createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { importSource } from '../../src/desk/imports/terminal.ts'
import { openDesk } from '../../src/desk/open.ts'
import { bareInserts, type Taken, taking } from '../support/bare-inserts.ts'
import { vocabulary } from '../support/big-desk/vocabulary.ts'
import { sizesAsked } from './frame.ts'

const AT_MOST = 3
const MEMORY_AT_MOST = 1.3
/** As many as an import writes at once. */
const EACH = 250

const words = vocabulary('it')
const labels = ['Vero', 'Falso', 'C’eri quasi', 'Nì', 'Panzana pazzesca']

/** A statement that is always the same for the same number. */
const statement = (n: number): string =>
  Array.from({ length: 14 }, (_, i) => words.word((n * 31 + i * i * 977) % 20_000)).join(' ')

const review = (n: number) => ({
  '@context': 'https://schema.org',
  '@type': 'ClaimReview',
  url: `https://verifiche${n % 40}.example/${n}`,
  datePublished: `20${10 + (n % 15)}-0${1 + (n % 9)}-1${n % 10}`,
  claimReviewed: statement(n),
  author: { '@type': 'Organization', name: `Verifiche ${n % 40}` },
  itemReviewed: { '@type': 'Claim', author: { '@type': 'Person', name: words.word(n % 900) } },
  reviewRating: { '@type': 'Rating', alternateName: labels[n % 5], ratingValue: 1 + (n % 5) },
  inLanguage: 'it',
})

function feedOf(folder: string, records: number): string {
  const path = join(folder, 'feed.json')
  const items = Array.from({ length: records }, (_, n) => ({
    '@type': 'DataFeedItem',
    item: [review(n)],
  }))
  writeFileSync(path, JSON.stringify({ '@type': 'DataFeed', dataFeedElement: items }))
  return path
}

/** What it took to look a feed through and to bring it in, and megabytes after the first tenth and at the end. */
async function brought(database: string, path: string, records: number) {
  const desk = await openDesk(database)
  let [first, last] = [0, 0]
  const held = () => process.memoryUsage().rss / 1e6
  const asked = { format: 'rulings', publisher: '', columns: null, isDry: false }
  const given = { name: 'feed.json', isFile: true, open: () => createReadStream(path) }
  let taken = taking()
  let looked: Taken = { ms: 0, cpu: 0 }
  await importSource(desk, given, asked, {
    signal: new AbortController().signal,
    onLooked: () => {
      looked = taken()
      taken = taking()
    },
    onProgress: ({ status }, { done }) => {
      if (status !== 'running') return
      if (first === 0 && done >= records / 10) first = held()
      last = held()
    },
  })
  const imported = taken()
  await desk.close()
  return { looked, imported, first, last }
}

const judged = (ratio: number, most: number): string => {
  if (ratio > most) process.exitCode = 1
  return `[at most ${most} ×: ${ratio <= most ? 'met' : 'MISSED'}]`
}

const folder = mkdtempSync(join(tmpdir(), 'riscontro-bench-'))
try {
  for (const records of sizesAsked([86_000])) {
    const [ours, bare] = ['ours.db', 'bare.db'].map((name) => join(folder, `${records}-${name}`))
    if (!ours || !bare) continue
    const { looked, imported, first, last } = await brought(ours, feedOf(folder, records), records)
    await (await openDesk(bare)).close()
    const plain = bareInserts(bare, ours, EACH)
    for (const [by, name] of [
      ['cpu', 'of the processor'],
      ['ms', 'by the clock'],
    ] as const) {
      const ratio = imported[by] / plain[by]
      console.log(
        `an import of ${records} records, ${name}`.padEnd(48),
        `${ratio.toFixed(2)} × bare inserts (${Math.round(imported[by])} ms against ${Math.round(plain[by])} ms)`,
        judged(ratio, AT_MOST),
        `its dry run before: ${Math.round(looked[by])} ms`,
      )
    }
    console.log(
      'its memory at the end'.padEnd(48),
      `${(last / first).toFixed(2)} × that after the first tenth (${Math.round(last)} MB against ${Math.round(first)} MB)`,
      judged(last / first, MEMORY_AT_MOST),
    )
  }
} finally {
  rmSync(folder, { recursive: true })
}
