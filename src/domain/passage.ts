/** Words of a text at their place, in code points, and a few of those around them. */
export type Passage = { start: number; end: number; before: string; words: string; after: string }

/** How much is shown before a passage and after it at most, in UTF-16 units. */
const AROUND = 90

/** The UTF-16 unit at which a code point begins, counted on from one that is known. */
export function unitAt(text: string, point: number, from = { unit: 0, point: 0 }): number {
  let { unit } = from
  for (let at = from.point; at < point && unit < text.length; at++) {
    unit += (text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1
  }
  return unit
}

/** The end of a line, from a whole word on, and whether anything was left out. */
function ending(line: string, isCut: boolean): string {
  return isCut ? line.replace(/^\S*\s+|^[\uDC00-\uDFFF]?/, '… ') : line
}

/** The beginning of a line, up to a whole word. */
function beginning(line: string, isCut: boolean): string {
  return isCut ? line.replace(/\s+\S*$|[\uD800-\uDBFF]?$/, ' …') : line
}

/**
 * Words of a text with those around them, as far as their line goes.
 * @param place in code points
 */
export function passageAt(text: string, { start, end }: { start: number; end: number }): Passage {
  const from = unitAt(text, start)
  const to = unitAt(text, end, { unit: from, point: start })
  const before = text.slice(Math.max(0, from - AROUND), from).split('\n')
  const after = text.slice(to, to + AROUND).split('\n')
  return {
    start,
    end,
    before: ending(before.at(-1) ?? '', before.length === 1 && from > AROUND),
    words: text.slice(from, to),
    after: beginning(after[0] ?? '', after.length === 1 && to + AROUND < text.length),
  }
}
