import { eq, type SQL, sql } from 'drizzle-orm'
import type { Claim } from '../../domain/claim.ts'
import type { Connection } from '../connection.ts'
import { nearQueries } from './near.ts'

/** So many of a text's rarest words fetch what may be like it. */
const RAREST = 8

/** Words in a larger part of all claims say little, and are many: they fetch where nothing else does. */
const COMMON = 0.05

/** Of the claims with one word, no more than these are looked at: the newest. */
const OF_A_WORD = 4000

/** A text with fewer words that anybody knows is found by letters, too. */
const FEW = 3

/** Words that were looked up by their letters, for each word of a text. */
const ALIKE = 8

/** What a claim says. */
export type Stated = Pick<Claim, 'id' | 'statement' | 'language' | 'statementEn' | 'statementIt'>

/** Claims that may be like a text. */
export const candidateQueries = (connection: Connection) => {
  const { db, tables, indexing } = connection
  const { counts, total, near, starting } = nearQueries(connection)

  /** Words that have about the same letters: near ones, and those that begin as a long one does. */
  async function alike(word: string): Promise<string[]> {
    const letters = [...word]
    const beginning = letters.slice(0, Math.max(4, letters.length - 3)).join('')
    const begins = letters.length >= 5 ? await starting(beginning, ALIKE) : []
    return [...new Set([...(await near(word)).slice(0, ALIKE), ...begins])].filter(
      (one) => one !== word,
    )
  }

  return {
    /**
     * Claims that share with a text most of its rarest words, by their statements.
     * @param stems the text's words, as `indexWords` gives them
     * @param letters whether words that nobody knows stand for those that have about the same letters
     * @returns their statements, with translations where there are some; those with the rarest words first
     */
    async candidates(stems: string[], letters: boolean, limit: number): Promise<Stated[]> {
      const asked = [...new Set(stems)]
      const [known, all] = await Promise.all([counts(asked), total()])
      const of = (stem: string) => known.get(stem)?.claims ?? 0
      const there = asked.filter((stem) => of(stem) > 0).sort((a, b) => of(a) - of(b))
      const rare = there.filter((stem) => of(stem) <= Math.max(COMMON * all.claims, OF_A_WORD))
      const fetching = (rare.length > 0 ? rare : there).slice(0, RAREST)
      // Whole numbers: the two engines read others differently.
      const weight = (claims: number) => Math.round(100 * Math.log(1 + all.claims / claims))
      const groups = fetching.map((stem) => ({ any: [stem], weight: weight(of(stem)) }))
      if (letters || rare.length < FEW) {
        const unknown = asked.filter((stem) => letters || of(stem) === 0).slice(0, RAREST)
        for (const word of unknown) {
          const any = await alike(word)
          if (any.length > 0) groups.push({ any, weight: weight(all.claims / 10 + 1) })
        }
      }
      if (groups.length === 0) return []
      const { number } = indexing
      const postings = groups.map(({ any, weight }): SQL => {
        const has = indexing.has({ all: [{ any, in: ['statement'] }] })
        return sql`select * from (select ${number} as number, ${sql.raw(String(weight))} as weight from document_words
          where ${has} order by ${number} desc limit ${OF_A_WORD}) as one`
      })
      const { documents, claims } = tables
      const { id, statement, language, statementEn, statementIt } = claims
      return await db
        .select({ id, statement, language, statementEn, statementIt })
        .from(
          sql`(select number, sum(weight) as weight from (${sql.join(postings, sql` union all `)}) as every
            group by number order by 2 desc, 1 desc limit ${limit}) as best`,
        )
        .innerJoin(documents, sql`${documents.number} = best.number`)
        .innerJoin(claims, eq(id, documents.subject))
        .orderBy(sql`best.weight desc, best.number desc`)
    },
  }
}
