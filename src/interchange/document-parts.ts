/** Why a document cannot be read; the message is for whoever reads it at a terminal. */
export class UnreadableDocument extends Error {
  readonly code = 'unreadable'
}

/** A member of the document as an object of its own, or one element of its list of verdicts. */
export type DocumentPart = {
  of: 'document' | 'verdicts'
  value: unknown
  /** Whether a name stands twice in an object of it: readers differ in which of the two they take. */
  isDouble: boolean
}

/** The largest part that is read, in bytes, and how deep its lists and objects may lie. */
const MOST = 64 * 1024 * 1024
const DEEPEST = 100

const [QUOTE, BACKSLASH, COLON, COMMA] = [0x22, 0x5c, 0x3a, 0x2c]
const [OPEN_LIST, CLOSE_LIST, OPEN, CLOSE] = [0x5b, 0x5d, 0x7b, 0x7d]
const isBlank = (byte: number): boolean =>
  byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09
const BOM = [0xef, 0xbb, 0xbf]
const NULL = Buffer.from('null')

const unreadable = (why: string): never => {
  throw new UnreadableDocument(why)
}

/** How many members the objects in a value have. */
function membersIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  const values = Object.values(value)
  const within = values.reduce((sum: number, one) => sum + membersIn(one), 0)
  return Array.isArray(value) ? within : values.length + within
}

/** @param colons how many stand outside of its strings: one a member, whatever a reader makes of them */
function readPart(of: DocumentPart['of'], bytes: Buffer, colons: number): DocumentPart {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    const value: unknown = JSON.parse(of === 'document' ? `{${text}}` : text)
    if (of === 'document' && Object.keys(Object(value)).length !== 1) throw new Error('no member')
    return { of, value, isDouble: membersIn(value) !== colons }
  } catch {
    return unreadable('The file is no JSON, or was damaged.')
  }
}

/** Bytes, with whatever blanks stand around it. */
const LONGEST_NAME = 1000

/** `"verdicts":`, with what follows it still to come. */
const beginsVerdicts = (bytes: Buffer): boolean =>
  /^\s*"verdicts"\s*:\s*$/.test(bytes.toString('latin1'))

const endsPart = (byte: number): boolean => byte === COMMA || byte === CLOSE || byte === CLOSE_LIST

/** What was read of a document so far. */
class Reading {
  /** How deep the parts lie: 0 before the object, 1 in it, 2 in its list of verdicts. */
  private level = 0
  private depth = 0
  private colons = 0
  private bom = 0
  /** How a string stands: outside, inside, or after a backslash in it. */
  private string: 'out' | 'in' | 'escaped' = 'out'
  /** What stands in a part so far: nothing, something, or a list whose elements were parts. */
  private has: 'nothing' | 'something' | 'parts' = 'nothing'
  private pieces: Buffer[] = []
  private length = 0

  /** Nothing more comes. */
  finish(): void {
    if (this.level === 0) unreadable('The file is empty.')
    if (this.depth > 0) unreadable('The file ends before its end: it was cut off.')
  }

  /** Reads on, and gives the parts that end there. */
  *read(bytes: Buffer): Generator<DocumentPart> {
    let from = 0
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at] ?? 0
      if (this.string !== 'out') this.inString(byte)
      else if (isBlank(byte)) continue
      else if (this.level === 0) from = this.begins(byte) ? at + 1 : from
      else if (this.depth === 0) unreadable('Something follows the end of the document.')
      else if (this.depth === this.level && endsPart(byte)) {
        this.keep(bytes.subarray(from, at))
        from = at + 1
        yield* this.end(byte)
      } else if (this.goesDown(byte)) {
        this.keep(bytes.subarray(from, at))
        from = at
        if (this.length > LONGEST_NAME || !beginsVerdicts(Buffer.concat(this.pieces))) continue
        yield readPart('document', Buffer.concat([this.take(), NULL]), this.colons)
        from = at + 1
        this.level = 2
        this.colons = 0
        this.has = 'nothing'
      }
    }
    // The bytes may be written over before the part ends.
    if (this.depth > 0) this.keep(Buffer.from(bytes.subarray(from)))
  }

  private keep(piece: Buffer): void {
    this.length += piece.length
    if (this.length > MOST) unreadable('Something in the file is larger than any verdict.')
    this.pieces.push(piece)
  }

  private take(): Buffer {
    const whole = Buffer.concat(this.pieces)
    this.pieces = []
    this.length = 0
    return whole
  }

  private inString(byte: number): void {
    if (this.string === 'escaped') this.string = 'in'
    else if (byte === BACKSLASH) this.string = 'escaped'
    else if (byte === QUOTE) this.string = 'out'
  }

  /** Whether the document begins here; a byte order mark may stand before it. */
  private begins(byte: number): boolean {
    if (byte === BOM[this.bom]) {
      this.bom += 1
      return false
    }
    if (byte !== OPEN) unreadable('The file is no JSON object.')
    this.level = 1
    this.depth = 1
    return true
  }

  /** A part ends, and with it what it stands in, unless another one follows. */
  private *end(byte: number): Generator<DocumentPart> {
    const [closes, had, bytes] = [byte !== COMMA, this.has, this.take()]
    if (had === 'parts') {
      if (!bytes.every(isBlank)) unreadable('The file is no JSON.')
    } else if (had === 'something' || !closes) {
      yield readPart(this.level === 2 ? 'verdicts' : 'document', bytes, this.colons)
    }
    this.colons = 0
    // After a comma something has to come.
    this.has = closes ? 'nothing' : 'something'
    if (!closes) return
    if ((byte === CLOSE_LIST) !== (this.level === 2)) unreadable('The file is no JSON.')
    if (this.level === 2) this.has = 'parts'
    this.level = 1
    this.depth -= 1
  }

  /** Takes a byte of a part. @returns whether it opens what may be the list of verdicts */
  private goesDown(byte: number): boolean {
    if (this.has === 'nothing') this.has = 'something'
    if (byte === QUOTE) this.string = 'in'
    else if (byte === COLON) this.colons += 1
    else if (byte === CLOSE || byte === CLOSE_LIST) this.depth -= 1
    if (byte !== OPEN && byte !== OPEN_LIST) return false
    this.depth += 1
    if (this.depth > DEEPEST) unreadable('Lists lie too deep in the file.')
    return byte === OPEN_LIST && this.level === 1 && this.depth === 2
  }
}

/**
 * Reads a JSON object of any length part by part: each of its members, but of the list `verdicts`, which
 * stands as null among them, each element, so that no more than one of them is held at a time. However
 * the document is laid out.
 * @throws UnreadableDocument where it is no such object, is cut off, or takes too much
 */
export async function* partsOf(source: AsyncIterable<Uint8Array>): AsyncGenerator<DocumentPart> {
  const reading = new Reading()
  for await (const { buffer, byteOffset, length } of source) {
    yield* reading.read(Buffer.from(buffer, byteOffset, length))
  }
  reading.finish()
}
