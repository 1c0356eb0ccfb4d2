import { z } from 'zod'
import { language } from './parse.ts'

/** What a column of a table of rulings can be. Of `appearance` and `link` there may be several. */
export const columnFields = [
  'key',
  'statement',
  'label',
  'claimant',
  'claimantRole',
  'claimedOn',
  'reviewedOn',
  'url',
  'title',
  'publisher',
  'publisherName',
  'language',
  'appearance',
  'link',
] as const
export type ColumnField = (typeof columnFields)[number]

export const delimiters = [',', ';', '\t', '|'] as const

/** How a table is read: guessed by looking at it, corrected by a person, kept with the import. */
export const columnsInput = z.object({
  delimiter: z.enum(delimiters),
  /** Whether `"` around a field is no part of it. */
  isQuoted: z.boolean(),
  hasHead: z.boolean(),
  /** The columns as the head names them, or by their numbers. */
  names: z.array(z.string().max(500)).min(1).max(500),
  /** What each of them is; null where it is left out. */
  fields: z.array(z.enum(columnFields).nullable()).max(500),
  /** Whether 03/04/2018 is the third of April; null where the file does not show it. */
  dayFirst: z.boolean().nullable(),
  /** For rows that name none: the publisher’s host, and the language (ISO 639). */
  publisher: z.string().max(300).nullable(),
  language: language.nullable(),
})
export type Columns = z.output<typeof columnsInput>

const repeated: readonly ColumnField[] = ['appearance', 'link']

/** What is wrong with a mapping, by what is missing or stands twice; nothing where it can be read by. */
export function columnFaults({
  fields,
}: Columns): { field: ColumnField; code: 'missing' | 'twice' }[] {
  const needed: ColumnField[] = ['statement', 'label']
  const missing = needed.filter((field) => !fields.includes(field))
  const twice = columnFields.filter(
    (field) => !repeated.includes(field) && fields.filter((one) => one === field).length > 1,
  )
  return [
    ...missing.map((field) => ({ field, code: 'missing' as const })),
    ...twice.map((field) => ({ field, code: 'twice' as const })),
  ]
}
