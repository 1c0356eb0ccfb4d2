import { delimiters } from '../../domain/columns.ts'
import { type Dialect, type Row, tableRows } from './table-records.ts'

/** How many rows of a sample are looked at. */
const SAMPLED_ROWS = 400

async function* once(text: string): AsyncGenerator<string> {
  yield text
}

/** The first rows of a sample, parted in one way. */
export async function rowsIn(sample: string, dialect: Dialect): Promise<Row[]> {
  const rows: Row[] = []
  for await (const row of tableRows(once(sample), dialect)) {
    rows.push(row)
    if (rows.length >= SAMPLED_ROWS) break
  }
  return rows
}

/** The share of rows that have as many cells as most have, and how many that is. */
export function evenness(rows: Row[]): { share: number; width: number } {
  const widths = new Map<number, number>()
  for (const { cells } of rows) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1)
  const [width, times] = [...widths].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [0, 0]
  return { share: rows.length ? times / rows.length : 0, width }
}

/** How much of that is tried in every way that it could be parted in. */
const TRIED = 131_072

/**
 * Whether quotes around fields are no part of them: nearly every field that begins with one has to end with one,
 * with what is quoted within doubled; and something has to need them. Between tabs that is rare, and a quotation
 * that fills its field is not: there all fields are quoted, or none.
 */
function isQuotedWell(sample: string, delimiter: string): boolean {
  const part = delimiter === '|' ? '\\|' : delimiter
  const begins = new RegExp(`(?:^|${part}|\\n)"`, 'g')
  const whole = new RegExp(`(?:^|${part}|\\n)"(?:[^"]|"")*"(?=${part}|\\r?\\n|$)`, 'g')
  const quoted = sample.match(whole)?.length ?? 0
  const torn = sample.replace(whole, '').match(begins)?.length ?? 0
  if (delimiter !== '\t') return quoted > 0 && quoted >= torn * 20
  const fields = sample.match(/[^\t\r\n]+/g)?.length ?? 0
  return quoted > 0.9 * fields
}

/** Delimiter and quoting, by looking which of them part the sample most evenly. */
export async function dialectOf(whole: string): Promise<Dialect> {
  const sample =
    whole.length > TRIED ? whole.slice(0, whole.lastIndexOf('\n', TRIED) + 1) || whole : whole
  const tried: { dialect: Dialect; score: number }[] = []
  for (const delimiter of delimiters) {
    for (const isQuoted of [true, false]) {
      const { share, width } = evenness(await rowsIn(sample, { delimiter, isQuoted }))
      const isLikely = isQuoted === isQuotedWell(sample, delimiter)
      const score = share + (isLikely ? 0.05 : 0) + Math.min(width, 50) / 1000
      tried.push({ dialect: { delimiter, isQuoted }, score: width > 1 ? score : 0 })
    }
  }
  const [best] = tried.sort((a, b) => b.score - a.score)
  return best && best.score > 0 ? best.dialect : { delimiter: ',', isQuoted: true }
}
