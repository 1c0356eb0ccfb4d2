import { LEAST, MOST, type Piece, Walk } from './json-walk.ts'
import { looseJson } from './loose-json.ts'

/** How many lines are looked at to tell whether each is a record. */
const LINES = 5

/** Whether each line is a record by itself (NDJSON), by the first of them; null where more has to come. */
function isLines(text: string, isAll: boolean): boolean | null {
  const start = text.trimStart()
  if (start === '' && !isAll) return null
  if (!start.startsWith('{')) return false
  const lines = start.split('\n')
  const whole = lines.slice(0, isAll ? LINES : Math.min(LINES, lines.length - 1))
  const written = whole.filter((line) => line.trim() !== '')
  if (written.length > 1 && written.some((line) => looseJson(line))) return true
  // Each chunk is looked at from the beginning: a first line that goes on and on is no record.
  const isLong = text.length > (lines.length > 1 ? MOST : 4 * LEAST)
  return isAll || isLong || lines.length > LINES ? false : null
}

/** Records a line; one that is too long to be kept is given by its beginning. */
class Lines {
  private text = ''
  private line = 0
  private isLost = false

  private get next(): number {
    return this.line + 1
  }

  *take(chunk: string): Generator<Piece> {
    const lines = (this.text + chunk).split('\n')
    this.text = lines.pop() ?? ''
    for (const line of lines) yield* this.end(line)
    if (this.text.length <= MOST) return
    if (!this.isLost) yield { text: this.text.slice(0, LEAST), line: this.next, json: null }
    this.isLost = true
    this.text = ''
  }

  *finish(): Generator<Piece> {
    yield* this.end(this.text)
  }

  private *end(line: string): Generator<Piece> {
    this.line += 1
    const text = line.trim()
    if (!this.isLost && text) yield { text, line: this.line, json: looseJson(text) }
    this.isLost = false
  }
}

/**
 * The records of a JSON text of any length: NDJSON, a list, a DataFeed, an answer of Fact Check Tools, or one
 * value. No more than one record is held at a time, and a broken one ends where the next one begins, as far as
 * one can tell by how they begin.
 */
export async function* jsonPieces(chunks: AsyncIterable<string>): AsyncGenerator<Piece> {
  let head = ''
  let reader: Walk | Lines | null = null
  for await (const chunk of chunks) {
    if (reader) {
      yield* reader.take(chunk)
      continue
    }
    head += chunk
    const lines = isLines(head, false)
    if (lines === null) continue
    reader = lines ? new Lines() : new Walk()
    yield* reader.take(head)
    head = ''
  }
  if (!reader) {
    reader = isLines(head, true) ? new Lines() : new Walk()
    yield* reader.take(head)
  }
  yield* reader.finish()
}
