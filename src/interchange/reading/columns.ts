import type { ColumnField, Columns } from '../../domain/columns.ts'
import { readDay } from '../../domain/told-day.ts'
import { addressIn } from './addresses.ts'
import { fieldNamed } from './column-names.ts'
import { wholeOf } from './decoded.ts'
import { dialectOf, evenness, rowsIn } from './dialect.ts'
import type { Row } from './table-records.ts'

/** How much of a table is looked at, in UTF-16 units. */
const SAMPLE = 524_288

/** What is in the cells of a column, as far as it can be told by looking. */
type Content = {
  addresses: number
  dates: number
  distinct: number
  length: number
  filled: number
}

const anyDate = { timeZone: 'UTC', dayFirst: true, language: null }
const looksDated = (cell: string): boolean =>
  /\d{4}|\d[/.-]\d/.test(cell) && readDay(cell, anyDate) !== null

function contentOf(cells: string[]): Content {
  const filled = cells.filter((cell) => !isAbsent(cell))
  const share = (is: (cell: string) => boolean) => filled.filter(is).length / (filled.length || 1)
  return {
    addresses: share((cell) => addressIn(cell) !== null),
    dates: share((cell) => cell.length < 60 && looksDated(cell)),
    distinct: new Set(filled).size / (filled.length || 1),
    length: filled.reduce((sum, cell) => sum + cell.length, 0) / (filled.length || 1),
    filled: filled.length,
  }
}

/** What people and programs write where nothing is. */
const ABSENT = new Set([
  '',
  '-',
  '–',
  '—',
  'none',
  'null',
  'nil',
  'n/a',
  'na',
  'nan',
  'no_link',
  'n.d.',
  '?',
])

export const isAbsent = (cell: string): boolean => ABSENT.has(cell.trim().toLowerCase())

const hasHeadIn = (rows: Row[]): boolean => {
  const first = rows[0]?.cells ?? []
  if (first.some((cell) => fieldNamed(cell) !== null)) return true
  const isName = (cell: string) =>
    cell.trim() !== '' &&
    cell.length < 60 &&
    !addressIn(cell) &&
    !looksDated(cell) &&
    !/^\d+$/.test(cell)
  return rows.length > 1 && first.every(isName) && new Set(first).size === first.length
}

const isDated = (field: ColumnField | null): boolean =>
  field === 'claimedOn' || field === 'reviewedOn'

/** Chooses what each column is: first by its name, where its content does not speak against it. */
class Choosing {
  readonly fields: (ColumnField | null)[]
  private readonly contents: Content[]

  constructor(names: string[], contents: Content[]) {
    this.contents = contents
    this.fields = names.map(() => null)
    for (const [i, name] of names.entries()) {
      const field = fieldNamed(name)
      if (field && this.suits(field, contents[i])) this.choose(field, i)
    }
  }

  private suits(field: ColumnField, content: Content | undefined): boolean {
    if (!content || content.filled === 0) return true
    if (['url', 'link', 'appearance'].includes(field)) return content.addresses > 0.2
    if (isDated(field)) return content.dates > 0.2
    return content.addresses < 0.8 || field === 'publisher' || field === 'key'
  }

  private choose(field: ColumnField, i: number): void {
    const isTaken = this.fields.includes(field) && field !== 'link' && field !== 'appearance'
    this.fields[i] = isTaken && field === 'url' ? 'link' : isTaken ? null : field
  }

  /** Of the columns that are nothing yet the one with most of something, where it has enough. */
  private best(measure: (content: Content) => number, least: number): number {
    const measured = this.contents.map((one, i) =>
      this.fields[i] === null && one.filled > 0 ? measure(one) : 0,
    )
    const most = Math.max(0, ...measured)
    return most >= least ? measured.indexOf(most) : -1
  }

  /** What no name told, by what is in the columns. */
  fill(): void {
    this.fillWith('url', ({ addresses, distinct }) => addresses * distinct, 0.8)
    this.fillWith('reviewedOn', ({ dates }) => dates, 0.8)
    this.fillWith(
      'label',
      ({ distinct, length, addresses, dates }) =>
        length < 40 && addresses < 0.2 && dates < 0.2 ? 1 - distinct : 0,
      0.5,
    )
    this.fillWith('statement', ({ length, addresses }) => (addresses < 0.2 ? length : 0), 25)
  }

  private fillWith(field: ColumnField, measure: (content: Content) => number, least: number): void {
    if (this.fields.includes(field)) return
    const i = this.best(measure, least)
    if (i >= 0) this.fields[i] = field
  }
}

/** Whether the dates of a table begin with the day, where one of them can be read in no other order. */
function orderIn(cells: string[]): boolean | null {
  const numbers = cells.flatMap((cell) => {
    const [, first, second] = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}(?!\d)/.exec(cell) ?? []
    return first && second ? [[Number(first), Number(second)] as const] : []
  })
  const isDayFirst = numbers.some(([first]) => first > 12)
  const isMonthFirst = numbers.some(([, second]) => second > 12)
  return isDayFirst === isMonthFirst ? null : isDayFirst
}

/** A table as it was looked at: how it would be read, and its first rows. */
export type Preview = { columns: Columns; rows: string[][] }

/**
 * Looks at the beginning of a table: delimiter, quoting, head, what the columns are, and the order of its dates.
 * All of it is a guess, to be shown to a person beside the rows.
 * @param most how many rows to give
 */
export async function lookAtTable(
  chunks: AsyncIterable<string>,
  context: Pick<Columns, 'publisher' | 'language'>,
  most = 10,
): Promise<Preview> {
  const text = await wholeOf(chunks, SAMPLE)
  // A last line that was cut tells nothing.
  const sample = text.length < SAMPLE ? text : text.slice(0, text.lastIndexOf('\n') + 1) || text
  const dialect = await dialectOf(sample)
  const rows = await rowsIn(sample, dialect)
  const hasHead = hasHeadIn(rows)
  const { width } = evenness(rows)
  const head = hasHead
    ? (rows[0]?.cells ?? [])
    : Array.from({ length: width }, (_, i) => String(i + 1))
  const names = head.slice(0, 500).map((name) => name.trim().slice(0, 500))
  const body = rows.slice(hasHead ? 1 : 0).map(({ cells }) => cells)
  const columnOf = (i: number) => body.map((cells) => cells[i] ?? '')
  const choosing = new Choosing(
    names,
    names.map((_, i) => contentOf(columnOf(i))),
  )
  choosing.fill()
  const { fields } = choosing
  const dayFirst = orderIn(fields.flatMap((field, i) => (isDated(field) ? columnOf(i) : [])))
  return {
    columns: {
      ...dialect,
      hasHead,
      names: names.length > 0 ? names : ['1'],
      fields,
      dayFirst,
      ...context,
    },
    rows: body.slice(0, most),
  }
}
