import type { Columns } from '../../domain/columns.ts'
import type { RulingRecord } from '../../domain/ruling-record.ts'
import type { Context } from './context.ts'
import { type Chunks, decoded, unzipped } from './decoded.ts'
import { readPage } from './html.ts'
import { readJson } from './json.ts'
import { readTable } from './table.ts'

/** How a source is read: a table needs its columns. */
export type Reading = { format: 'rulings' | 'page' } | { format: 'table'; columns: Columns }

function recordsOf(
  text: AsyncIterable<string>,
  reading: Reading,
  context: Context,
): AsyncGenerator<RulingRecord> {
  if (reading.format === 'table') return readTable(text, reading.columns, context)
  return reading.format === 'page' ? readPage(text, context) : readJson(text, context)
}

/**
 * The rulings in a source of any length, gzipped or not, in any encoding: every record read, or refused with a
 * reason. Bad content is never thrown for; what the source itself throws (a disk, a connection) is.
 */
export async function* readRulings(
  source: Chunks,
  reading: Reading,
  context: Context,
): AsyncGenerator<RulingRecord> {
  let isDamaged = false
  const bytes = unzipped(source, () => {
    isDamaged = true
  })
  let line = 0
  for await (const record of recordsOf(decoded(bytes), reading, context)) {
    line = record.line
    yield record
  }
  // A gzipped file that ends before its end has lost the rest of its records.
  if (isDamaged) yield { line: line + 1, refused: 'not_json', field: null, excerpt: '' }
}
