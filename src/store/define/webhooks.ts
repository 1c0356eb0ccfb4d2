import type { Delivery } from '../../domain/delivery.ts'
import type { Webhook } from '../../domain/webhook.ts'
import { type Dialect, jsonOf, lifeOf } from './dialect.ts'

/** Who is told what the public learns; and apart from the decisions on it, how far each was told. */
export function webhookTables(dialect: Dialect) {
  const { table, text, integer, index, unique } = dialect
  const life = lifeOf(dialect)
  const json = jsonOf(dialect)

  const webhooks = table('webhooks', {
    ...life(),
    name: text('name').notNull(),
    origin: text('origin').notNull(),
    address: text('address').notNull(),
    events: json<string[]>('events').notNull(),
    status: text('status').$type<Webhook['status']>().notNull(),
    secretAt: text('secret_at').notNull(),
    addedAt: text('added_at').notNull(),
  })

  // What is secret of a webhook, and how far in the ledger it was told; gone when it has ended.
  const webhookStates = table('webhook_states', {
    webhook: text('webhook')
      .primaryKey()
      .references(() => webhooks.id),
    url: text('url').notNull(),
    secret: text('secret').notNull(),
    formerSecret: text('former_secret'),
    formerUntil: text('former_until'),
    cursor: integer('cursor').notNull(),
  })

  const deliveries = table(
    'deliveries',
    {
      id: text('id').primaryKey(),
      webhook: text('webhook')
        .notNull()
        .references(() => webhooks.id),
      seq: integer('seq'),
      claim: text('claim'),
      event: text('event').notNull(),
      status: text('status').$type<Delivery['status']>().notNull(),
      attempts: integer('attempts').notNull(),
      again: integer('again').notNull(),
      addedAt: text('added_at').notNull(),
      nextAt: text('next_at'),
      leasedUntil: text('leased_until'),
      triedAt: text('tried_at'),
      ms: integer('ms'),
      answerStatus: integer('answer_status'),
      answer: text('answer'),
      why: json<Delivery['why']>('why'),
      revision: integer('revision').notNull(),
    },
    (t) => [
      unique('deliveries_seq').on(t.webhook, t.seq),
      index('deliveries_due').on(t.webhook, t.status, t.nextAt),
      index('deliveries_order').on(t.webhook, t.claim, t.status, t.seq),
      index('deliveries_listed').on(t.webhook, t.addedAt, t.id),
    ],
  )

  return { webhooks, webhookStates, deliveries }
}
