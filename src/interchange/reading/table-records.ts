import { parse } from 'csv-parse/sync'
import type { Columns } from '../../domain/columns.ts'

/** How a table is parted into fields. */
export type Dialect = Pick<Columns, 'delimiter' | 'isQuoted'>

/** One row, with the line that it begins on, from 1. */
export type Row = { line: number; cells: string[] }

/** How far a quoted field may go on; beyond that its quote was meant as a letter. */
const MOST_LINES = 500
/** What is left of that where quotes that never close take it time and again. */
const LEAST_LINES = 8
const MOST_LETTERS = 262_144
/** The longest line. */
const LONGEST = 4_000_000
/** Rows are parsed together, as that is faster: this many UTF-16 units of them. */
const TOGETHER = 65_536

/** The text of a row. @property isPlain quotes in it are letters */
type Text = { line: number; text: string; isPlain: boolean }

/**
 * How a row stands at the end of a line: a quoted field is open; all is closed; or torn, where a quote that was
 * opened on another line closes in the middle of a field, and so was a letter.
 * @param isOpen whether the line begins within a quoted field
 */
function standingOf(line: string, delimiter: string, isOpen: boolean): 'open' | 'closed' | 'torn' {
  let at = 0
  let isInside = isOpen
  while (at < line.length) {
    if (isInside || line[at] === '"') {
      const end = endOfQuoted(line, isInside ? at - 1 : at)
      if (end < 0) return 'open'
      if (isInside && end < line.length && line[end] !== delimiter) return 'torn'
      at = end
      isInside = false
    }
    const next = line.indexOf(delimiter, at)
    if (next < 0) return 'closed'
    at = next + 1
  }
  return 'closed'
}

/** Where a quoted field ends, or where its quote shows to be a letter; -1 where neither is told yet. */
function endOfQuoted(text: string, from: number): number {
  let at = text.indexOf('"', from + 1)
  while (at >= 0) {
    const next = text[at + 1]
    if (next !== '"') return at + 1
    at = text.indexOf('"', at + 2)
  }
  return at
}

/** Parts a table into the texts of its rows: lines, or several where a quoted field goes on over their ends. */
class Splitting {
  private readonly dialect: Dialect
  private rest = ''
  private line = 0
  /** Lines of a row that is not whole. */
  private held: string[] = []
  private length = 0
  private most = MOST_LINES

  constructor(dialect: Dialect) {
    this.dialect = dialect
  }

  private get first(): number {
    return this.line - this.held.length + 1
  }

  *take(chunk: string): Generator<Text> {
    const lines = (this.rest + chunk).split('\n')
    this.rest = lines.pop() ?? ''
    for (const line of lines) yield* this.add(line)
    if (this.rest.length <= LONGEST) return
    yield* this.add(this.rest)
    this.rest = ''
  }

  *finish(): Generator<Text> {
    if (this.rest) yield* this.add(this.rest)
    while (this.held.length > 0) yield* this.giveUp()
  }

  private *add(written: string): Generator<Text> {
    const line = written.endsWith('\r') ? written.slice(0, -1) : written
    this.line += 1
    this.held.push(line)
    this.length += line.length
    if (!this.dialect.isQuoted || (this.held.length === 1 && !line.includes('"'))) {
      yield* this.end()
      return
    }
    const standing = line.includes('"')
      ? standingOf(line, this.dialect.delimiter, this.held.length > 1)
      : 'open'
    const isTooLong = this.held.length > this.most || this.length > MOST_LETTERS
    if (standing === 'closed') {
      if (this.held.length > 1) this.most = MOST_LINES
      yield* this.end()
    } else if (standing === 'torn') yield* this.giveUp()
    else if (isTooLong) {
      // Where that happens time and again, each line is not looked at with hundreds after it.
      this.most = Math.max(LEAST_LINES, this.most / 2)
      yield* this.giveUp()
    }
  }

  private *end(): Generator<Text> {
    const text = this.held.join('\n')
    const line = this.first
    this.held = []
    this.length = 0
    if (text !== '') yield { line, text, isPlain: !this.dialect.isQuoted }
  }

  /** Of a row that never ends the first line is one by itself, and the others are looked at again. */
  private *giveUp(): Generator<Text> {
    const [first = '', ...others] = this.held
    const line = this.first
    this.held = []
    this.length = 0
    this.line -= others.length
    if (first !== '') yield { line, text: first, isPlain: true }
    for (const other of others) yield* this.add(other)
  }
}

function fieldsOf(texts: string[], delimiter: string, isPlain: boolean): string[][] {
  return parse(texts.join('\n'), {
    delimiter,
    quote: isPlain ? null : '"',
    relax_quotes: true,
    relax_column_count: true,
    record_delimiter: '\n',
  })
}

/** Rows of texts that quotes mean the same in; each by itself where they do not come apart again as they should. */
function rowsOf(texts: Text[], { delimiter }: Dialect): Row[] {
  const isPlain = texts[0]?.isPlain ?? true
  const together = partedOr(() =>
    fieldsOf(
      texts.map(({ text }) => text),
      delimiter,
      isPlain,
    ),
  )
  if (together?.length === texts.length) {
    return texts.map(({ line }, i) => ({ line, cells: together[i] ?? [] }))
  }
  return texts.map(({ line, text }) => {
    const alone = partedOr(() => fieldsOf([text], delimiter, isPlain))
    return { line, cells: alone?.length === 1 ? (alone[0] ?? []) : text.split(delimiter) }
  })
}

function partedOr(parted: () => string[][]): string[][] | null {
  try {
    return parted()
  } catch {
    return null
  }
}

/**
 * The rows of a table of any length, blank lines left out. A quote that is never closed costs its own row and no
 * other.
 */
export async function* tableRows(
  chunks: AsyncIterable<string>,
  dialect: Dialect,
): AsyncGenerator<Row> {
  const splitting = new Splitting(dialect)
  let waiting: Text[] = []
  let length = 0
  function* add(texts: Iterable<Text>): Generator<Row> {
    for (const text of texts) {
      const isOther = waiting[0] && waiting[0].isPlain !== text.isPlain
      if (isOther || length > TOGETHER) {
        yield* rowsOf(waiting, dialect)
        waiting = []
        length = 0
      }
      waiting.push(text)
      length += text.text.length
    }
  }
  for await (const chunk of chunks) yield* add(splitting.take(chunk))
  yield* add(splitting.finish())
  if (waiting.length > 0) yield* rowsOf(waiting, dialect)
}
