/**
 * How fast rulings of others are brought in: a feed of ClaimReview records, read, told apart and written batch by
 * batch, against better-sqlite3’s bare inserts of the same rows into the same tables, as many in a transaction;
 * and how memory grows on the way: `npm run bench -- import`, or with a number of records.
 */
import { createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { importSource } from '../../src/desk/imports/terminal.ts'
import { openDesk } from '../../src/desk/open.ts'
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

/** Milliseconds that it took to bring a feed in, and megabytes after the first tenth and at the end. */
async function brought(database: string, path: string, records: number) {
  const desk = await openDesk(database)
  let [begun, first, last] = [0, 0, 0]
  const held = () => process.memoryUsage().rss / 1e6
  const asked = { format: 'rulings', publisher: '', columns: null, isDry: false }
  const given = { name: 'feed.json', isFile: true, open: () => createReadStream(path) }
  await importSource(desk, given, asked, {
    signal: new AbortController().signal,
    onLooked: () => {
      begun = performance.now()
    },
    onProgress: ({ status }, { done }) => {
      if (status !== 'running') return
      if (first === 0 && done >= records / 10) first = held()
      last = held()
    },
  })
  const ms = performance.now() - begun
  await desk.close()
  return { ms, first, last }
}

/** Milliseconds that bare inserts of the same rows take. */
function inserted(database: string, from: string): number {
  const source = new Database(from, { readonly: true })
  const rows = source.prepare('select * from rulings order by id').raw().all()
  source.close()
  const db = new Database(database)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  const width = Array.isArray(rows[0]) ? rows[0].length : 0
  const insert = db.prepare(`insert into rulings values (${Array(width).fill('?').join(', ')})`)
  const batch = db.transaction((some: unknown[]) => {
    for (const row of some) insert.run(row)
  })
  const begun = performance.now()
  for (let at = 0; at < rows.length; at += EACH) batch(rows.slice(at, at + EACH))
  const ms = performance.now() - begun
  db.close()
  return ms
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
    const { ms, first, last } = await brought(ours, feedOf(folder, records), records)
    await (await openDesk(bare)).close()
    const plain = inserted(bare, ours)
    const ratio = ms / plain
    console.log(
      `an import of ${records} records`.padEnd(48),
      `${ratio.toFixed(2)} × bare inserts (${Math.round(ms)} ms against ${Math.round(plain)} ms)`,
      judged(ratio, AT_MOST),
    )
    console.log(
      'its memory at the end'.padEnd(48),
      `${(last / first).toFixed(2)} × that after the first tenth (${Math.round(last)} MB against ${Math.round(first)} MB)`,
      judged(last / first, MEMORY_AT_MOST),
    )
  }
} finally {
  rmSync(folder, { recursive: true })
}
