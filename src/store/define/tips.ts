import type { Tip } from '../../domain/tip.ts'
import { type Dialect, lifeOf } from './dialect.ts'

/** What readers send in: the decisions on it, and apart from them its words. */
export function tipTables(dialect: Dialect) {
  const { table, text, index } = dialect
  const life = lifeOf(dialect)

  const tips = table(
    'tips',
    {
      ...life(),
      about: text('about').$type<Tip['about']>().notNull(),
      claim: text('claim'),
      status: text('status').$type<Tip['status']>().notNull(),
      receivedAt: text('received_at').notNull(),
    },
    (t) => [index('tips_status').on(t.status, t.receivedAt, t.id)],
  )

  // What somebody outside wrote, and how to reach them: it can be erased without touching the ledger.
  const letters = table('letters', {
    tip: text('tip')
      .primaryKey()
      .references(() => tips.id),
    words: text('words').notNull(),
    url: text('url'),
    contact: text('contact'),
  })

  return { tips, letters }
}
