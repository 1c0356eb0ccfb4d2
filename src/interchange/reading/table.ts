import type { ColumnField, Columns } from '../../domain/columns.ts'
import type { RulingRecord } from '../../domain/ruling-record.ts'
import { type Addresses, addressesIn } from './addresses.ts'
import { assemble } from './assemble.ts'
import { isAbsent } from './columns.ts'
import { type Context, excerptOf } from './context.ts'
import { tableRows } from './table-records.ts'
import { plain } from './values.ts'

/** What keeps a spreadsheet from taking a text for a formula is no part of it. */
const withoutGuard = (cell: string): string => cell.replace(/^'(?=[=+\-@\t\r])/, '')

/** Reads rows by what their columns were said to be. */
class Reading {
  private readonly columns: Columns
  private readonly context: Context

  constructor(columns: Columns, context: Context) {
    this.columns = columns
    this.context = context
  }

  read(cells: string[], line: number): RulingRecord {
    const { names } = this.columns
    const extra = cells.slice(names.length)
    if (cells.length < names.length || extra.some((cell) => cell.trim() !== '')) {
      return { line, refused: 'columns', field: null, excerpt: rowOf(cells) }
    }
    const one = (field: ColumnField) => this.first(cells, field)
    const statement = this.cellsOf(cells, 'statement')[0]
    const record = assemble(
      {
        key: one('key'),
        statement: statement ? plain(statement) : null,
        label: one('label'),
        url: one('url'),
        site: one('publisher'),
        publisherName: one('publisherName') ?? nameIn(one('publisher')),
        title: one('title'),
        language: one('language') ?? this.columns.language,
        claimant: one('claimant'),
        claimantRole: one('claimantRole'),
        claimedOn: one('claimedOn'),
        reviewedOn: one('reviewedOn'),
        appearances: this.addresses(cells, 'appearance'),
        links: this.addresses(cells, 'link'),
        dayFirst: this.columns.dayFirst,
        original: JSON.stringify(this.named(cells)),
      },
      line,
      { ...this.context, publisher: this.columns.publisher ?? this.context.publisher },
    )
    return 'refused' in record && !statement ? { ...record, excerpt: rowOf(cells) } : record
  }

  private cellsOf(cells: string[], field: ColumnField): string[] {
    return this.columns.fields.flatMap((one, i) =>
      one === field ? [withoutGuard(cells[i] ?? '')] : [],
    )
  }

  private first(cells: string[], field: ColumnField): string | null {
    const [cell = ''] = this.cellsOf(cells, field)
    return isAbsent(cell) ? null : plain(cell)
  }

  private addresses(cells: string[], field: ColumnField): Addresses {
    const written = this.cellsOf(cells, field).filter((cell) => !isAbsent(cell))
    return addressesIn(written.flatMap(severalIn), null)
  }

  /** The row by the names of its columns; of those that are called the same the later ones by their number too. */
  private named(cells: string[]): Record<string, string> {
    const { names } = this.columns
    const unique = names.map((name, i) => (names.indexOf(name) === i ? name : `${name} (${i + 1})`))
    return Object.fromEntries(unique.map((name, i) => [name, cells[i] ?? '']))
  }
}

/** A row as it is shown where it was refused. */
const rowOf = (cells: string[]): string => excerptOf(cells.filter(Boolean).join(' | '))

/** The addresses that stand in one cell, whatever stands between them; where there are none, all of it. */
function severalIn(cell: string): string[] {
  const marks = /\s+|(?<![,;|])[,;|]+(?=https?:)/i
  const parts = cell.split(marks).map((part) => part.replace(/(?<![,;|])[,;|]+$/, ''))
  const addresses = parts.filter((part) => /^(?:https?:\/\/|www\.)/i.test(part))
  return addresses.length > 0 ? addresses : [cell]
}

/** What stands for a publisher and is no host is its name. */
const nameIn = (site: string | null): string | null =>
  site && !/^\S+\.\S+$/.test(site) ? site : null

/**
 * The rulings in a table (CSV, TSV) of any length, a row each; the head is none.
 * @param columns how it is read, as `lookAtTable` guesses it and a person corrects it
 */
export async function* readTable(
  chunks: AsyncIterable<string>,
  columns: Columns,
  context: Context,
): AsyncGenerator<RulingRecord> {
  const reading = new Reading(columns, context)
  let isHead = columns.hasHead
  for await (const { cells, line } of tableRows(chunks, columns)) {
    if (!isHead) yield reading.read(cells, line)
    isHead = false
  }
}
