import { and, desc, eq, getTableColumns, gt, inArray, lt, sql } from 'drizzle-orm'
import { type Ruling, type RulingLine, rulingName } from '../domain/ruling.ts'
import type { Connection } from './connection.ts'
import { numbersOf } from './index/numbers.ts'
import { amongRulings, type Kept, keepRulings } from './keep-rulings.ts'

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

  /** Of these, what is there, by `rulingName`: what each was received as. */
  async hashes(some: Pick<Ruling, 'publisher' | 'key'>[]): Promise<Map<string, string>> {
    if (some.length === 0) return new Map()
    const { publisher, key, hash } = tables.rulings
    const rows = await db
      .select({ publisher, key, hash })
      .from(tables.rulings)
      .where(amongRulings(indexing, some))
    return new Map(rows.map((row) => [rulingName(row), row.hash]))
  },

  /** Writes rulings, all of them or none, with what they are found by. @throws Refusal `disk_full` */
  keep: (batch: Ruling[]): Promise<Kept> => inTurn(() => keepRulings(tables, indexing, batch)),
})
