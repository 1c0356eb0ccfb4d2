import { changeOf, type ExportChange } from '../../domain/export-change.ts'
import {
  asksOfClaim,
  type ExportFilters,
  pairsOf,
  passes,
  readFilters,
  versionPasses,
} from '../../domain/export-filters.ts'
import type { PublicationRow } from '../../store/publications.ts'
import type { Store } from '../../store/store.ts'

/** What changes are asked of: after one place in the ledger, up to another. */
export type Stretch = { since: number; cursor: number; filters: ExportFilters }

/** What became of a version; its row is the newest that was told of it, whether filters let it through or not. */
export type Changed = { change: ExportChange; passes: boolean; toldSince: boolean } & PublicationRow

/** How many versions are looked at together. */
const BATCH = 250

const all = readFilters({})

/** Of these claims, those that were what filters ask for at a place. */
async function claimsThen({ past }: Store, filters: ExportFilters, ids: string[], cursor: number) {
  if (!asksOfClaim(filters)) return new Set(ids)
  const claims = await past.these('claim', ids, cursor)
  const asksWhere = filters.article.length + filters.claimant.length > 0
  const places = asksWhere ? await past.everOf('appearance', ids, cursor) : []
  const byClaim = Map.groupBy(places, ({ claim }) => claim)
  const found = claims.filter((claim) => passes(filters, claim, byClaim.get(claim.id) ?? []))
  return new Set(found.map(({ id }) => id))
}

/** How one version stood and stands, by what was last told of it at both places. */
const read = ({ body }: PublicationRow) => JSON.parse(body)

/** What became of these versions; `now` is what was last told of each, in the order of their places. */
async function compared(store: Store, stretch: Stretch, now: PublicationRow[]): Promise<Changed[]> {
  const { since, cursor, filters } = stretch
  const ids = now.map(({ verdict }) => verdict)
  const claims = [...new Set(now.map(({ claim }) => claim))]
  const before = since > 0 ? await store.publications.upTo(since, ids) : []
  const then = new Map(before.map((row) => [row.verdict, row]))
  const asks = pairsOf(filters).length > 0
  const passed = since > 0 ? await claimsThen(store, filters, claims, since) : new Set()
  const pass = await claimsThen(store, filters, claims, cursor)
  return now.flatMap((row) => {
    const told = read(row)
    const old = then.get(row.verdict)
    const state = {
      passed: !!old && passed.has(old.claim) && (!asks || versionPasses(filters, read(old))),
      passes: pass.has(row.claim) && (!asks || versionPasses(filters, told)),
      known: !!old,
      toldSince: row.seq > since,
      status: row.status,
      isCorrection: told.correction !== null,
    }
    const change = changeOf(state)
    return change ? [{ ...row, change, passes: state.passes, toldSince: state.toldSince }] : []
  })
}

/**
 * What became of every version since a place, each once, as it stands at another one: first what the public
 * was told since, in that order; then, where filters ask something of claims, what they let through
 * otherwise than before though nothing was told.
 * @yields batches, of which some may be empty
 */
export async function* changesOf(store: Store, stretch: Stretch): AsyncGenerator<Changed[]> {
  const { since, cursor, filters } = stretch
  for (let seq = since; ; ) {
    const told = await store.publications.list(cursor, seq, BATCH, all)
    const last = told.at(-1)
    if (!last) break
    yield await compared(store, stretch, told)
    seq = last.seq
  }
  if (!asksOfClaim(filters) || since === 0) return
  // A claim may come again: what was said of it once stays said.
  const said = new Set<string>()
  for await (const claims of store.past.touched(since, cursor)) {
    const untold = (await store.publications.on(cursor, claims)).filter(
      ({ seq, verdict }) => seq <= since && !said.has(verdict),
    )
    const changed = await compared(store, stretch, untold)
    for (const { verdict } of changed) said.add(verdict)
    yield changed
  }
}
