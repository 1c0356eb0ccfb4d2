/** A word in small letters, a number as it was written, or a single sign. */
export type Token = {
  kind: 'word' | 'digits' | 'sign'
  text: string
  from: number
  to: number
  /** Whether nothing stands between it and the token before. */
  close: boolean
}

const shape =
  /(?<digits>\d{4}-\d{2}-\d{2}(?!\d)|\d{1,2}[/.]\d{1,2}[/.]\d{4}(?!\d)|\d+(?:[.,'’\u00a0\u202f]\d+)*)|(?<word>\p{L}[\p{L}\p{M}]*)|[^\s]/gu

/** A text in words, numbers and signs, in its order. Takes one pass. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  for (const found of text.matchAll(shape)) {
    const from = found.index
    const to = from + found[0].length
    const kind = found.groups?.digits ? 'digits' : found.groups?.word ? 'word' : 'sign'
    const close = tokens.at(-1)?.to === from
    tokens.push({ kind, text: found[0].toLowerCase(), from, to, close })
  }
  return tokens
}

/** Longer ones are numbers of accounts and the like. */
const LONGEST = 24

const whole = /^\d+$/

/**
 * What digits say, as a language parts them: `12.500` is twelve thousand five hundred in Italian, and
 * twelve and a half in English.
 * @returns the value and the worth of its last digit that says something; null for what is no number,
 *   such as `1.2.3`
 */
export function numberIn(text: string, language: string): { value: number; step: number } | null {
  if (text.length > LONGEST) return null
  if (whole.test(text)) return { value: Number(text), step: stepOf(Number(text)) }
  const groups = text.split(/[^\d]/)
  const signs = text.replace(/\d/g, '')
  const last = signs.at(-1) ?? ''
  const grouped = (some: string[]) =>
    /^[1-9]\d{0,2}$/.test(some[0] ?? '') && some.slice(1).every(({ length }) => length === 3)
  const alike = new Set(signs).size === 1
  const point = language === 'en' ? '.' : ','
  if (alike && grouped(groups) && (signs.length > 1 || last !== point)) {
    const value = Number(groups.join(''))
    return { value, step: stepOf(value) }
  }
  const [before, after = ''] = [groups.slice(0, -1), groups.at(-1)]
  const isDecimal = /[.,]/.test(last) && signs.indexOf(last) === signs.length - 1
  if (!isDecimal || !(before.length === 1 || grouped(before))) return null
  return { value: Number(`${before.join('')}.${after}`), step: 10 ** -after.length }
}

/** How finely a whole number was given: what ends in zeros may be rounded, but for small ones. */
export function stepOf(value: number): number {
  if (value < 100 || !Number.isInteger(value)) return 1
  let step = 1
  while (value % (step * 10) === 0 && step < value) step *= 10
  return step
}
