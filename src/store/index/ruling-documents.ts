import { sql } from 'drizzle-orm'
import { siteWord } from '../../matching/indexed.ts'
import type { Tables } from '../define.ts'
import type { Steps } from '../steps.ts'
import { GAP, type Indexing, type Worded } from './dialect.ts'
import { part, worded } from './parts.ts'

/**
 * What rulings are found by: what was rated, or the title where the record does not say it; who said it;
 * the title, and the publisher by its name and by its address.
 */
export function* rulingDocuments(
  { rulings }: Tables,
  { among }: Indexing,
  ids: string[],
): Steps<Map<string, Worded>> {
  const { rows } =
    yield sql`select id, statement, title, claimant, claimant_role as role, publisher,
      publisher_name as name, language
    from ${rulings} where ${among(sql`id`, ids)}`
  return new Map(
    rows.map(({ id, statement, title, claimant, role, publisher, name, language }) => {
      const words = worded({
        statement: [part(statement || title, language)],
        claimant: [part(claimant, language), part(role, language)],
        title: [part(title, language), part(name, language), part(publisher, language)],
      })
      words.title.push(GAP, siteWord(String(publisher)))
      return [String(id), words]
    }),
  )
}
