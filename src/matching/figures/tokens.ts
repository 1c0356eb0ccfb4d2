/** A word in small letters, a number as it was written, or a single sign. */
export type Token = {
  kind: 'word' | 'digits' | 'sign'
  text: string
  from: number
  to: number
  /** Whether nothing stands between it and the token before. */
  close: boolean
  /** Whether it begins with a capital letter. */
  capital: boolean
}

/** A text that figures are read from, in the language that they are written in (ISO 639). */
export type Tokens = {
  all: Token[]
  language: string
  /** What stands at a place, in small letters; empty where nothing does. */
  word: (at: number) => string
  /** Whether a word of the whole text says that its points are percentage points, or a game's. */
  points: 'percentage' | 'other' | null
}

const digits = [
  String.raw`\d{4}-\d{2}-\d{2}(?!\d)`,
  String.raw`\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2})(?!\d|[.,/]\d)`,
  String.raw`\d{1,2}:\d{2}(?::\d{2})?(?!\d)`,
  // Thousands that are parted by a space, or a narrow one: `12 500`.
  String.raw`[1-9]\d{0,2}(?:[ \u00a0\u2009\u202f]\d{3})+(?:,\d+)?(?![\d.:/-])`,
  String.raw`\d+(?:[.,]\d+|['’]\d{3}(?!\d))*`,
].join('|')
const shape = new RegExp(String.raw`(?<digits>${digits})|(?<word>\p{L}[\p{L}\p{M}]*)|\S`, 'gu')

const percentage =
  /^(%|percento|percent|percentual[ei]|percentage|cento|sondagg[io]|poll(s|ing)?|tasso|tassi|rates?|consens[io]|gradimento|approval|inflazione|inflation|pil|gdp|deficit|(dis)?occupazione|(un)?employment|affluenza|turnout|iva|vat|voters|elettori)$/
const gamely =
  /^(partit[ae]|classifica|campionato|game|games|match|season|scored?|team|borsa|spread|indice|index|dow|nasdaq|ftse|programma|plan)$/

/** A text in words, numbers and signs, in its order. Takes one pass. */
export function tokensOf(text: string, language: string): Tokens {
  const all: Token[] = []
  let points: Tokens['points'] = null
  for (const found of text.matchAll(shape)) {
    const from = found.index
    const to = from + found[0].length
    const kind = found.groups?.digits ? 'digits' : found.groups?.word ? 'word' : 'sign'
    const close = all.at(-1)?.to === from
    const lower = found[0] === '’' ? "'" : found[0].toLowerCase()
    const capital = kind === 'word' && found[0][0] !== lower[0]
    all.push({ kind, text: lower, from, to, close, capital })
    if (kind === 'digits') continue
    if (percentage.test(lower)) points = 'percentage'
    else if (!points && gamely.test(lower)) points = 'other'
  }
  return { all, language, points, word: (at) => all[at]?.text ?? '' }
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
  if (text.length > LONGEST || /[:/-]/.test(text)) return null
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

/**
 * How finely a whole number was given: what ends in zeros may be rounded, but for small ones, and by
 * no more than a tenth.
 */
export function stepOf(value: number): number {
  if (value < 100 || !Number.isInteger(value)) return 1
  let step = 1
  while (value % (step * 10) === 0 && step < value) step *= 10
  return Math.min(step, value / 5)
}
