import { withFewMarks } from '../marks.ts'
import { kindOf, kinds } from './letters.ts'

/**
 * A text in its words, whatever its typography. Made once, it serves any number of searches.
 * Places are the numbers of words; `starts` and `ends` say where each stands, in code points.
 */
export type Folded = {
  text: string
  /** How many words and signs there are. */
  length: number
  /** Which word stands at each place, by number. */
  ids: Int32Array
  starts: Int32Array
  ends: Int32Array
  /** Where each begins in UTF-16 units, to read it. */
  units: Int32Array
  /** 1 where a line begins with this word. */
  lines: Uint8Array
  /** What the numbers mean, both ways. */
  names: string[]
  numbers: Map<string, number>
  /** 1 for each number that is a word or a figure, 0 for a sign. */
  isWord: number[]
  /** The places of the word `id`: `places[first[id] … first[id + 1])`. */
  first: Int32Array
  places: Int32Array
}

const IGNORED = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g

/** A word as it reads: without what is not there to be read, its accents composed. */
export const written = (word: string): string =>
  withFewMarks(word.replace(IGNORED, '')).normalize('NFC')

/** What stands next to one another as one word or sign: where it ends, and what it is called. */
type Token = { to: number; points: number; name: string; word: boolean }

const width = (code: number): number => (code > 0xffff ? 2 : 1)

/** The code point at a place of UTF-16 units; -1 past the end. */
const codeAt = (text: string, at: number): number => text.codePointAt(at) ?? -1

/** A word or a figure: letters, digits, the marks on them, and what stands between the digits of one. */
function wordAt(text: string, from: number): Token {
  let [at, points, to, counted] = [from, 0, from, 0]
  let [plain, digit] = [true, false]
  for (;;) {
    const code = at < text.length ? codeAt(text, at) : -1
    const kind = code < 0 ? kinds.space : kindOf(code)
    if (kind === kinds.letter || kind === kinds.digit) {
      digit = kind === kinds.digit
      if (code >= 0x300) plain = false
      at += width(code)
      points += 1
      ;[to, counted] = [at, points]
    } else if (kind === kinds.ignored) {
      plain = false
      at += width(code)
      points += 1
    } else if (digit && to === at && (code === 0x2e || code === 0x2c) && digitAt(text, at + 1)) {
      at += 1
      points += 1
    } else break
  }
  const raw = text.slice(from, to)
  const name = plain ? raw : written(raw)
  return { to, points: counted, name, word: true }
}

const digitAt = (text: string, at: number): boolean => {
  const code = codeAt(text, at)
  return code >= 0 && kindOf(code) === kinds.digit
}

/** A sign: quotes of any shape are one sign, dashes of any length, and `…` is three dots. */
function signAt(text: string, from: number, code: number, kind: number): Token {
  const sign = (name: string, points = 1) => ({ to: from + points, points, name, word: false })
  if (kind === kinds.quote) return sign("'")
  if (kind === kinds.dash) {
    let to = from + 1
    while (to < text.length && kindOf(text.charCodeAt(to)) === kinds.dash) to += 1
    return sign('-', to - from)
  }
  if (code === 0x2026) return sign('…')
  if (code === 0x2e && text.startsWith('...', from)) return sign('…', 3)
  const to = from + width(code)
  const name = text.slice(from, to).normalize('NFC')
  return { to, points: 1, name, word: kind === kinds.alone }
}

/** Numbers for words, in the order in which they are first met. */
class Names {
  readonly names: string[] = []
  readonly numbers = new Map<string, number>()
  readonly isWord: number[] = []

  numberOf(name: string, word: boolean): number {
    const known = this.numbers.get(name)
    if (known !== undefined) return known
    const id = this.names.length
    this.numbers.set(name, id)
    this.names.push(name)
    this.isWord.push(word ? 1 : 0)
    return id
  }
}

/** Where each word stands, in order, as one list that is cut by `first`. */
function placesById(ids: Int32Array, names: number): Pick<Folded, 'first' | 'places'> {
  const first = new Int32Array(names + 2)
  for (const id of ids) first[id + 2] = (first[id + 2] ?? 0) + 1
  for (let id = 2; id < first.length; id++) first[id] = (first[id] ?? 0) + (first[id - 1] ?? 0)
  const places = new Int32Array(ids.length)
  for (let at = 0; at < ids.length; at++) {
    const id = (ids[at] ?? 0) + 1
    const next = first[id] ?? 0
    places[next] = at
    first[id] = next + 1
  }
  return { first: first.subarray(0, names + 1), places }
}

/**
 * Cuts a text into words and signs so that typography makes no difference: « » “ ” ‘ ’ are one sign,
 * so are dashes of any length, `…` and three dots; white space only divides, soft hyphens and
 * zero-width characters are not there, accents are composed (Unicode NFC). Capitals, digits and
 * accents themselves are kept. A figure is one word with its points and commas (15.000 is not 15),
 * and so is each sign of a script that puts no blanks between words.
 * @param text any text; 1 MB takes some tens of milliseconds, however it repeats itself
 */
export function folded(text: string): Folded {
  const all = new Names()
  const size = text.length
  const [ids, starts, ends] = [new Int32Array(size), new Int32Array(size), new Int32Array(size)]
  const units = new Int32Array(size)
  const lines = new Uint8Array(size)
  let [at, point, count, line] = [0, 0, 0, 1]
  while (at < size) {
    const code = codeAt(text, at)
    const kind = kindOf(code)
    if (kind === kinds.space || kind === kinds.ignored) {
      if (code === 10 || code === 13 || code === 0x2029) line = 1
      at += width(code)
      point += 1
      continue
    }
    const inWord = kind === kinds.letter || kind === kinds.digit
    const token = inWord ? wordAt(text, at) : signAt(text, at, code, kind)
    ids[count] = all.numberOf(token.name, token.word)
    starts[count] = point
    units[count] = at
    point += token.points
    ends[count] = point
    lines[count] = line
    ;[at, line, count] = [token.to, 0, count + 1]
  }
  const kept = ids.slice(0, count)
  return {
    text,
    length: count,
    ids: kept,
    starts: starts.slice(0, count),
    ends: ends.slice(0, count),
    units: units.slice(0, count),
    lines: lines.slice(0, count),
    names: all.names,
    numbers: all.numbers,
    isWord: all.isWord,
    ...placesById(kept, all.names.length),
  }
}
