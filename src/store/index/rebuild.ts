import { sql } from 'drizzle-orm'
import type { Connection } from '../connection.ts'
import type { Steps } from '../steps.ts'
import { numbersOf } from './numbers.ts'
import { index } from './write.ts'

/** So many documents are read and written in one go where nobody waits for it. */
const BULK = 5000

/** Of so many documents on, the engine counts what there is: what it learns of fewer is wrong once there are many. */
const MANY = 1000

/** The index as a whole: what of it is still to be read, and making it anew. */
export const rebuildQueries = ({ tables, indexing, db, inTurn }: Connection) => {
  const { documents, unindexed, words, claims, articles, rulings } = tables

  function* some(limit: number): Steps<number> {
    const { rows } = yield sql`select u.number as number, d.kind as kind, d.subject as subject
      from ${unindexed} u join ${documents} d on d.number = u.number
      order by u.number desc limit ${limit}`
    const ids = (kind: string) =>
      rows.flatMap((row) => (row.kind === kind ? [String(row.subject)] : []))
    yield* index(tables, indexing, 'claim', ids('claim'))
    yield* index(tables, indexing, 'article', ids('article'))
    yield* index(tables, indexing, 'ruling', ids('ruling'))
    const [newest, oldest] = [rows[0], rows.at(-1)]
    if (newest && oldest) {
      yield sql`delete from ${unindexed}
        where number >= ${oldest.number} and number <= ${newest.number}`
    }
    return rows.length
  }

  function* afresh(): Steps<void> {
    yield indexing.empty()
    for (const table of [words, unindexed, documents]) yield sql`delete from ${table}`
    yield sql`insert into ${documents} (number, kind, subject, stems)
      select row_number() over (order by id), kind, id, '' from (
        select 'claim' as kind, id from ${claims} union all select 'article', id from ${articles}
      ) as there`
    yield sql`insert into ${documents} (number, kind, subject, stems)
      select ${sql.raw(String(numbersOf('ruling').from))} + row_number() over (order by id),
        'ruling', id, '' from ${rulings}`
    yield sql`insert into ${unindexed} (number) select number from ${documents}`
    yield sql`insert into ${words} (stem, tail, claims, documents)
      select '', '', (select count(id) from ${claims}) + (select count(id) from ${rulings}),
        (select count(number) from ${documents})`
  }

  /** @returns how many were read again: none where nothing is left */
  const catchUp = (limit: number): Promise<number> => inTurn(() => some(limit))

  return {
    /**
     * Reads documents again that were marked, the newest first, each step whole.
     * @param limit of one step: nobody decides meanwhile
     */
    catchUp,

    /** Whether some documents are still to be read: what is found may lack them, or be found by old words. */
    async isBehind(): Promise<boolean> {
      return (await db.select().from(unindexed).limit(1)).length > 0
    },

    /**
     * Makes the whole index anew. Where it is stopped, `catchUp` goes on with it.
     * @param progress told how many documents were read
     */
    async rebuild(progress: (done: number) => void = () => {}): Promise<void> {
      await inTurn(afresh)
      let done = 0
      for (let more = await catchUp(BULK); more > 0; more = await catchUp(BULK)) {
        done += more
        progress(done)
      }
      await inTurn(function* () {
        yield indexing.together()
        // Or it goes through all words for each, where it was last counted while there was none.
        if (done >= MANY) yield sql`analyze`
      })
    },
  }
}
