import { eq, type SQL, sql } from 'drizzle-orm'
import type { Claim } from '../../domain/claim.ts'
import type { Connection } from '../connection.ts'
import type { Findable } from './dialect.ts'

/** What a claim says, or what somebody else rated. */
export type Stated = Pick<Claim, 'id' | 'statement' | 'language' | 'statementEn' | 'statementIt'>

/** Where it is looked: among the desk's own claims, or among what others rated. */
export type Among = Exclude<Findable, 'article'>

/** No more of what others rated is read, in characters: they are longer than any statement of the desk. */
const READ = 2000

/** What documents state. */
export const statedQueries = ({ db, tables: { documents, claims, rulings } }: Connection) => ({
  /**
   * The statements of documents, those of most weight first.
   * @param best their `number` and `weight`
   */
  async stated(best: SQL, among: Among): Promise<Stated[]> {
    const ordered = sql`best.weight desc, best.number desc`
    const isOf = sql`${documents.number} = best.number`
    if (among === 'claim') {
      const { id, statement, language, statementEn, statementIt } = claims
      return await db
        .select({ id, statement, language, statementEn, statementIt })
        .from(sql`(${best}) as best`)
        .innerJoin(documents, isOf)
        .innerJoin(claims, eq(id, documents.subject))
        .orderBy(ordered)
    }
    const { id, title, language } = rulings
    const said = sql<string>`coalesce(nullif(${rulings.statement}, ''), ${title}, '')`
    const rows = await db
      .select({ id, statement: sql<string>`substr(${said}, 1, ${READ})`, language })
      .from(sql`(${best}) as best`)
      .innerJoin(documents, isOf)
      .innerJoin(rulings, eq(id, documents.subject))
      .orderBy(ordered)
    return rows.map((row) => ({ ...row, statementEn: null, statementIt: null }))
  },
})
