import { looseJson } from './loose-json.ts'

/**
 * One record of a longer JSON text: what it says, or null where it is broken; `line` is its line where each
 * stands on its own, else its number.
 */
export type Piece = { text: string; line: number; json: { value: unknown } | null }

/** Lists whose elements are records, however long they are: of a DataFeed, and of Fact Check Tools answers. */
const LISTS = new Set(['dataFeedElement', 'claims', 'claimReviewMarkupPages'])
/** One that is read whole, as its nodes name one another, unless it is too long for that. */
const GRAPH = '@graph'

/** The longest record, in UTF-16 units; a ClaimReview has a few thousand. */
export const MOST = 4 * 1024 * 1024
/** What is left of that where broken records take it time and again. */
export const LEAST = 64 * 1024

const [TAB, LF, CR, SPACE] = [0x09, 0x0a, 0x0d, 0x20]
const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c]
const [OPEN_LIST, CLOSE_LIST, OPEN, CLOSE] = [0x5b, 0x5d, 0x7b, 0x7d]
const isBlank = (unit: number): boolean =>
  unit === SPACE || unit === LF || unit === CR || unit === TAB
const opens = (unit: number): boolean => unit === OPEN || unit === OPEN_LIST
const closes = (unit: number): boolean => unit === CLOSE || unit === CLOSE_LIST

/** How a record begins: its first name, and of `@type` or `@context` the value too, which others do not share. */
const BEGINNING = /^\{\s*("[^"]{1,60}")\s*:\s*(?:(?<="@[^:]*:\s*)("[^"]{1,100}"))?/

/** Where the next record begins in a broken one, as far as one can tell: where it reads as they do; or -1. */
function nextBeginning(text: string): number {
  const [, name, value] = BEGINNING.exec(text) ?? []
  if (!name) return -1
  const literal = (words: string) => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const again = new RegExp(
    `[}\\]]\\s*(?:,\\s*)?(\\{\\s*${literal(name)}\\s*:\\s*${literal(value ?? '')})`,
    'g',
  )
  again.lastIndex = 1
  const found = again.exec(text)
  return found ? found.index + found[0].length - (found[1]?.length ?? 0) : -1
}

/**
 * Walks a JSON text of any length and keeps no more of it than one record: an element of the list at the root,
 * or of one of `LISTS` in an object there; else the value itself. Several values may follow one another.
 */
export class Walk {
  private text = ''
  private at = 0
  /** What was gone into: lists whose elements are records, and the objects that such a list stands in. */
  private way: ('list' | 'object')[] = []
  /** Where the value begins that is being read, or -1. */
  private from = -1
  /** How deep in it lists and objects lie here. */
  private depth = 0
  private inString = false
  /** The name that was read last in the value itself. */
  private name = ''
  /** Where the string begins that may be its next name, or -1. */
  private nameFrom = -1
  /** Where a list begins in it that it is read by if it is too long, or -1. */
  private graph = -1
  /** Whether it is the rest of an object that was gone into, which is no record. */
  private isRest = false
  /** Whether it is too long to be kept. */
  private isLost = false
  private number = 0
  private most = MOST

  private get isKept(): boolean {
    return !this.isRest && !this.isLost
  }

  *take(chunk: string): Generator<Piece> {
    this.text += chunk
    yield* this.walk()
    while (this.from >= 0 && this.isKept && this.text.length - this.from > this.most) {
      yield* this.overflow()
    }
    this.forget()
  }

  *finish(): Generator<Piece> {
    while (this.from >= 0 && this.isKept) {
      yield* this.piece(this.text.slice(this.from), this.from)
      yield* this.walk()
    }
  }

  private forget(): void {
    const read = this.nameFrom >= 0 ? this.nameFrom : this.at
    const kept = this.from >= 0 && this.isKept ? this.from : read
    this.text = this.text.slice(kept)
    this.at -= kept
    this.nameFrom -= this.nameFrom >= 0 ? kept : 0
    this.graph -= this.graph >= 0 ? kept : 0
    if (this.from >= 0) this.from = 0
  }

  /** A record; where it is broken, what reads like the beginning of the next one is read again. */
  private *piece(text: string, from: number): Generator<Piece> {
    const json = looseJson(text)
    const next = json ? -1 : nextBeginning(text)
    this.number += 1
    this.reset(next < 0 ? this.at : from + next)
    yield { text: next < 0 ? text : text.slice(0, next), line: this.number, json }
  }

