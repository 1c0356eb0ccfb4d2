import { type SQL, sql } from 'drizzle-orm'
import type { Connection } from '../connection.ts'
import type { Group } from './dialect.ts'
import { nearQueries } from './near.ts'
import { numbersOf } from './numbers.ts'
import { type Among, type Stated, statedQueries } from './stated.ts'

/** So many of a text's words are looked up at most, the rarest ones. */
const RAREST = 24

/** Words fetch claims, the rarest first, as long as these are no more than so many together. */
const FETCHED = 4000

/** Where fewer words fetch anything, pairs of the next ones do: they are common, and together they are rare. */
const FEW = 3
const PAIRED = 4
const OF_A_PAIR = 500

/** Words that were looked up by their letters, for each word of a text. */
const ALIKE = 8
const MOST_ALIKE = 8

/** What claims are fetched by, what it counts for, and of how many claims at most: the newest. */
type Fetching = { all: Group[]; weight: number; limit: number }

const statement = (any: string[]): Group => ({ any, in: ['statement'] })

/**
 * Of words, the rarest first, those that fetch claims alone, and then pairs.
 * @param share how large a part of all statements it is looked among: words fetch so many of them fewer
 */
function fetching(
  words: { stem: string; claims: number; weight: number }[],
  share: number,
): Fetching[] {
  const alone: typeof words = []
  let claims = 0
  for (const word of words.slice(0, RAREST)) {
    claims += word.claims * share
    if (claims > FETCHED && alone.length > 0) break
    alone.push(word)
  }
  const found = alone.map(({ stem, weight }) => ({
    all: [statement([stem])],
    weight,
    limit: FETCHED,
  }))
  if (alone.length >= FEW) return found
  const some = words.slice(0, PAIRED)
  const pairs = some.flatMap((one, i) => some.slice(i + 1).map((other) => [one, other] as const))
  return [
    ...found,
    ...pairs.map(([one, other]) => ({
      all: [statement([one.stem]), statement([other.stem])],
      weight: one.weight + other.weight,
      limit: OF_A_PAIR,
    })),
  ]
}

/** Claims that may be like a text. */
export const candidateQueries = (connection: Connection) => {
  const { indexing } = connection
  const { stated } = statedQueries(connection)
  const { counts, total, near, starting, newestOf } = nearQueries(connection)

  /** Words that have about the same letters: near ones, and those that begin as a long one does. */
  async function alike(word: string): Promise<string[]> {
    const letters = [...word]
    const beginning = letters.slice(0, Math.max(4, letters.length - 3)).join('')
    const begins = letters.length >= 5 ? await starting(beginning, ALIKE) : []
    const found = [...(await near(word)).slice(0, ALIKE), ...begins]
    return [...new Set(found)].filter((one) => one !== word)
  }

  /** Claims with words that have about the same letters as these, each as if it were fairly common. */
  async function byLetters(words: string[], weight: number): Promise<Fetching[]> {
    const found: Fetching[] = []
    for (const word of words.slice(0, MOST_ALIKE)) {
      const any = await alike(word)
      if (any.length > 0) found.push({ all: [statement(any)], weight, limit: OF_A_PAIR })
    }
    return found
  }

  /** How many statements there are, and how large a part of them are the desk's own, and others'. */
  async function sizes() {
    const [{ claims: all }, newest] = await Promise.all([total(), newestOf('ruling')])
    const others = newest - numbersOf('ruling').from
    const size = Math.max(1, all)
    return { all, share: { claim: 1 - others / size, ruling: others / size } }
  }

  return {
    /**
     * Claims, or rulings, that share with a text its rarest words, by their statements: as many words as
     * it takes to fetch some thousands of them, of which those come first whose words in common are rarest.
     * @param stems the text's words, as `indexWords` gives them
     * @param letters whether words stand for those that have about the same letters, too; where hardly any
     *   is known, those that nobody knows do so in any case
     * @returns their statements, with translations where there are some
     */
    async candidates(
      stems: string[],
      letters: boolean,
      limit: number,
      among: Among = 'claim',
    ): Promise<Stated[]> {
      const asked = [...new Set(stems)]
      const [known, { all, share }] = await Promise.all([counts(asked), sizes()])
      if (share[among] <= 0) return []
      // Whole numbers: the two engines read others differently.
      const weight = (claims: number) => Math.round(100 * Math.log(1 + all / claims))
      const words = asked
        .map((stem) => ({ stem, claims: known.get(stem)?.claims ?? 0 }))
        .filter(({ claims }) => claims > 0)
        .sort((a, b) => a.claims - b.claims)
        .map((word) => ({ ...word, weight: weight(word.claims) }))
      const unknown = asked.filter((stem) => letters || !known.has(stem))
      const isShort = letters || words.length < FEW
      const fetches = [
        ...fetching(words, share[among]),
        ...(isShort ? await byLetters(unknown, weight(1 + all / 10)) : []),
      ]
      if (fetches.length === 0) return []
      const { number } = indexing
      const { from, to } = numbersOf(among)
      const each = fetches.map(({ all, weight, limit }): SQL => {
        return sql`select * from (select ${number} as number, ${sql.raw(String(weight))} as weight
          from document_words where ${indexing.has({ all })} and ${number} > ${sql.raw(String(from))}
            and ${number} <= ${sql.raw(String(to))}
          order by ${number} desc limit ${limit}) as one`
      })
      return await stated(
        sql`select number, sum(weight) as weight from (${sql.join(each, sql` union all `)}) as every
          group by number order by 2 desc, 1 desc limit ${limit}`,
        among,
      )
    },
  }
}
