/** Part of a text, in UTF-16 units. */
export type Range = { start: number; end: number }

/** Widths at which programs and people wrap plain text. */
const NARROWEST = 40
const WIDEST = 100

/**
 * The paragraphs of a text: its lines that are not blank. Lines that were wrapped at a fixed width
 * (an e-mail, an old terminal) are joined again, so that their sentences stay whole.
 */
export function paragraphs(text: string): Range[] {
  const found: Range[] = []
  let block: Range[] = []
  const finish = () => {
    const first = block[0]
    const last = block.at(-1)
    if (first !== undefined && last !== undefined && isWrapped(text, block)) {
      found.push({ start: first.start, end: last.end })
    } else for (const line of block) found.push(line)
    block = []
  }
  for (let start = 0; start <= text.length; ) {
    const newline = text.indexOf('\n', start)
    const end = newline === -1 ? text.length : newline
    if (text.slice(start, end).trim() === '') finish()
    else block.push({ start, end })
    start = end + 1
  }
  finish()
  return found
}

/** Wrapped means: no line had room for the next one's first word, and words run over line ends. */
function isWrapped(text: string, block: readonly Range[]): boolean {
  if (block.length < 2) return false
  let width = 0
  for (const { start, end } of block) width = Math.max(width, end - start)
  if (width < NARROWEST || width > WIDEST) return false
  let runsOver = false
  for (const [at, line] of block.entries()) {
    const next = block[at + 1]
    if (next === undefined) break
    const word = /^\s*(\S+)/.exec(text.slice(next.start, next.end))?.[1] ?? ''
    if (line.end - line.start + 1 + word.length <= width) return false
    if (/^\p{Ll}/u.test(word)) runsOver = true
  }
  return runsOver
}
