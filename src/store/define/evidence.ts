import type { Contact } from '../../domain/contact.ts'
import type { Evidence } from '../../domain/evidence.ts'
import type { SearchRecord } from '../../domain/search-record.ts'
import type { claimTables } from './claims.ts'
import { type Dialect, lifeOf } from './dialect.ts'

/** What a verdict rests on: sources, searches, and who was asked. */
export function evidenceTables(dialect: Dialect, { claims }: ReturnType<typeof claimTables>) {
  const { table, text, integer, index, unique } = dialect
  const life = lifeOf(dialect)

  const evidence = table(
    'evidence',
    {
      ...life(),
      claim: text('claim')
        .notNull()
        .references(() => claims.id),
      number: integer('number').notNull(),
      stance: text('stance').$type<Evidence['stance']>().notNull(),
      kind: text('kind').$type<Evidence['kind']>(),
      title: text('title').notNull(),
      publisher: text('publisher'),
      interest: text('interest').$type<Evidence['interest']>().notNull(),
      url: text('url'),
      publishedOn: text('published_on'),
      locator: text('locator'),
      origin: text('origin'),
      note: text('note'),
      quote: text('quote'),
      quoteLanguage: text('quote_language'),
      translation: text('translation'),
      snapshot: text('snapshot'),
      quotePrefix: text('quote_prefix'),
      quoteSuffix: text('quote_suffix'),
      quoteStart: integer('quote_start'),
      quoteEnd: integer('quote_end'),
      quoteReason: text('quote_reason'),
      rank: text('rank').$type<Evidence['rank']>().notNull(),
      rankReason: text('rank_reason'),
      visibility: text('visibility').$type<Evidence['visibility']>().notNull(),
      visibilityReason: text('visibility_reason'),
      addedAt: text('added_at').notNull(),
    },
    (t) => [
      unique('evidence_number').on(t.claim, t.number),
      index('evidence_snapshot').on(t.snapshot),
    ],
  )

  const searchRecords = table(
    'search_records',
    {
      ...life(),
      claim: text('claim')
        .notNull()
        .references(() => claims.id),
      place: text('place').notNull(),
      words: text('words').notNull(),
      searchedOn: text('searched_on'),
      outcome: text('outcome').$type<SearchRecord['outcome']>().notNull(),
      note: text('note'),
      addedAt: text('added_at').notNull(),
    },
    (t) => [index('search_records_claim').on(t.claim, t.addedAt)],
  )

  const contacts = table(
    'contacts',
    {
      ...life(),
      claim: text('claim')
        .notNull()
        .references(() => claims.id),
      who: text('who').notNull(),
      role: text('role'),
      way: text('way').$type<Contact['way']>().notNull(),
      askedOn: text('asked_on'),
      question: text('question').notNull(),
      outcome: text('outcome').$type<Contact['outcome']>().notNull(),
      reply: text('reply'),
      repliedOn: text('replied_on'),
      visibility: text('visibility').$type<Contact['visibility']>().notNull(),
      addedAt: text('added_at').notNull(),
    },
    (t) => [index('contacts_claim').on(t.claim, t.addedAt)],
  )

  return { evidence, searchRecords, contacts }
}
