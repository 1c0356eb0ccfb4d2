import {
  type Asked,
  type ExportFilters,
  readFilters,
  unnamedClaimants,
} from '../../domain/export-filters.ts'
import type { ExportFormat } from '../../domain/export-format.ts'
import { readMoment } from '../../domain/moment.ts'
import { together } from '../../domain/parse.ts'
import { type FieldCode, type FieldErrors, Refusal } from '../../domain/refusal.ts'
import {
  type CsvColumn,
  csvColumns,
  isCsvColumn,
  versionColumns,
} from '../../interchange/exports/csv.ts'
import { publicVerdict } from '../../interchange/verdict-export.ts'
import type { Store } from '../../store/store.ts'
import type { Desk } from '../open.ts'

const refused = (name: string, code: FieldCode, values?: { max: number }): Refusal =>
  new Refusal('invalid', { fields: { [name]: values ? { code, values } : { code } } })

/** @throws Refusal `invalid` on each filter that names something that this desk does not know */
async function demandKnown(store: Store, filters: ExportFilters): Promise<void> {
  const { rating, article, claimant } = filters
  const recorded = claimant.filter((one) => !unnamedClaimants.some((kind) => kind === one))
  const known: Record<string, [asked: string[], found: { id: string }[]]> = {
    rating: [rating, rating.length ? await store.desks.scale() : []],
    article: [article, await store.articles.byIds(article)],
    claimant: [recorded, await store.claimants.byIds(recorded)],
  }
  const fields: FieldErrors = {}
  for (const [name, [asked, found]] of Object.entries(known)) {
    const ids = new Set(found.map(({ id }) => id))
    if (!asked.every((id) => ids.has(id))) fields[name] = { code: 'not_here' }
  }
  if (Object.keys(fields).length > 0) throw new Refusal('invalid', { fields })
}

/** @throws Refusal `invalid` */
function momentIn(desk: Desk, asOf: Asked[string]): string | null {
  const [moment, ...more] = [asOf ?? []].flat()
  if (more.length > 0) throw refused('asOf', 'too_many', { max: 1 })
  return moment === undefined
    ? null
    : readMoment(moment, { timeZone: desk.timeZone, now: desk.now() })
}

/** How many columns and members can be chosen. */
const MANY = 200

/** Names that are written one after the other, parted by commas or as several values; null where none are. */
function namesIn<Name extends string>(
  name: string,
  asked: Asked[string],
  isOne: (text: string) => text is Name,
): Name[] | null {
  if (asked === undefined) return null
  const names = [asked].flat().flatMap((text) => text.split(',').map((one) => one.trim()))
  if (names.length > MANY) throw refused(name, 'too_many', { max: MANY })
  const known = names.filter(isOne)
  if (known.length < names.length) throw refused(name, 'no_column')
  return [...new Set(known)]
}

const members = [...Object.keys(publicVerdict.shape), 'ledger']
const isMember = (name: string): name is string => members.includes(name)

/** Which formats each choice of what stands in a document is for. */
const choices: Record<string, ExportFormat[]> = {
  columns: ['csv'],
  bom: ['csv'],
  fields: ['json', 'ndjson'],
}

/** The columns of CSV that are chosen, in their order; null where none are. @throws Refusal `invalid` */
export const columnsIn = (asked: Asked[string]): CsvColumn[] | null =>
  namesIn('columns', asked, isCsvColumn)

/** What of each verdict is written. @throws Refusal `invalid` */
function partsIn(format: ExportFormat, asked: Asked, isDelta: boolean) {
  const chosen = columnsIn(asked.columns)
  const usual = isDelta ? csvColumns : versionColumns
  const [bom = 'no', ...more] = [asked.bom ?? []].flat()
  if (more.length > 0 || !['yes', 'no'].includes(bom)) throw refused('bom', 'unknown_choice')
  for (const [name, formats] of Object.entries(choices)) {
    if (asked[name] !== undefined && !formats.includes(format)) throw refused(name, 'no_filter')
  }
  return {
    columns: chosen ?? usual,
    bom: bom === 'yes',
    fields: namesIn('fields', asked.fields, isMember),
  }
}

/**
 * What an export is asked for.
 * @throws Refusal `invalid` on each that is wrong, or names what is not on the desk
 */
export async function readAsked(
  desk: Desk,
  format: ExportFormat,
  { asOf, since, columns, bom, fields, ...filters }: Asked,
) {
  const moment = () => momentIn(desk, asOf)
  const parts = () => partsIn(format, { columns, bom, fields }, since !== undefined)
  together(moment, parts, () => readFilters(filters))
  const read = readFilters(filters)
  await demandKnown(desk.store, read)
  return { filters: read, asOf: moment(), parts: parts() }
}
