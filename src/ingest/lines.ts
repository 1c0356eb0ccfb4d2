/** A line that says something, without the blanks around it. */
export type Line = {
  /** at most `MAX_READ` UTF-16 units: the rest says nothing about title, date or byline */
  text: string
  /** its whole length in UTF-16 units */
  length: number
}

/** From this many UTF-16 units on a line is a paragraph of running text. */
export const PARAGRAPH_LENGTH = 200

const MAX_READ = 2000

/**
 * The first lines that are not blank.
 *
 * @param text cleaned text
 * @param most how many lines
 */
export function headLines(text: string, most: number): Line[] {
  const lines: Line[] = []
  let from = 0
  while (from < text.length && lines.length < most) {
    const found = text.indexOf('\n', from)
    const end = found === -1 ? text.length : found
    add(lines, text, from, end)
    from = end + 1
  }
  return lines
}

/**
 * The last lines that are not blank, in the order of the text.
 *
 * @param text cleaned text
 * @param most how many lines
 */
export function tailLines(text: string, most: number): Line[] {
  const lines: Line[] = []
  let end = text.length
  while (end > 0 && lines.length < most) {
    const found = text.lastIndexOf('\n', end - 1)
    add(lines, text, found + 1, end)
    end = found
  }
  return lines.reverse()
}

function add(lines: Line[], text: string, from: number, end: number): void {
  const whole = text.slice(from, end).trim()
  if (whole === '') return
  lines.push({ text: whole.slice(0, MAX_READ), length: whole.length })
}
