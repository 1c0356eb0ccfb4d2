import { demandFollows, readCursor } from '../../domain/export-cursor.ts'
import { type ExportFilters, pairsOf } from '../../domain/export-filters.ts'
import { demand, type Member } from '../../domain/member.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Desk } from '../open.ts'
import type { ExportNews } from './news.ts'

/** The filters of an export, as an address has them: what somebody’s mark stands under. */
const queryOf = (pairs: [name: string, value: string][]): string =>
  new URLSearchParams(pairs).toString()

/** Somebody has taken an export along, whole: what comes after it is news to them. */
export async function markExport(
  desk: Desk,
  { id }: Member,
  { next, pairs }: { next: string; pairs: [name: string, value: string][] },
): Promise<void> {
  await desk.store.exportMarks.keep(id, queryOf(pairs), { cursor: next, at: desk.now() })
}

/** How many changes a page tells one by one. */
const TOLD = 20

/** What changed since somebody last took an export along under these filters. */
export type SinceLast = { at: string; since: string; news: ExportNews }

/**
 * @returns null where they never did, or where the record goes another way since, as after a backup was restored
 * @throws Refusal `forbidden`
 */
export async function sinceLast(
  desk: Desk,
  member: Member,
  filters: ExportFilters,
): Promise<SinceLast | null> {
  demand(member, 'viewer')
  const { store, heavy } = desk
  const mark = await store.exportMarks.of(member.id, queryOf(pairsOf(filters)))
  const since = mark && readCursor(mark.cursor)
  if (!since) return null
  const cursor = await store.verdicts.cursor()
  try {
    demandFollows(since, await store.past.entry(since.seq), cursor)
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
  const asked = { since: since.seq, cursor, filters, most: TOLD }
  const stream = await heavy.run({ read: 'news', ...asked })
  const news: ExportNews = JSON.parse(await new Response(stream).text())
  return { at: mark.at, since: mark.cursor, news }
}
