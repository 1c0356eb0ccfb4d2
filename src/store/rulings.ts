import { and, desc, eq, getTableColumns, gt, inArray, lt, sql } from 'drizzle-orm'
import type { Ruling, RulingLine } from '../domain/ruling.ts'
import type { Connection } from './connection.ts'
import type { Tables } from './define.ts'
import type { Indexing } from './index/dialect.ts'
import { numbersOf } from './index/numbers.ts'
import { index } from './index/write.ts'
import type { Steps } from './steps.ts'

/** The columns of a ruling, in the order in which they are written. */
const columns = [
  ...([
    'id',
    'key',
    'publisher',
    'publisherName',
    'url',
    'title',
    'statement',
    'language',
  ] as const),
  ...(['claimant', 'claimantRole', 'claimedOn', 'reviewedOn', 'label', 'labelKey'] as const),
  ...(['appearances', 'links', 'original', 'hash', 'import', 'addedAt', 'changedAt'] as const),
]

/** What stays of a ruling that is there already. */
const kept: (typeof columns)[number][] = ['id', 'key', 'addedAt']

/** A text that both engines take: without NUL, and without half of a character. */
const clean = (text: string): string => text.replaceAll('\0', '').toWellFormed()

const written = (value: string | string[] | null): string | null =>
  value === null ? null : clean(Array.isArray(value) ? JSON.stringify(value) : value)

/**
 * Writes rulings, and what they are found by: a new one, or over the one that has its key, which keeps its
 * id and when it was added. To be run where only one writes at a time.
 */
function* keeping(tables: Tables, indexing: Indexing, batch: Ruling[]): Steps<void> {
  const { rulings } = tables
  // Of two with one key the later one counts.
  const own = [...new Map(batch.map((one) => [clean(one.key), one])).values()]
  if (own.length === 0) return
  const names = columns.map((one) => sql.identifier(rulings[one].name))
  const changed = columns.flatMap((one, i) =>
    kept.includes(one) ? [] : [sql`${names[i]} = excluded.${names[i]}`],
  )
  const values = own.map((one) => columns.map((column) => written(one[column])))
  yield sql`insert into ${rulings} (${sql.join(names, sql`, `)})
    ${indexing.rows(values, columns.length)}
    on conflict (key) do update set ${sql.join(changed, sql`, `)}`
  const keys = own.map(({ key }) => clean(key))
  const { rows } = yield sql`select id from ${rulings} where ${indexing.among(sql`key`, keys)}`
  yield* index(
    tables,
    indexing,
    'ruling',
    rows.map(({ id }) => String(id)),
  )
}

/** How others rated what was said, as it was received. */
export const rulingQueries = ({ db, tables, indexing, inTurn }: Connection) => ({
  async find(id: string): Promise<Ruling | null> {
    const { rulings } = tables
    const [row] = await db.select().from(rulings).where(eq(rulings.id, id)).limit(1)
    return row ?? null
  },

  /** What lists say of these; of those that are there. */
  async lines(ids: string[]): Promise<RulingLine[]> {
    if (ids.length === 0) return []
    const { original, ...line } = getTableColumns(tables.rulings)
    return db.select(line).from(tables.rulings).where(inArray(tables.rulings.id, ids))
  },

  /** Newest first. @param before older than the document with this number; null begins with the newest */
  async newest(
    before: number | null,
    limit: number,
  ): Promise<{ number: number; subject: string }[]> {
    const { number, subject } = tables.documents
    const { from, to } = numbersOf('ruling')
    return await db
      .select({ number, subject })
      .from(tables.documents)
      .where(and(gt(number, from), lt(number, before ?? to)))
      .orderBy(desc(number))
      .limit(limit)
  },

  /** Who published some, by their hosts, in their order. */
  async publishers(limit: number): Promise<{ publisher: string; name: string | null }[]> {
    const { rulings } = tables
    // From each to the next one: there are few, and many rulings of each.
    const next = sql`with recursive sites (site) as (
        select min(${rulings.publisher}) from ${rulings}
        union all
        select (select min(r.publisher) from ${rulings} r where r.publisher > sites.site)
        from sites where sites.site is not null
      ) select site from sites where site is not null limit ${limit}`
    const name = sql<string | null>`(select r.publisher_name from ${rulings} r
      where r.publisher = s.site limit 1)`
    return await db
      .select({ publisher: sql<string>`s.site`, name })
      .from(sql`(${next}) as s`)
      .orderBy(sql`s.site`)
  },

  /** Writes rulings, all of them or none, with what they are found by. @throws Refusal `disk_full` */
  keep: (batch: Ruling[]): Promise<void> => inTurn(() => keeping(tables, indexing, batch)),
})
