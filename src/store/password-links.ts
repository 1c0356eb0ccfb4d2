import { eq, type SQL, sql } from 'drizzle-orm'
import type { PasswordLink } from '../domain/person.ts'
import type { Connection } from './connection.ts'
import type { Tables } from './define.ts'
import { insertRow } from './rows.ts'

/** The statement that gives somebody a link, in the place of any other. */
export const linkRow = ({ passwordLinks }: Tables, link: PasswordLink): SQL =>
  sql`${insertRow(passwordLinks, link)} on conflict (person) do update
    set token_hash = excluded.token_hash, expires_at = excluded.expires_at`

export const passwordLinkQueries = ({ db, tables: { passwordLinks: links } }: Connection) => ({
  async byToken(tokenHash: string): Promise<PasswordLink | null> {
    const [row] = await db.select().from(links).where(eq(links.tokenHash, tokenHash)).limit(1)
    return row ?? null
  },

  /** Uses a link up. @returns whether it was there: of several at once, to one alone */
  async use(tokenHash: string): Promise<boolean> {
    const used = await db
      .delete(links)
      .where(eq(links.tokenHash, tokenHash))
      .returning({ person: links.person })
    return used.length > 0
  },

  /** Any link of somebody's is void. */
  async end(person: string): Promise<void> {
    await db.delete(links).where(eq(links.person, person))
  },
})
