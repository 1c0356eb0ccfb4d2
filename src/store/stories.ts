import { and, asc, desc, eq, gt, gte, inArray, lt, lte, ne, not, or, type SQL } from 'drizzle-orm'
import type { Kind, SealedEntry } from '../domain/ledger.ts'
import type { Connection } from './connection.ts'
import { lastOfBurst } from './ledger.ts'

/** What has a page of its history: a claim with its parts, or one subject; or what one person decided. */
export type Told =
  | { of: 'claim' | 'article' | 'evidence' | 'verdict'; id: string }
  | { of: 'person'; id: string; without: readonly Kind[] }

/** Which of its entries: by whom, of which kinds, with which verbs; null is any. */
export type Which = {
  who: string | null
  kinds: readonly Kind[] | null
  verbs: readonly string[] | null
}

const BATCH = 100

export const storyQueries = ({ db, tables }: Connection) => {
  const { ledger, asides, appearances, drifts, readings, links } = tables
  const is = (kind: Kind, id: string) => and(eq(ledger.kind, kind), eq(ledger.subject, id))
  const among = (kind: Kind, ids: SQL | string[] | ReturnType<typeof partsOf>) =>
    and(eq(ledger.kind, kind), inArray(ledger.subject, ids))

  function partsOf(table: typeof asides | typeof appearances, article: string) {
    return db.select({ id: table.id }).from(table).where(eq(table.article, article))
  }

  function within(told: Told): SQL | undefined {
    const { of, id } = told
    if (of === 'person') {
      const without = told.without.map((kind) => ne(ledger.kind, kind))
      return and(eq(ledger.actor, id), ...without)
    }
    if (of === 'claim') {
      // A link is kept under one of its two claims, and is a part of the life of both.
      const toIt = db.select({ id: links.id }).from(links).where(eq(links.other, id))
      return or(eq(ledger.claim, id), and(eq(ledger.kind, 'link'), inArray(ledger.subject, toIt)))
    }
    if (of === 'article') {
      const parts = [
        among('aside', partsOf(asides, id)),
        among('appearance', partsOf(appearances, id)),
      ]
      return or(is('article', id), ...parts)
    }
    const [kind, table, column] =
      of === 'evidence'
        ? (['drift', drifts, drifts.about] as const)
        : (['reading', readings, readings.verdict] as const)
    const beside = db.select({ id: table.id }).from(table).where(eq(column, id))
    return or(is(of, id), and(eq(ledger.kind, kind), inArray(ledger.subject, beside)))
  }

  /** Without what is said of versions that are hidden, and of their readings. */
  const without = (hidden: readonly string[]) =>
    hidden.length > 0
      ? not(
          and(inArray(ledger.kind, ['verdict', 'reading']), inArray(ledger.subject, hidden)) ??
            eq(ledger.seq, 0),
        )
      : undefined

  return {
    /**
     * Entries of a life, newest first; of a burst of saves only the last.
     * @param hidden ids of subjects of which nothing is told
     * @param before a place in the ledger: only what is older
     */
    async list(
      told: Told,
      { who, kinds, verbs }: Which,
      {
        hidden,
        before,
        limit,
      }: { hidden: readonly string[]; before: number | null; limit: number },
    ): Promise<SealedEntry[]> {
      const asked = [
        who === null ? undefined : eq(ledger.actor, who),
        kinds === null ? undefined : inArray(ledger.kind, [...kinds]),
        verbs === null ? undefined : inArray(ledger.verb, [...verbs]),
        before === null ? undefined : lt(ledger.seq, before),
      ]
      return await db
        .select()
        .from(ledger)
        .where(and(within(told), without(hidden), lastOfBurst({ db, tables }), ...asked))
        .orderBy(desc(ledger.seq))
        .limit(limit)
    },

    /** Who decided something in a life, and on which kinds of things. */
    async about(told: Told, hidden: readonly string[]): Promise<{ actor: string; kind: Kind }[]> {
      return await db
        .selectDistinct({ actor: ledger.actor, kind: ledger.kind })
        .from(ledger)
        .where(and(within(told), without(hidden)))
    },

    /** Who made each of these. */
    async births(kind: Kind, subjects: string[]): Promise<{ subject: string; actor: string }[]> {
      if (subjects.length === 0) return []
      return await db
        .select({ subject: ledger.subject, actor: ledger.actor })
        .from(ledger)
        .where(and(among(kind, subjects), eq(ledger.revision, 1)))
    },

    /** The revision after which a burst of saves began that ends with this entry. */
    async burstBegan({ kind, subject, revision, actor, verb }: SealedEntry): Promise<number> {
      const [row] = await db
        .select({ revision: ledger.revision })
        .from(ledger)
        .where(
          and(
            is(kind, subject),
            lt(ledger.revision, revision),
            or(ne(ledger.actor, actor), ne(ledger.verb, verb)),
          ),
        )
        .orderBy(desc(ledger.revision))
        .limit(1)
      return row?.revision ?? 0
    },

    /** A subject's entries in their order, from one revision to another, a few at a time. */
    async *life(
      kind: Kind,
      subject: string,
      from: number,
      to: number,
    ): AsyncGenerator<SealedEntry> {
      for (let at = from; at <= to; ) {
        const batch = await db
          .select()
          .from(ledger)
          .where(and(is(kind, subject), gte(ledger.revision, at), lte(ledger.revision, to)))
          .orderBy(asc(ledger.revision))
          .limit(BATCH)
        yield* batch
        const last = batch.at(-1)
        if (!last) return
        at = last.revision + 1
      }
    },

    /** The entry of a subject's revision, or null. */
    async entry(kind: Kind, subject: string, revision: number): Promise<SealedEntry | null> {
      const [row] = await db
        .select()
        .from(ledger)
        .where(and(is(kind, subject), eq(ledger.revision, revision), gt(ledger.seq, 0)))
        .limit(1)
      return row ?? null
    },
  }
}
