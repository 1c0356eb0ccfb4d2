/** Why a document cannot be read; the message is for whoever reads it at a terminal. */
export class UnreadableDocument extends Error {
  readonly code = 'unreadable'
}

/** A member of the document, or one element of its list of verdicts, as JSON. */
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
const NULL = Buffer.from('null')
const BOM = [0xef, 0xbb, 0xbf]

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

/** The bytes of a part as they come, a piece at a time. */
function gathered() {
  let pieces: Buffer[] = []
  let length = 0
  return {
    add(piece: Buffer): void {
      length += piece.length
      if (length > MOST) unreadable('Something in the file is larger than any verdict.')
      pieces.push(piece)
    },
    look: () => Buffer.concat(pieces),
    take(): Buffer {
      const whole = Buffer.concat(pieces)
      pieces = []
      length = 0
      return whole
    },
  }
}

/** `"verdicts":`, with what follows it still to come. */
const beginsVerdicts = (bytes: Buffer): boolean =>
  bytes.length < 1000 && /^\s*"verdicts"\s*:\s*$/.test(bytes.toString('latin1'))

/**
 * Reads a JSON object of any length part by part: each of its members, but of the list `verdicts`, which
 * stands as null among them, each element, so that no more than one of them is held at a time. However the document is laid out.
 * @throws UnreadableDocument where it is no such object, is cut off, or takes too much
 */
export async function* partsOf(source: AsyncIterable<Uint8Array>): AsyncGenerator<DocumentPart> {
  const part = gathered()
  /** How deep the parts lie: 0 before the object, 1 in it, 2 in its list, 3 after it. */
  let [level, depth, colons, first] = [0, 0, 0, 0]
  let [isString, isEscaped, isEmpty, afterList] = [false, false, true, false]

  for await (const chunk of source) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length)
    let from = 0
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at] ?? 0
      if (isString) {
        if (isEscaped) isEscaped = false
        else if (byte === BACKSLASH) isEscaped = true
        else if (byte === QUOTE) isString = false
        continue
      }
      if (isBlank(byte)) continue
      if (level === 0) {
        if (byte === BOM[first]) first += 1
        else if (byte !== OPEN) unreadable('The file is no JSON object.')
        else [level, depth, from] = [1, 1, at + 1]
        continue
      }
      if (depth === 0) unreadable('Something follows the end of the document.')
      if (byte === QUOTE) isString = true
      else if (byte === COLON) colons += 1
      const closes = byte === CLOSE || byte === CLOSE_LIST
      if (depth === level && (byte === COMMA || closes)) {
        part.add(bytes.subarray(from, at))
        from = at + 1
        // A list that ends, or an object without members, has nothing before its end.
        if (!(closes && isEmpty) && !afterList) {
          yield readPart(level === 2 ? 'verdicts' : 'document', part.take(), colons)
        } else if (part.take().some((one) => !isBlank(one))) unreadable('The file is no JSON.')
        colons = 0
        isEmpty = byte !== COMMA
        afterList = false
        if (closes) {
          if ((byte === CLOSE_LIST) !== (level === 2)) unreadable('The file is no JSON.')
          depth -= 1
          afterList = level === 2
          level = 1
        }
        continue
      }
      isEmpty = false
      if (byte === OPEN || byte === OPEN_LIST) {
        depth += 1
        if (depth > DEEPEST) unreadable('Lists lie too deep in the file.')
        if (byte === OPEN_LIST && level === 1 && depth === 2) {
          part.add(bytes.subarray(from, at))
          from = at
          if (beginsVerdicts(part.look())) {
            yield readPart('document', Buffer.concat([part.take(), NULL]), colons)
            ;[level, colons, from, isEmpty] = [2, 0, at + 1, true]
          }
        }
      } else if (closes) depth -= 1
    }
    if (depth > 0) part.add(Buffer.from(bytes.subarray(from)))
  }
  if (level === 0) unreadable('The file is empty.')
  if (depth > 0) unreadable('The file ends before its end: it was cut off.')
}
