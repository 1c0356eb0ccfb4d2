import { eq, type SQL, sql } from 'drizzle-orm'
import type { Connection } from '../connection.ts'
import { type Asked, type Field, type Findable, fields, type Group } from './dialect.ts'
import { nearQueries } from './near.ts'
import { numbersOf } from './numbers.ts'

/** Where to look, and how far. */
export type Looked = {
  kind: Findable
  /** Older than the document with this number; null begins with the newest. */
  before: number | null
  limit: number
}

/** A document that was found. `fields`: of each group that was asked for, the weightiest it stands in. */
export type Hit = { number: number; subject: string; fields: (Field | null)[] }

/**
 * What was found, newest first. `next` is where to go on (`before`); null where that was all. There may be
 * fewer than asked for and still more to find: looking ends where it would take too long.
 */
export type Found = { hits: Hit[]; next: number | null }

/** About so many documents with the rarest word are gone through at most. */
const EFFORT = 20_000

/** A beginning stands for so many words, the most common ones. */
const BEGINNINGS = 200

/** Which line of a document's words has one of a group first, as the weightiest come first. */
function fieldOf(stems: string, { any, beginning, in: only }: Group): Field | null {
  const sought = [...any.map((word) => ` ${word} `), ...(beginning ? [` ${beginning}`] : [])]
  if (!only) {
    const found = sought.map((word) => stems.indexOf(word)).filter((at) => at >= 0)
    if (found.length === 0) return null
    return fields[stems.slice(0, Math.min(...found)).split('\n').length - 1] ?? null
  }
  const lines = stems.split('\n')
  const has = (field: Field) => {
    const line = lines[fields.indexOf(field)]
    return line !== undefined && sought.some((word) => line.includes(word))
  }
  return fields.filter((field) => only.includes(field)).find(has) ?? null
}

/** Finding documents by their words. */
export const findQueries = (connection: Connection) => {
  const { db, tables, indexing } = connection
  const { documents } = tables
  const { counts, total, starting, newestOf } = nearQueries(connection)

  /** Beginnings become the words that begin so. */
  async function spelledOut(group: Group): Promise<Group> {
    const { beginning, ...rest } = group
    if (!beginning) return group
    return {
      ...rest,
      any: [...new Set([...group.any, ...(await starting(beginning, BEGINNINGS))])],
    }
  }

  /** About how many documents have the rarest thing that is asked for. */
  async function rarest({ all, phrases = [] }: Asked): Promise<number> {
    const stems = [...all.flatMap(({ any }) => any), ...phrases.flatMap(({ any }) => any.flat())]
    const known = await counts([...new Set(stems)])
    const of = (stem: string) => known.get(stem)?.documents ?? 0
    const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0)
    return Math.min(
      ...all.map(({ any }) => sum(any.map(of))),
      ...phrases.map(({ any }) => sum(any.map((words) => Math.min(...words.map(of))))),
    )
  }

  /** @param has null where nothing is asked for but what is not to be there */
  async function rows(asked: Asked, { kind, limit }: Looked, from: number, top: number) {
    const { number, subject, stems } = documents
    const isKind = eq(documents.kind, kind)
    const within: SQL[] = [sql`${indexing.number} >= ${from}`, sql`${indexing.number} < ${top}`]
    return await db
      .select({ number, subject, stems })
      .from(sql`document_words`)
      .innerJoin(documents, sql`${number} = ${indexing.number}`)
      .where(sql`${indexing.has(asked)} and ${sql.join(within, sql` and `)} and ${isKind}`)
      .orderBy(sql`${indexing.number} desc`)
      .limit(limit)
  }

  return {
    /**
     * Documents that have what is asked for, newest first: the work is bounded whatever the words are.
     * Nothing is found where there is nothing that they must have.
     */
    async found(asked: Asked, looked: Looked): Promise<Found> {
      const all = await Promise.all(asked.all.map(spelledOut))
      const phrases = asked.phrases ?? []
      const spelled: Asked = { ...asked, all, phrases }
      const isEmpty = all.some(({ any }) => any.length === 0)
      if (isEmpty || all.length + phrases.length === 0) return { hits: [], next: null }
      const lowest = numbersOf(looked.kind).from
      const [least, { documents: size }, newest] = await Promise.all([
        rarest(spelled),
        total(),
        newestOf(looked.kind),
      ])
      if (least === 0 || newest === lowest) return { hits: [], next: null }
      const span = least > EFFORT ? Math.ceil((size * EFFORT) / least) : size + 1
      const top = looked.before ?? newest + 1
      const from = Math.max(lowest, top - span)
      const found = await rows(spelled, looked, from, top)
      const hits = found.map(({ number, subject, stems }) => ({
        number,
        subject,
        // By their beginning, not by each word that begins so.
        fields: asked.all.map((group) => fieldOf(stems, group)),
      }))
      const last = found.length === looked.limit ? found.at(-1)?.number : from
      const isAll = last === undefined || last <= lowest
      return {
        hits: hits.filter(({ fields }) => !fields.includes(null)),
        next: isAll ? null : last,
      }
    },
  }
}