  /** Between values again, at a place. */
  private reset(at: number): void {
    this.at = at
    this.from = -1
    this.depth = 0
    this.inString = false
    this.nameFrom = -1
    this.isRest = false
    this.isLost = false
    this.graph = -1
  }

  private *overflow(): Generator<Piece> {
    if (this.graph >= 0) {
      this.goInto(this.graph)
      yield* this.walk()
      return
    }
    const text = this.text.slice(this.from)
    const next = nextBeginning(text)
    this.most = Math.max(LEAST, this.most / 2)
    this.number += 1
    yield { text: text.slice(0, next < 0 ? LEAST : next), line: this.number, json: null }
    if (next < 0) {
      this.isLost = true
      return
    }
    this.reset(this.from + next)
    yield* this.walk()
  }

  private *walk(): Generator<Piece> {
    while (this.at < this.text.length) {
      if (this.inString) {
        if (!this.pastString()) return
        continue
      }
      const unit = this.text.charCodeAt(this.at)
      if (this.from < 0) this.between(unit)
      else if (this.depth === 0) yield* this.inScalar(unit)
      else if (unit === QUOTE) this.beginString()
      else if (opens(unit)) this.goDown(unit)
      else if (closes(unit)) yield* this.goUp()
      else this.at += 1
    }
  }

  private between(unit: number): void {
    this.at += 1
    if (isBlank(unit) || unit === COMMA || unit === CLOSE) return
    if (unit === CLOSE_LIST) this.endList()
    else if (unit === OPEN_LIST && this.way.length === 0) this.way.push('list')
    else {
      this.from = this.at - 1
      this.depth = opens(unit) ? 1 : 0
      this.inString = unit === QUOTE
    }
  }

  private endList(): void {
    if (this.way.at(-1) === 'list') this.way.pop()
    if (this.way.at(-1) !== 'object') return
    this.isRest = true
    this.from = this.at
    this.depth = 1
  }

  private *inScalar(unit: number): Generator<Piece> {
    if (unit === QUOTE) this.inString = true
    if (unit === COMMA || closes(unit) || isBlank(unit)) yield* this.end()
    else this.at += 1
  }

  private beginString(): void {
    this.at += 1
    this.inString = true
    // Of names only those of the value itself are asked for.
    this.nameFrom = this.depth === 1 ? this.at : -1
  }

  /** Goes to the end of a string. @returns false where that is still to come */
  private pastString(): boolean {
    let end = this.text.indexOf('"', this.at)
    while (end >= 0 && this.isEscaped(end)) end = this.text.indexOf('"', end + 1)
    this.inString = end < 0
    if (end >= 0 && this.nameFrom >= 0) this.name = this.text.slice(this.nameFrom, end)
    if (end >= 0) this.nameFrom = -1
    // A backslash at the end escapes what comes, and is looked at again with it.
    this.at = end < 0 ? this.text.length - this.slashesBefore(this.text.length) : end + 1
    return end >= 0
  }

  private slashesBefore(end: number): number {
    let slashes = 0
    while (end - slashes > this.at && this.text.charCodeAt(end - slashes - 1) === BACKSLASH) {
      slashes += 1
    }
    return slashes
  }

  private isEscaped(at: number): boolean {
    return this.slashesBefore(at) % 2 === 1
  }

  private goDown(unit: number): void {
    const isMember = unit === OPEN_LIST && this.depth === 1
    const isObject = this.isRest || this.text.charCodeAt(this.from) === OPEN
    if (isMember && isObject && LISTS.has(this.name)) {
      this.goInto(this.at)
      return
    }
    if (isMember && this.name === GRAPH && this.graph < 0 && !this.isRest) this.graph = this.at
    this.depth += 1
    this.at += 1
  }

  /** Goes into a list of an object, of which no more is kept. */
  private goInto(at: number): void {
    if (!this.isRest) this.way.push('object')
    this.way.push('list')
    this.reset(at + 1)
  }

  private *goUp(): Generator<Piece> {
    this.depth -= 1
    this.at += 1
    if (this.depth === 0) yield* this.end()
  }

  /** A value ends here. */
  private *end(): Generator<Piece> {
    const { from } = this
    if (this.isRest) this.way.pop()
    if (this.isKept) yield* this.piece(this.text.slice(from, this.at), from)
    else this.reset(this.at)
  }
}
