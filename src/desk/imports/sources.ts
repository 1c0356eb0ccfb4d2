import type { Import, ImportFormat } from '../../domain/import.ts'
import type { Desk } from '../open.ts'

/** How a source is to be read, where it is said. */
export type Said = { format: ImportFormat | null; publisher: string | null }

/** What a source is, and how it is read. */
export async function aboutSource(
  _desk: Desk,
  _source: { name: string; url: string | null; sha256: string },
  { format, publisher }: Said,
  mapping: string | null,
): Promise<Pick<Import, 'format' | 'publisher' | 'head' | 'mapping'>> {
  return { format: format ?? 'claimreview', publisher, head: null, mapping }
}
