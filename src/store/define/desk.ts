import type { Rating } from '../../domain/rating.ts'
import { type Dialect, lifeOf } from './dialect.ts'

/** The desk itself, and its rating scale. */
export function deskTables(dialect: Dialect) {
  const { table, text, integer } = dialect
  const life = lifeOf(dialect)

  const desks = table('desks', { ...life(), name: text('name').notNull(), url: text('url') })

  const ratings = table('ratings', {
    ...life(),
    position: integer('position').notNull(),
    number: integer('number'),
    labelEn: text('label_en').notNull(),
    labelIt: text('label_it').notNull(),
    shape: text('shape').$type<Rating['shape']>().notNull(),
    tone: text('tone').$type<Rating['tone']>().notNull(),
    retiredAt: text('retired_at'),
  })

  return { desks, ratings }
}
