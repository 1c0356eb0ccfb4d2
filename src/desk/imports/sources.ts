import { z } from 'zod'
import { type Columns, columnFields, columnsInput } from '../../domain/columns.ts'
import type { Import, ImportFormat } from '../../domain/import.ts'
import { Refusal } from '../../domain/refusal.ts'
import { addressIn } from '../../interchange/reading/addresses.ts'
import { lookAtTable } from '../../interchange/reading/columns.ts'
import { wholeOf } from '../../interchange/reading/decoded.ts'
import { SCHEMA_ID } from '../../interchange/verdict-export.ts'
import { sha256 } from '../../store/seal.ts'
import type { Desk } from '../open.ts'
import { textOf } from './records.ts'

/** How a source is to be read, where it is said. */
export type Said = { format: ImportFormat | null; publisher: string | null }

/** How much of a source is looked at to find out what it is, in UTF-16 units. */
const SAMPLE = 65_536

const isListed = (beginning: string): boolean => {
  const lines = beginning.split(/\r?\n/).slice(0, -1).filter(Boolean)
  return lines.length > 0 && lines.every((line) => addressIn(line.trim()) !== null)
}

/** What a source is, by how it begins. */
function formatOf(beginning: string): ImportFormat {
  const text = beginning.trimStart()
  if (/^[[{]/.test(text))
    return text.slice(0, 2000).includes(SCHEMA_ID) ? 'riscontro' : 'claimreview'
  if (/^<(\?xml|!--|urlset|sitemapindex)/i.test(text) && /<(urlset|sitemapindex)\b/i.test(text)) {
    return 'sitemap'
  }
  if (/^</.test(text)) return 'page'
  return isListed(`${text}\n`) ? 'sitemap' : 'csv'
}

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
 * @throws Refusal `invalid` on `columns` where these are said wrongly
 */
export async function aboutSource(
  desk: Desk,
  source: string,
  said: Said,
  mapping: string | null,
): Promise<Pick<Import, 'format' | 'publisher' | 'head' | 'mapping'>> {
  const beginning = said.format ?? (await wholeOf(textOf(desk.files.open(source)), SAMPLE))
  const format = said.format ?? formatOf(beginning)
  const { publisher } = said
  if (format !== 'csv') return { format, publisher, head: null, mapping: null }
  return { format, ...(await aboutTable(desk, source, said, mapping)) }
}
