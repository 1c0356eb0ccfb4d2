import type { Findable } from '../index/dialect.ts'
import type { Dialect } from './dialect.ts'

/**
 * What can be found, and by which words: derived, so no part of the record. Where the words stand is in
 * each engine's own index (`document_words`), which a migration of its own makes.
 */
export function wordTables({ table, text, integer, index, unique }: Dialect) {
  const documents = table(
    'documents',
    {
      // Newer ones have a larger one: what is found newest first is found in the order of the index.
      number: integer('number').primaryKey(),
      kind: text('kind').$type<Findable>().notNull(),
      subject: text('subject').notNull(),
      // Its words, each once a field: a line each, weightiest first, with a space around each word.
      stems: text('stems').notNull(),
    },
    (t) => [unique('documents_subject').on(t.subject)],
  )

  // Documents whose words changed with something that many of them speak of: they are read again soon.
  const unindexed = table('unindexed', { number: integer('number').primaryKey() })

  // In how many statements of claims, and in how many documents of all, a word stands; '' counts all.
  const words = table(
    'words',
    {
      stem: text('stem').primaryKey(),
      // Its letters from the last to the first: words are near one another that end alike, too.
      tail: text('tail').notNull(),
      claims: integer('claims').notNull(),
      documents: integer('documents').notNull(),
    },
    (t) => [index('words_tail').on(t.tail)],
  )

  return { documents, unindexed, words }
}
