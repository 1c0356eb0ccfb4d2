/**
 * How long a page takes whoever is signed in, as a multiple of what it cannot do without: its queries, by
 * statements prepared before, its rendering, and a bare Hono route that answers the same bytes, each timed
 * alone, in turn with it: `npm run bench -- page`, or with numbers of claims. A claim's JSON, asked for by a
 * token, is measured by the bare route that answers its bytes.
 */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { type Desk, openDesk } from '../../src/desk/open.ts'
import { listQueue } from '../../src/desk/queue.ts'
import { readClaim } from '../../src/desk/reading.ts'
import { lettersOn } from '../../src/desk/tips.ts'
import type { Member } from '../../src/domain/member.ts'
import { readQueue } from '../../src/domain/queue.ts'
import { type Stage, stages } from '../../src/domain/stage.ts'
import { claimPage } from '../../views/claim/page.ts'
import type { Frame } from '../../views/frame.ts'
import { translator } from '../../views/messages.ts'
import { queuePage } from '../../views/queue/page.ts'
import { tokenFor } from '../support/api.ts'
import { bigDesk, bigDeskOnPostgres, firstOf } from '../support/big-desk/big-desk.ts'
import { askedAgain, queriesOf } from '../support/big-desk/recording.ts'
import { type Web, webOf } from '../support/web.ts'
import { compare, type Side, sizesAsked } from './frame.ts'

const SUM = 2.5
/** At most so many times the bare route. */
const BARE = 4

const JSON_TYPE = 'application/json'

/** A desk with whoever asks it. */
type Asking = { desk: Desk; member: Member; web: Web }

async function asking(desk: Desk): Promise<Asking> {
  return { desk, member: await firstOf(desk), web: webOf(desk, { apiRate: 1_000_000 }) }
}

/** What a page is rendered with, as the server makes it. */
const frameOf = ({ desk, member }: Asking, path: string): Frame => ({
  lang: 'en',
  t: translator('en'),
  now: desk.now(),
  timeZone: 'Europe/Rome',
  path,
  viewer: { ...member, name: 'Somebody' },
  desk: { name: 'A desk of many claims' },
  publicPages: true,
  counts: { review: 12, drifts: 0, tips: 0 },
  notice: null,
})

/** A page, as it is asked for: to the last byte of it. */
async function pageOf({ web, member }: Asking, path: string): Promise<string> {
  const answer = await web.get(member, path)
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`)
  return answer.text()
}

const page = (on: Asking, path: string): Side => ({ name: 'page', run: () => pageOf(on, path) })

/** A route of Hono's that does nothing but answer with these bytes. */
function bare(bytes: string): Side {
  const app = new Hono().get('/page', (c) => c.html(bytes))
  return { name: 'bare route', run: async () => (await app.request('/page')).text() }
}

/** What a page is measured by. @param render makes the page of what was read before */
async function parts(on: Asking, database: string, path: string, render: () => unknown) {
  const queries = await queriesOf(() => pageOf(on, path))
  const again = askedAgain(database, queries)
  return [
    { name: `its ${queries.length} queries`, run: again },
    { name: 'rendering', run: async () => String(await render()) },
    bare(await pageOf(on, path)),
  ]
}

/** A page of the queue. */
async function queuePages(on: Asking, database: string, of: string): Promise<void> {
  for (const stage of [null, 'decided'] satisfies (Stage | null)[]) {
    const path = stage ? `/claims?stage=${stage}` : '/claims'
    const queue = readQueue(stage ? { stage } : {})
    const found = await listQueue(on.desk, on.member, queue, null)
    const render = () => queuePage(frameOf(on, path), { ...found, queue, place: null, next: null })
    const by = await parts(on, database, path, render)
    await compare(`50 claims, ${stage ?? 'all'}, ${of}`, page(on, path), by, { budget: SUM })
  }
}

/** A claim at a stage, if there is one. */
async function someClaim({ desk }: Asking, stage: Stage): Promise<string> {
  const { claims } = await desk.store.queue.list(
    { stage },
    { sort: 'newest', after: null, limit: 1 },
  )
  return claims[0]?.id ?? ''
}

/** The page of a claim. */
async function claimPages(on: Asking, database: string, of: string): Promise<void> {
  for (const stage of stages) {
    const id = await someClaim(on, stage)
    const path = `/claims/${id}`
    const props = await readClaim(on.desk, on.member, id)
    const letters = await lettersOn(on.desk, on.member, id)
    const ids = { verdict: id, reading: id, evidence: id, search: id, contact: id, link: id }
    const render = () =>
      claimPage(frameOf(on, path), { ...props, letters, ids, queue: null, mayWrite: true })
    const by = await parts(on, database, path, render)
    await compare(`a claim, ${stage}, ${of}`, page(on, path), by, { budget: SUM })
  }
}

/** A claim as programs read it, by a token: on a copy, as that is made for it. */
async function claimJson(database: string, of: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'riscontro-bench-page-'))
  const copy = join(folder, 'desk.db')
  copyFileSync(database, copy)
  const on = await asking(await openDesk(copy))
  const { desk, member, web } = on
  const authorization = `Bearer ${await tokenFor(desk, member, 'read')}`
  const id = await someClaim(on, 'decided')
  const asked = async () => {
    const url = `http://desk.test/api/v1/claims/${id}`
    const answer = await web.app.request(url, { headers: { authorization } })
    if (answer.status !== 200) throw new Error(`${url}: ${answer.status}`)
    return answer.text()
  }
  const bytes = await asked()
  const app = new Hono().get('/claim', (c) => c.body(bytes, 200, { 'Content-Type': JSON_TYPE }))
  const other = { name: 'bare route', run: async () => (await app.request('/claim')).text() }
  const ours = { name: 'JSON', run: asked }
  await compare(`a claim's JSON, ${of}`, ours, other, { budget: BARE, rounds: 2000 })
  await desk.close()
  rmSync(folder, { recursive: true })
}

/** How much longer a page takes on PostgreSQL; there is no budget for that. */
async function onPostgres(lite: Asking, claims: number): Promise<void> {
  const postgres = await bigDeskOnPostgres(claims)
  if ('missing' in postgres) return console.log(`PostgreSQL: there is none (${postgres.missing})`)
  try {
    const on = await asking(postgres.desk)
    const id = await someClaim(on, 'decided')
    for (const path of ['/claims', `/claims/${id}`]) {
      const [ours, other] = [page(on, path), page(lite, path)]
      const what = path === '/claims' ? '50 claims' : 'a claim, decided'
      await compare(
        `${what}, ${claims}, PostgreSQL`,
        { ...ours, name: 'PostgreSQL' },
        { ...other, name: 'SQLite' },
      )
    }
  } finally {
    await postgres.end()
  }
}

const [least = 0, ...more] = sizesAsked([10_000, 100_000])
for (const claims of [least, ...more]) {
  const database = await bigDesk(claims)
  const desk = await openDesk(database)
  const on = await asking(desk)
  await queuePages(on, database, `${claims}`)
  await claimPages(on, database, `${claims}`)
  if (claims === least && claims <= 10_000) await onPostgres(on, claims)
  await desk.close()
  await claimJson(database, `${claims}`)
}
