import { z } from 'zod'
import { type Columns, columnFields, columnsInput } from '../../domain/columns.ts'
import type { Import, ImportFormat } from '../../domain/import.ts'
import { Refusal } from '../../domain/refusal.ts'
import { lookAtTable } from '../../interchange/reading/columns.ts'
import { formatIn } from '../../interchange/reading/format.ts'
import { sha256 } from '../../store/seal.ts'
import type { Desk } from '../open.ts'
import { textOf } from './records.ts'

/** How a source is to be read, where it is said. */
export type Said = { format: ImportFormat | null; publisher: string | null }

/** What a person says of some columns by their names, or of all of them. */
const overlay = z.record(z.string().max(500), z.enum(columnFields).nullable())

/** @throws Refusal `invalid` on `columns` */
function saidColumns(mapping: string, guessed: Columns): Columns {
  const malformed = new Refusal('invalid', { fields: { columns: { code: 'malformed' } } })
  let said: unknown
  try {
    said = JSON.parse(mapping)
  } catch {
    throw malformed
  }
  const whole = columnsInput.safeParse(said)
  if (whole.success) return whole.data
  const some = overlay.safeParse(said)
  const names = some.success ? Object.keys(some.data) : []
  if (!some.success || names.some((name) => !guessed.names.includes(name))) throw malformed
  // What is said to be somewhere is nowhere else.
  const taken = new Set(Object.values(some.data))
  const fields = guessed.fields.map((field, i) => {
    const named = some.data[guessed.names[i] ?? '']
    if (named !== undefined) return named
    return field !== null && taken.has(field) ? null : field
  })
  return { ...guessed, fields }
}

/** A table as it was looked at: its first rows, and what its columns are taken for. */
export async function lookAtColumns({ files }: Pick<Desk, 'files'>, source: string, most: number) {
  const about = { publisher: null, language: null }
  return lookAtTable(textOf(files.open(source)), about, most)
}

/** What the columns of a table are taken for: as it is said, as it was for the same head before, or as it looks. */
async function aboutTable(desk: Desk, source: string, { publisher }: Said, mapping: string | null) {
  const { columns } = await lookAtColumns(desk, source, 0)
  const head = columns.hasHead ? sha256(JSON.stringify(columns.names)) : null
  const before = head && !mapping ? await desk.store.imports.mappingFor(head) : null
  const read = columnsInput.safeParse(before?.mapping && JSON.parse(before.mapping))
  const { delimiter, isQuoted } = columns
  const known = mapping
    ? saidColumns(mapping, columns)
    : read.success
      ? { ...read.data, delimiter, isQuoted }
      : columns
  const whose = publisher ?? before?.publisher ?? null
  return { head, mapping: JSON.stringify(known), publisher: whose }
}

/**
 * What a source is, and how it is read.
 * @throws Refusal `binary` where it is no text; `invalid` on `columns` where these are said wrongly, on `file`
 *   where it is what a desk exported
 */
export async function aboutSource(
  desk: Desk,
  source: string,
  said: Said,
  mapping: string | null,
): Promise<Pick<Import, 'format' | 'publisher' | 'head' | 'mapping'>> {
  const format = said.format ?? (await formatIn(desk.files.open(source)))
  if (!format) throw new Refusal('binary')
  if (format === 'riscontro') {
    throw new Refusal('invalid', { fields: { file: { code: 'desk_export' } } })
  }
  const { publisher } = said
  if (format !== 'table') return { format, publisher, head: null, mapping: null }
  return { format, ...(await aboutTable(desk, source, said, mapping)) }
}
