import { z } from 'zod'
import { type Columns, columnFaults, columnFields } from '../../domain/columns.ts'
import { canImport, type Import, remapImport } from '../../domain/import.ts'
import { demand, has, type Member } from '../../domain/member.ts'
import { optionalLanguage, parse } from '../../domain/parse.ts'
import { Refusal } from '../../domain/refusal.ts'
import { actOf, known, type Read } from '../deciding.ts'
import type { Desk } from '../open.ts'
import { publisherHost } from './receiving.ts'
import { columnsOf } from './records.ts'
import { asRead, type Logging, letGo, lookThrough } from './running.ts'
import { lookAtColumns } from './sources.ts'

const PREVIEW = 3

/**
 * What the columns of a table are taken for, with its first rows.
 * @throws Refusal `forbidden`; `not_found` also where it is no table
 */
export async function readMapping(desk: Desk, member: Member, id: string) {
  demand(member, 'viewer')
  const one = known(await desk.store.imports.find(id))
  if (one.format !== 'table') throw new Refusal('not_found')
  const { rows } = await lookAtColumns(desk, one.sha256, PREVIEW)
  const may = has(member, 'editor') && canImport(one, 'remap')
  return { import: one, columns: columnsOf(one), rows, may }
}

const about = z.object({
  order: z.enum(['', 'day', 'month']).default(''),
  publisher: publisherHost,
  language: optionalLanguage,
})

const column = z.enum(['', ...columnFields])

/** The columns as a form says them. @throws Refusal `invalid`: of what cannot do without is missing, or twice */
function saidIn(columns: Columns, input: Record<string, unknown>) {
  const { order, publisher, language } = parse(about, input)
  const fields = columns.names.map((_, at) => {
    const name = `column-${at}`
    const said = parse(z.object({ [name]: column.default('') }), input)
    return said[name] || null
  })
  const dayFirst = order === '' ? null : order === 'day'
  const after: Columns = { ...columns, fields, dayFirst, language }
  const [fault] = columnFaults(after)
  if (fault) {
    const code = fault.code === 'missing' ? 'column_missing' : 'column_twice'
    const at = Math.max(0, fields.lastIndexOf(fault.field))
    throw new Refusal('invalid', {
      fields: { [`column-${at}`]: { code, values: { what: fault.field } } },
    })
  }
  return { mapping: JSON.stringify(after), publisher }
}

/**
 * Says what the columns of a table are: it is looked through anew by that.
 * @throws Refusal `forbidden`, `not_found`, `conflict`, `invalid`
 */
export async function remap(
  desk: Desk,
  member: Member,
  read: Read,
  input: Record<string, unknown>,
  logging: Logging = {},
): Promise<void> {
  // Whoever is long over the columns of a large table is not told that it was looked through meanwhile.
  const one = await asRead(desk, member, read, 'remap', ['look'])
  if (!one) return
  if (one.format !== 'table') throw new Refusal('not_found')
  const mapped = saidIn(columnsOf(one), input)
  const change = remapImport(one, mapped, actOf(desk, member))
  await letGo(desk, one.id)
  await desk.store.save([change])
  lookThrough(desk, member, known(await desk.store.imports.find(one.id)), logging)
}

/** Whether it is for a person to say what the columns of a table are: nobody has, of such a one. */
export async function isUnmapped({ store }: Desk, one: Import): Promise<boolean> {
  if (one.format !== 'table') return false
  return !one.head || (await store.imports.mappingFor(one.head, one.id)) === null
}
