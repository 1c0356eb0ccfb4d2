import {
  aliasedTable,
  and,
  asc,
  desc,
  eq,
  gt,
  inArray,
  lte,
  max,
  ne,
  notExists,
  or,
  type Placeholder,
  sql,
} from 'drizzle-orm'
import type { Kind, SealedEntry } from '../domain/ledger.ts'
import type { Connection } from './connection.ts'
import type { Tables } from './define.ts'
import { prepared } from './prepared.ts'

/**
 * What keeps one entry of a burst: a draft is saved as it is written, and of the saves of one person,
 * one upon the other, only the last is told.
 * @param cursor the last place that counts
 */
export function lastOfBurst(
  { db, tables: { ledger } }: { db: Connection['db']; tables: Tables },
  cursor: number | Placeholder = Number.MAX_SAFE_INTEGER,
) {
  const next = aliasedTable(ledger, 'next')
  const goesOn = and(
    eq(next.kind, ledger.kind),
    eq(next.subject, ledger.subject),
    eq(next.revision, sql`${ledger.revision} + 1`),
    eq(next.verb, ledger.verb),
    eq(next.actor, ledger.actor),
    lte(next.seq, cursor),
  )
  const last = notExists(db.select({ seq: next.seq }).from(next).where(goesOn))
  return or(ne(ledger.verb, 'draft'), last)
}

export const ledgerQueries = ({ db, tables, tables: { ledger, links } }: Connection) => {
  const { placeholder } = sql
  const lifeOf = prepared(() => {
    const cursor = placeholder('cursor')
    const last = lastOfBurst({ db, tables }, cursor)
    return db
      .select()
      .from(ledger)
      .where(and(eq(ledger.claim, placeholder('claim')), lte(ledger.seq, cursor), last))
      .orderBy(desc(ledger.seq))
      .limit(placeholder('limit'))
  })
  const linksTo = prepared(() => {
    const toIt = db.select({ id: links.id }).from(links)
    const ofIt = toIt.where(eq(links.other, placeholder('claim')))
    const upTo = lte(ledger.seq, placeholder('cursor'))
    return db
      .select()
      .from(ledger)
      .where(and(eq(ledger.kind, 'link'), inArray(ledger.subject, ofIt), upTo))
      .orderBy(desc(ledger.seq))
      .limit(placeholder('limit'))
  })

  return {
    /** Entries after a place, in order. */
    async after(seq: number, limit: number): Promise<SealedEntry[]> {
      return await db
        .select()
        .from(ledger)
        .where(gt(ledger.seq, seq))
        .orderBy(asc(ledger.seq))
        .limit(limit)
    },

    /**
     * A claim's life, and that of the links to it, newest first; of a burst of saves only the last.
     * @param cursor the last place that counts
     */
    async ofClaim(
      claim: string,
      limit: number,
      cursor = Number.MAX_SAFE_INTEGER,
    ): Promise<SealedEntry[]> {
      // Apart from each other, or an engine sorts the whole life to find its end.
      const asked = { claim, limit, cursor }
      const [own, others] = await Promise.all([lifeOf(asked), linksTo(asked)])
      if (others.length === 0) return own
      return [...own, ...others].sort((a, b) => b.seq - a.seq).slice(0, limit)
    },

    /** Who decided last on each of these, by its id. */
    async lastActors(kind: Kind, subjects: string[]): Promise<Map<string, string>> {
      if (subjects.length === 0) return new Map()
      const rows = await db
        .select({ subject: ledger.subject, actor: ledger.actor })
        .from(ledger)
        .where(and(eq(ledger.kind, kind), inArray(ledger.subject, subjects)))
        .orderBy(asc(ledger.revision))
      return new Map(rows.map(({ subject, actor }) => [subject, actor]))
    },

    /** Everybody who ever held each of these claims, by the claim's id. */
    async holders(claims: string[]): Promise<Map<string, string[]>> {
      const held = new Map<string, string[]>()
      if (claims.length === 0) return held
      const { subject, change } = ledger
      const rows = await db
        .select({ subject, change })
        .from(ledger)
        .where(and(inArray(ledger.claim, claims), eq(ledger.kind, 'claim')))
      for (const row of rows) {
        const who = row.change.assignee?.[1]
        if (typeof who === 'string') held.set(row.subject, [...(held.get(row.subject) ?? []), who])
      }
      return held
    },

    /** When something of these kinds was last decided. */
    async lastAt(kinds: Kind[]): Promise<string | null> {
      const [row] = await db
        .select({ at: max(ledger.at) })
        .from(ledger)
        .where(inArray(ledger.kind, kinds))
      return row?.at ?? null
    },

    /** A subject's life, newest first. */
    async ofSubject(kind: Kind, subject: string, limit: number): Promise<SealedEntry[]> {
      return await db
        .select()
        .from(ledger)
        .where(and(eq(ledger.kind, kind), eq(ledger.subject, subject)))
        .orderBy(desc(ledger.revision))
        .limit(limit)
    },
  }
}
