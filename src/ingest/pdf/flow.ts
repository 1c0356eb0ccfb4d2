import { withoutFurniture } from './furniture.ts'
import type { Line } from './lines.ts'

/**
 * The running text of pages: lines joined into paragraphs, words that were parted at the end of a
 * line whole again, paragraphs apart by a blank line. A paragraph goes on over pages and columns
 * where a sentence does.
 */
export function flow(pages: readonly Line[][]): string {
  const lines = withoutFurniture(pages).flat()
  const whole = wordsWithin(lines)
  const paragraphs: string[] = []
  let block: Line[] = []
  for (const line of lines) {
    if (block.length > 0 && !goesOn(block, line)) {
      paragraphs.push(joined(block, whole))
      block = []
    }
    block.push(line)
  }
  if (block.length > 0) paragraphs.push(joined(block, whole))
  return paragraphs.join('\n\n')
}

const ENDED = /[.!?:;…]["”’»)\]]*\d{0,3}$/
const LIST = /^([•◦▪‣·*–—-]\s|\(?\d{1,3}[.)]\s|\(?[a-z]\)\s)/
const HYPHEN = /(?<=\p{L})[-\u00ad\u2010]$/u

/** Whether a line is of the paragraph before it. */
function goesOn(block: readonly Line[], line: Line): boolean {
  const last = block.at(-1)
  if (!last) return false
  const size = Math.max(last.size, line.size)
  if (Math.abs(last.size - line.size) > 0.12 * size) return false
  const down = last.y - line.y
  // Up, or far down: another column or page.
  if (down < 0 || down > 4 * size) {
    return !ENDED.test(last.text) && (HYPHEN.test(last.text) || /^\p{Ll}/u.test(line.text))
  }
  if (LIST.test(line.text) || down > leading(block, size) * 1.25) return false
  if (HYPHEN.test(last.text)) return true
  const indented = line.left - Math.min(...block.slice(-3).map(({ left }) => left)) > 0.8 * size
  if (indented && block.length > 1) return false
  const right = Math.max(line.right, ...block.slice(-8).map((one) => one.right))
  const room = right - last.right
  return !(ENDED.test(last.text) && (indented || room > 6 * size))
}

/** The distance between two lines of a paragraph; at its second line, what most letters leave. */
function leading(block: readonly Line[], size: number): number {
  const [last, before] = [block.at(-1), block.at(-2)]
  const down = last && before ? before.y - last.y : 0
  return down > 0 && down < 3 * size ? down : 1.45 * size
}

function joined(block: readonly Line[], whole: ReadonlySet<string>): string {
  let text = ''
  for (const line of block) {
    if (text === '') text = line.text
    else if (!HYPHEN.test(text)) text += ` ${line.text}`
    else text = isParted(text, line.text, whole) ? text.slice(0, -1) + line.text : text + line.text
  }
  return text
}

/**
 * Whether a hyphen at the end of a line only parts a word. It stays where the document has the two
 * with their hyphen elsewhere, or where a name goes on.
 */
function isParted(text: string, next: string, whole: ReadonlySet<string>): boolean {
  if (text.endsWith('\u00ad')) return true
  if (!/^\p{Ll}/u.test(next)) return false
  const start = /[\p{L}\p{M}'’-]*$/u.exec(text.slice(0, -1))?.[0] ?? ''
  const end = /^[\p{L}\p{M}-]*/u.exec(next)?.[0] ?? ''
  if (whole.has(`${start}${end}`.toLowerCase())) return true
  return !whole.has(`${start}-${end}`.toLowerCase())
}

/** The words that stand within lines. */
function wordsWithin(lines: readonly Line[]): Set<string> {
  const words = new Set<string>()
  for (const { text } of lines) {
    const found = text.toLowerCase().match(/[\p{L}\p{M}]+(?:[-'’][\p{L}\p{M}]+)*/gu)
    for (const word of found ?? []) words.add(word)
  }
  return words
}
