import { DESK_ID } from '../../domain/desk.ts'
import { askedOf, type ExportFilters, pairsOf } from '../../domain/export-filters.ts'
import type { ExportFormat } from '../../domain/export-format.ts'
import { inOrder } from '../../domain/rating.ts'
import type { CsvColumn } from '../../interchange/exports/csv.ts'
import { DELTA_ID } from '../../interchange/exports/delta.ts'
import { publicScale } from '../../interchange/publication.ts'
import { SCHEMA_ID } from '../../interchange/verdict-export.ts'
import type { Store } from '../../store/store.ts'
import type { Place } from './place.ts'

/** What a document is asked for, of whatever form. */
export type AskedDocument = {
  format: ExportFormat
  place: Place
  filters: ExportFilters
  /** What changed after a place, and how that was named; null for everything. */
  since: { seq: number; text: string } | null
  /** How the place of the document is named to whoever asks for what came after it. */
  next: string
  /** The columns of CSV, and whether a byte order mark stands before them. */
  columns: CsvColumn[]
  bom: boolean
  /** The members of each verdict in JSON; null for all. */
  fields: string[] | null
  /** Where the desk is reached, without a slash at the end. */
  home: string
}

/** What stands before the verdicts of a JSON document. It, and everything after it, stands as of its `cursor`. */
export async function headOf(store: Store, { place, filters, since, next }: AskedDocument) {
  const { generatedAt, cursor, checkpoint } = place
  const [desk] = await store.past.every('desk', cursor)
  return {
    schema: since ? DELTA_ID : SCHEMA_ID,
    generatedAt,
    desk: { name: desk?.name ?? DESK_ID, url: desk?.url ?? null },
    scale: publicScale(inOrder(await store.past.every('rating', cursor))),
    ...(since && { since: since.text }),
    cursor,
    ...(since ? { next } : { checkpoint }),
    ...(pairsOf(filters).length > 0 && { filters: askedOf(filters) }),
  }
}
export type Head = Awaited<ReturnType<typeof headOf>>
