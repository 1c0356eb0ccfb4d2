/**
 * How long it takes to find the claims that a statement of thirty words is like, as a ratio to scoring
 * the OR of all its words with FTS5's bm25() over the same index; and how often each finds a claim among
 * its first five that was rewritten, over a thousand rewrites: `npm run bench -- similar`, or with
 * numbers of claims, `npm run bench -- similar 1000000`.
 */
import Database from 'better-sqlite3'
import { alikeToEach } from '../../src/desk/alike.ts'
import { indexWords } from '../../src/matching/indexed.ts'
import { openStore } from '../../src/store/store.ts'
import { bigDesk } from '../support/big-desk/big-desk.ts'
import { phrase } from '../support/big-desk/texts.ts'
import { languages } from '../support/big-desk/vocabulary.ts'
import { type Random, randomFrom } from '../support/edits.ts'
import { compare, sizesAsked } from './frame.ts'

/** At a million claims. */
const [LARGE, FASTER] = [1_000_000, 20]
const AS_OFTEN = 0.99

const QUERIES = 1000
const [WORDS, FIRST] = [30, 5]

type Query = { claim: string; text: string; language: string }
type Row = { id: string; statement: string; language: string }

/** Some words of a statement in another order, and others between them. */
function rewritten({ id, statement, language }: Row, random: Random): Query {
  const own = statement.split(' ').filter(() => random.next() < 0.7)
  const known = languages.find((one) => one === language) ?? 'it'
  const added = phrase(random, known, WORDS).split(' ')
  const all = [...own, ...added.slice(0, Math.max(0, WORDS - own.length))]
  const order = new Map(all.map((word) => [word, random.next()]))
  const words = all.toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
  return { claim: id, text: words.join(' '), language }
}

function queriesOf(db: Database.Database): Query[] {
  const random = randomFrom(5)
  const ids = db.prepare<[], string>('select id from claims').pluck().all()
  const claim = db.prepare<[string], Row>('select id, statement, language from claims where id = ?')
  return Array.from({ length: QUERIES }, () => claim.get(random.oneOf(ids)))
    .filter((row) => row !== undefined)
    .map((row) => rewritten(row, random))
}

/** What FTS5 finds by all words of a text, scored. */
function scoring(db: Database.Database) {
  const best = db
    .prepare<[string], string>(
      `select d.subject from (select rowid, rank from document_words
          where document_words match ? order by bm25(document_words) limit ${FIRST}) as f
        join documents d on d.number = f.rowid order by f.rank`,
    )
    .pluck()
  return ({ text, language }: Query): string[] => {
    const words = [...new Set(indexWords(text, language))].map((word) => `"${word}"`)
    return best.all(`{statement} : (${words.join(' OR ')})`)
  }
}

async function bench(claims: number): Promise<void> {
  const path = await bigDesk(claims)
  const store = await openStore(path)
  const db = new Database(path, { readonly: true })
  const queries = queriesOf(db)
  const exact = scoring(db)
  const ours = async ({ text, language }: Query): Promise<string[]> => {
    const [found] = await alikeToEach(store, {
      texts: [{ text, language }],
      limit: FIRST,
      least: 0,
    })
    return found?.claims.map(({ id }) => id) ?? []
  }
  const at = (round: number) =>
    queries[round % queries.length] ?? { claim: '', text: '', language: 'it' }
  await compare(
    `similar, ${WORDS} words, ${claims} claims`,
    { name: 'similar', run: (round) => ours(at(round)) },
    { name: 'bm25 of all words', run: (round) => exact(at(round)) },
    claims >= LARGE ? { faster: FASTER } : {},
  )
  const found = { ours: 0, exact: 0 }
  for (const query of queries) {
    if ((await ours(query)).includes(query.claim)) found.ours += 1
    if (exact(query).includes(query.claim)) found.exact += 1
  }
  const ratio = found.ours / found.exact
  const isMet = ratio >= AS_OFTEN
  console.log(
    `rewrites found among the first ${FIRST}, ${claims} claims`.padEnd(48),
    `${ratio.toFixed(3)} × as often (${found.ours} against ${found.exact} of ${queries.length})`,
    ` [at least ${AS_OFTEN} ×: ${isMet ? 'met' : 'MISSED'}]`,
  )
  if (!isMet) process.exitCode = 1
  db.close()
  await store.close()
}

for (const claims of sizesAsked([100_000])) await bench(claims)
