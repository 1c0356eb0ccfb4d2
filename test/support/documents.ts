import type { AskedDocument } from '../../src/desk/exports/head.ts'
import { placeOf } from '../../src/desk/exports/place.ts'
import { type Asked, readFilters } from '../../src/domain/export-filters.ts'
import type { Store } from '../../src/store/store.ts'

/** The whole document as it is asked for now, for whoever makes it on their own thread. */
export async function askedNow(
  store: Store,
  asked: Asked = {},
  more: Partial<AskedDocument> = {},
): Promise<AskedDocument> {
  const now = '2025-01-01T00:00:00.000Z'
  return {
    format: 'json',
    place: await placeOf(store, { asOf: null, isProved: true, now }),
    filters: readFilters(asked),
    since: null,
    next: '',
    ...{ columns: [], bom: false, fields: null, home: 'https://desk.test' },
    ...more,
  }
}
