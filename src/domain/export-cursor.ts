import { type FieldCode, Refusal } from './refusal.ts'

/**
 * A place in a desk's ledger, as whoever follows an export names it: the number of an entry, and how its
 * hash begins, which no other desk has at that place. The bare number is taken too (it is the `cursor` of a
 * document), but does not tell one desk from another.
 */
export type ExportCursor = { seq: number; mark: string | null }

const MARK = 16
const shape = new RegExp(`^(\\d{1,15})(?:-([0-9a-f]{${MARK}}))?$`)

/** How a place is named. @param entry the one there; null where nothing was decided yet */
export const cursorText = (entry: { seq: number; hash: string } | null): string =>
  entry ? `${entry.seq}-${entry.hash.slice(0, MARK)}` : '0'

const refused = (code: FieldCode, values?: { max: number }): Refusal =>
  new Refusal('invalid', { fields: { since: values ? { code, values } : { code } } })

/** @throws Refusal `invalid` on `since`: `too_many`, `no_cursor` */
export function readCursor(asked: string | string[] | undefined): ExportCursor | null {
  const [text, ...more] = [asked ?? []].flat()
  if (more.length > 0) throw refused('too_many', { max: 1 })
  if (text === undefined) return null
  const [, seq, mark = null] = shape.exec(text) ?? []
  if (seq === undefined) throw refused('no_cursor')
  return { seq: Number(seq), mark }
}

/**
 * Whether an export can go on from a place.
 * @param there the entry at the cursor's place; null where there is none
 * @param until where the export ends: what came before that is not asked for
 * @throws Refusal `invalid` on `since`: `ahead` where the record does not reach that far, `other_desk`
 *   where another entry stands at that place
 */
export function demandFollows(
  { seq, mark }: ExportCursor,
  there: { hash: string } | null,
  until: number,
): void {
  if (seq > until) throw refused('ahead')
  if (mark !== null && !there?.hash.startsWith(mark)) throw refused('other_desk')
}
