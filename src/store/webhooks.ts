import { and, asc, count, desc, eq, gt, max, ne, type SQL, sql } from 'drizzle-orm'
import type { Difference } from '../domain/ledger.ts'
import type { Status } from '../domain/status.ts'
import type { Webhook } from '../domain/webhook.ts'
import type { Connection } from './connection.ts'
import type { Tables } from './define.ts'
import type { Write } from './perform.ts'
import { prepared } from './prepared.ts'
import { insertRow } from './rows.ts'

/** What of a webhook is no decision: its address and secrets, and how far in the ledger it was told. */
export type WebhookState = {
  webhook: string
  url: string
  /** `whsec_…` */
  secret: string
  /** The one before, which signs too until then. */
  formerSecret: string | null
  formerUntil: string | null
  cursor: number
}

/** What becomes of that with a decision. */
export type WebhookWrite =
  | { keep: WebhookState }
  | { webhook: string; url: string }
  | { webhook: string; secret: string; formerUntil: string }
  | { end: string }

/** The statements that do it. */
export function webhookWrites(tables: Tables, write: WebhookWrite): Write[] {
  const { webhookStates: states, deliveries } = tables
  const one = (query: SQL): Write => ({ query, touches: 1 })
  if ('keep' in write) return [one(insertRow(states, write.keep))]
  if ('url' in write) {
    return [one(sql`update ${states} set url = ${write.url} where webhook = ${write.webhook}`)]
  }
  if ('secret' in write) {
    const { webhook, secret, formerUntil } = write
    return [
      one(sql`update ${states} set former_secret = secret, former_until = ${formerUntil},
        secret = ${secret} where webhook = ${webhook}`),
    ]
  }
  const waiting = sql`update ${deliveries} set status = 'given_up', next_at = null,
    leased_until = null, revision = revision + 1
    where webhook = ${write.end} and status = 'waiting'`
  return [
    one(sql`delete from ${states} where webhook = ${write.end}`),
    { query: waiting, touches: null },
  ]
}

/** What of a publication tells which event it is. */
export type ToldRow = {
  seq: number
  claim: string
  status: Status
  verb: string
  change: Difference
}

export const webhookQueries = ({ db, tables }: Connection) => {
  const { webhooks, webhookStates: states, publications, ledger } = tables

  const activeIds = prepared(() =>
    db.select({ id: webhooks.id }).from(webhooks).where(eq(webhooks.status, 'active')),
  )

  return {
    async find(id: string): Promise<Webhook | null> {
      const [row] = await db.select().from(webhooks).where(eq(webhooks.id, id)).limit(1)
      return row ?? null
    },

    /** Every webhook, the newest first. */
    async list(): Promise<Webhook[]> {
      return await db
        .select()
        .from(webhooks)
        .orderBy(desc(webhooks.addedAt), desc(webhooks.id))
        .limit(200)
    },

    async countAlive(): Promise<number> {
      const [row] = await db
        .select({ n: count() })
        .from(webhooks)
        .where(ne(webhooks.status, 'ended'))
      return row?.n ?? 0
    },

    async state(id: string): Promise<WebhookState | null> {
      const [row] = await db.select().from(states).where(eq(states.webhook, id)).limit(1)
      return row ?? null
    },

    /** The ids of those that something may be sent to. */
    async active(): Promise<string[]> {
      return (await activeIds()).map(({ id }) => id)
    },

    /** Where to send to, as long as something may be sent there. */
    async reach(id: string): Promise<WebhookState | null> {
      const [row] = await db
        .select({ state: states })
        .from(states)
        .innerJoin(webhooks, eq(webhooks.id, states.webhook))
        .where(and(eq(states.webhook, id), eq(webhooks.status, 'active')))
        .limit(1)
      return row?.state ?? null
    },

    /** The place of what the public was told last. */
    async lastTold(): Promise<number> {
      const [row] = await db.select({ seq: max(publications.seq) }).from(publications)
      return row?.seq ?? 0
    },

    /** What the public was told after a place, in its order. */
    async toldAfter(seq: number, limit: number): Promise<ToldRow[]> {
      return await db
        .select({
          seq: publications.seq,
          claim: publications.claim,
          status: publications.status,
          verb: ledger.verb,
          change: ledger.change,
        })
        .from(publications)
        .innerJoin(ledger, eq(ledger.seq, publications.seq))
        .where(gt(publications.seq, seq))
        .orderBy(asc(publications.seq))
        .limit(limit)
    },

    /** What was told at a place, byte for byte, and when. */
    async toldAt(seq: number) {
      const [row] = await db
        .select({
          seq: publications.seq,
          at: ledger.at,
          hash: ledger.hash,
          publication: publications.hash,
          body: publications.body,
        })
        .from(publications)
        .innerJoin(ledger, eq(ledger.seq, publications.seq))
        .where(eq(publications.seq, seq))
        .limit(1)
      return row ?? null
    },
  }
}
