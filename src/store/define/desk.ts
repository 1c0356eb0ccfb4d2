import type { Desk } from '../../domain/desk.ts'
import type { Rating } from '../../domain/rating.ts'
import { type Dialect, jsonOf, lifeOf } from './dialect.ts'

/** The desk itself, and its rating scale. */
export function deskTables(dialect: Dialect) {
  const { table, text, integer } = dialect
  const life = lifeOf(dialect)

  const json = jsonOf(dialect)

  const desks = table('desks', {
    ...life(),
    name: text('name').notNull(),
    url: text('url'),
    reading: text('reading').$type<Desk['reading']>(),
    blindTopics: json<string[] | null>('blind_topics'),
    twoReaderTopics: json<string[] | null>('two_reader_topics'),
    methodologyEn: text('methodology_en'),
    methodologyIt: text('methodology_it'),
    scaleEn: text('scale_en'),
    scaleIt: text('scale_it'),
  })

  const ratings = table('ratings', {
    ...life(),
    position: integer('position').notNull(),
    number: integer('number'),
    labelEn: text('label_en').notNull(),
    labelIt: text('label_it').notNull(),
    meaningEn: text('meaning_en'),
    meaningIt: text('meaning_it'),
    shape: text('shape').$type<Rating['shape']>().notNull(),
    tone: text('tone').$type<Rating['tone']>().notNull(),
    retiredAt: text('retired_at'),
  })

  return { desks, ratings }
}
