/** A piece of text as the library gives it; units are points, y grows upwards. */
export type Item = {
  str: string
  transform: number[]
  width: number
  height: number
  hasEOL: boolean
}

/** A line of a page as it stands there; units are points, y grows upwards. */
export type Line = {
  text: string
  /** Where it begins and ends. */
  left: number
  right: number
  /** Its base line. */
  y: number
  /** The height of most of its letters. */
  size: number
}

/** The lines of a page, in the order in which they are drawn. */
export function linesOf(items: readonly Item[]): Line[] {
  const lines: Line[] = []
  let pieces: Item[] = []
  const finish = () => {
    const line = lineOf(pieces)
    if (line) lines.push(line)
    pieces = []
  }
  for (const item of items) {
    const last = pieces.findLast(({ str }) => str.trim() !== '')
    if (last && item.str.trim() !== '' && !isBeside(last, item)) finish()
    pieces.push(item)
    if (item.hasEOL) finish()
  }
  finish()
  return lines
}

/** Figures of notes stand a little above their line. */
const isBeside = (one: Item, other: Item): boolean =>
  Math.abs(yOf(one) - yOf(other)) < 0.6 * Math.max(one.height, other.height, 1)

const xOf = ({ transform }: Item): number => transform[4] ?? 0
const yOf = ({ transform }: Item): number => transform[5] ?? 0

function lineOf(pieces: readonly Item[]): Line | null {
  const text = pieces
    .map(({ str }) => str)
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
  const seen = pieces.filter(({ str }) => str.trim() !== '')
  if (text === '' || seen.length === 0) return null
  const main = seen.reduce((a, b) => (b.str.length > a.str.length ? b : a))
  let [left, right] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const item of seen) {
    left = Math.min(left, xOf(item))
    right = Math.max(right, xOf(item) + item.width)
  }
  return { text, left, right, y: yOf(main), size: main.height || 1 }
}
