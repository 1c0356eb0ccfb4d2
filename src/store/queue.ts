import { asc, desc, eq, getTableColumns, type SQL, sql } from 'drizzle-orm'
import type { Claim } from '../domain/claim.ts'
import type { QueuePlace, Sort } from '../domain/queue.ts'
import { openStages, stages } from '../domain/stage.ts'
import type { ClaimFilter, Tally } from './claim-filter.ts'
import type { Connection } from './connection.ts'
import { askingIn, runsOf } from './facets/asking.ts'
import { dueText, type FacetKind, workIn } from './facets/kinds.ts'
import { inOrder, placeOf, type Shape, shaped } from './facets/runs.ts'
import { type Counted, talliesIn } from './facets/tallies.ts'
import { once } from './prepared.ts'

export type { ClaimFilter, Tally } from './claim-filter.ts'
export { COUNTED } from './facets/tallies.ts'

/** What a list can be narrowed by, with the number of claims beside each value. */
export const shownFacets = [
  'rating',
  'reason',
  'language',
  'kind',
  'topic',
  'claimant',
] as const satisfies FacetKind[]
export type Facets = Record<(typeof shownFacets)[number], Counted[]>

/** So many values of a facet; all of a stage's holders are more than any desk has people. */
const SHOWN = 100
const HOLDERS = 10_000

export const queueQueries = (connection: Connection) => {
  const { db, tables } = connection
  const { claims, claimNumbers } = tables
  const ask = askingIn(connection)
  const tallies = talliesIn(connection)

  const numberOf = db
    .select({ number: claimNumbers.number })
    .from(claimNumbers)
    .where(eq(claimNumbers.claim, sql.placeholder('id')))
    .prepare()

  const { stageSince: since } = claims
  const due = sql<number>`r.due`
  const number = claimNumbers.number
  const orders: Record<Sort, SQL[]> = {
    due: [asc(due), asc(since), asc(number)],
    waiting: [asc(since), asc(number)],
    newest: [desc(number)],
    moved: [desc(since), desc(number)],
  }
  const pages = once((shape: Shape) =>
    db
      .select({ claim: getTableColumns(claims), due })
      .from(sql`(${inOrder(tables, shape)}) r`)
      .innerJoin(claimNumbers, eq(number, sql`r.claim`))
      .innerJoin(claims, eq(claims.id, claimNumbers.claim))
      .orderBy(...orders[shape.sort])
      .prepare(),
  )

  async function list(
    filter: ClaimFilter,
    { sort, after, limit }: { sort: Sort; after: QueuePlace | null; limit: number },
  ): Promise<{ claims: Claim[]; next: QueuePlace | null }> {
    const [asked, at] = await Promise.all([
      ask(filter),
      after ? numberOf.execute({ id: after.id }) : [],
    ])
    const place = after && placeOf(after, sort, at[0]?.number)
    const { shape, values } = shaped(asked, runsOf(asked), sort, place)
    if (shape.runs.length === 0) return { claims: [], next: null }
    const rows = await pages(shape).execute({ ...values, limit: limit + 1 })
    const last = rows.length > limit ? rows[limit - 1] : undefined
    const next = last && { due: dueText(last.due), since: last.claim.stageSince, id: last.claim.id }
    return { claims: rows.slice(0, limit).map(({ claim }) => claim), next: next ?? null }
  }

  async function counts(filter: ClaimFilter): Promise<Tally[]> {
    const { stage, holder, ...rest } = filter
    const [stood, held] = await tallies(await ask(rest), ['stage', 'work'], HOLDERS)
    const closed = (stood ?? []).flatMap(({ value, ...counted }) => {
      const at = stages.find((one) => one === value)
      return at && !openStages.includes(at) ? [{ stage: at, assignee: null, ...counted }] : []
    })
    const open = (held ?? []).map(({ value, ...counted }) => ({ ...workIn(value), ...counted }))
    const isAsked = (row: Tally): boolean =>
      (!stage || row.stage === stage) &&
      (!holder ||
        (openStages.includes(row.stage) && row.assignee === (holder === 'nobody' ? null : holder)))
    return [...open, ...closed].filter(isAsked)
  }

  return {
    /**
     * A page of the queue.
     * @param after the last row of the page before
     * @returns up to `limit` claims, and the place from which the next page goes on, if there is one
     */
    list,

    /**
     * How many claims stand at each stage, by who holds them: looked up, where no more is asked than one thing
     * beside stage and holder, or else counted among the newest.
     */
    counts,

    /**
     * How many claims there would be with each value of each facet, if it stood in place of the one that the
     * filter has now: those of most claims first. What words find is not counted here.
     */
    async facets(filter: ClaimFilter): Promise<Facets> {
      const set = shownFacets.filter((one) => filter[one])
      const unset = shownFacets.filter((one) => !filter[one])
      const counted = async (kinds: typeof set, filter: ClaimFilter) => {
        const found = await tallies(await ask(filter), kinds, SHOWN)
        return kinds.map((kind, i) => [kind, found[i] ?? []] as const)
      }
      const all = await Promise.all([
        counted(unset, filter),
        ...set.map((one) => counted([one], { ...filter, [one]: null })),
      ])
      const none: Facets = {
        rating: [],
        reason: [],
        language: [],
        kind: [],
        topic: [],
        claimant: [],
      }
      return { ...none, ...Object.fromEntries(all.flat()) }
    },
  }
}
