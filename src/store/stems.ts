import { desc, inArray, sql } from 'drizzle-orm'
import type { Change } from '../domain/ledger.ts'
import { stemsOf } from '../matching/stems.ts'
import type { Connection } from './connection.ts'
import type { Tables } from './define.ts'
import type { Write } from './perform.ts'
import { insertRow } from './rows.ts'

/** A claim's words go into the index with the claim itself, and only when they changed. */
export function stemWrites(
  { claimStems }: Tables,
  { kind, before, after, entry }: Change,
): Write[] {
  const { statement, language, statementEn, statementIt } = entry.change
  if (kind !== 'claim' || !(statement || language || statementEn || statementIt)) return []
  const texts = [
    [after.statement, after.language],
    [after.statementEn, 'en'],
    [after.statementIt, 'it'],
  ]
  const stems = texts.flatMap(([text, code]) => (text ? stemsOf(String(text), String(code)) : []))
  const old = before ? [sql`delete from ${claimStems} where claim = ${after.id}`] : []
  const fresh = [...new Set(stems)].map((stem) => insertRow(claimStems, { stem, claim: after.id }))
  return [
    ...old.map((query) => ({ query, touches: null })),
    ...fresh.map((query) => ({ query, touches: 1 })),
  ]
}

/** Which claims share words with a text. */
export const stemQueries = ({ db, tables: { claimStems } }: Connection) => ({
  /** The ids of the claims that share most stems, most first. */
  async sharing(stems: string[], limit: number): Promise<string[]> {
    if (stems.length === 0) return []
    const rows = await db
      .select({ claim: claimStems.claim })
      .from(claimStems)
      .where(inArray(claimStems.stem, stems.slice(0, 100)))
      .groupBy(claimStems.claim)
      .orderBy(desc(sql`count(${claimStems.stem})`), desc(claimStems.claim))
      .limit(limit)
    return rows.map(({ claim }) => claim)
  },
})
