import type { ArticleVersion } from '../../domain/article.ts'
import type { Aside } from '../../domain/aside.ts'
import { type Dialect, excerptOf, lifeOf } from './dialect.ts'

/** Articles, and the texts of their versions. */
export function articleTables(dialect: Dialect) {
  const { table, text, integer, index, unique } = dialect
  const life = lifeOf(dialect)
  const excerpt = excerptOf(dialect)

  const texts = table('texts', { hash: text('hash').primaryKey(), text: text('text').notNull() })

  const articles = table(
    'articles',
    {
      ...life(),
      title: text('title').notNull(),
      outlet: text('outlet'),
      outletReason: text('outlet_reason'),
      byline: text('byline'),
      date: text('date'),
      dateReason: text('date_reason'),
      language: text('language').notNull(),
      url: text('url'),
      version: text('version').notNull(),
      addedAt: text('added_at').notNull(),
    },
    (t) => [index('articles_added').on(t.addedAt, t.id), index('articles_url').on(t.url)],
  )

  const articleVersions = table(
    'article_versions',
    {
      ...life(),
      article: text('article')
        .notNull()
        .references(() => articles.id),
      number: integer('number').notNull(),
      text: text('text')
        .notNull()
        .references(() => texts.hash),
      key: text('key').notNull().unique('article_versions_key'),
      source: text('source').$type<ArticleVersion['source']>().notNull(),
      snapshot: text('snapshot'),
      addedAt: text('added_at').notNull(),
    },
    (t) => [
      unique('article_versions_number').on(t.article, t.number),
      index('article_versions_snapshot').on(t.snapshot),
    ],
  )

  const asides = table(
    'asides',
    {
      ...life(),
      article: text('article')
        .notNull()
        .references(() => articles.id),
      version: text('version')
        .notNull()
        .references(() => articleVersions.id),
      ...excerpt(),
      reason: text('reason').$type<Aside['reason']>().notNull(),
      words: text('words'),
      addedAt: text('added_at').notNull(),
      liftedAt: text('lifted_at'),
    },
    (t) => [index('asides_article').on(t.article)],
  )

  return { texts, articles, articleVersions, asides }
}
