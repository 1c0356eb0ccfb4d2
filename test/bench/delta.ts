/**
 * What the delta of ten changes costs among many verdicts, as a multiple of what it costs among few, both asked
 * of their servers in turn: `npm run bench -- delta`, or with two numbers of claims.
 */
import Database from 'better-sqlite3'
import { bigDesk } from '../support/big-desk/big-desk.ts'
import { ask, ended, type Server, started } from '../support/big-desk/serving.ts'
import { compare, sizesAsked } from './frame.ts'

const BUDGET = 5
const CHANGES = 10

/** The place after which so many verdicts were told anew. */
function placeOf(path: string): number {
  const db = new Database(path, { readonly: true })
  const told = db.prepare(`select seq from publications p where not exists (
    select 1 from publications later where later.verdict = p.verdict and later.seq > p.seq)
    order by seq desc limit 1 offset ${CHANGES}`)
  const seq = told.pluck().get()
  db.close()
  return Number(seq)
}

type Desk = { server: Server; since: number; claims: number }

async function opened(claims: number): Promise<Desk> {
  const path = await bigDesk(claims)
  return { claims, since: placeOf(path), server: await started(path) }
}

const delta = (form: string, { server, since, claims }: Desk) => ({
  name: `among ${claims}`,
  async run() {
    const text = await new Response(
      await ask(server, `/exports/verdicts.${form}?since=${since}`),
    ).text()
    const count = text.split(form === 'json' ? ',"verdict":' : '\n').length - 1
    if (count !== CHANGES) throw new Error(`${count} changes`)
  },
})

const sizes = sizesAsked([10_000, 100_000])
const [few, many] = [await opened(Math.min(...sizes)), await opened(Math.max(...sizes))]
for (const form of ['ndjson', 'json']) {
  const what = `the delta of ${CHANGES} changes, ${form}`
  await compare(what, delta(form, many), delta(form, few), { budget: BUDGET })
}
await ended(few.server)
await ended(many.server)
