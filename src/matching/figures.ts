import { dateAt } from './figures/dates.ts'
import { isName, isRough } from './figures/names.ts'
import { amountAt } from './figures/read.ts'
import { shareAt } from './figures/shares.ts'
import { type Token, tokensOf } from './figures/tokens.ts'
import { meaningOf } from './figures/units.ts'

export type Unit = 'percent' | 'percentage_points' | 'money' | 'date' | 'count'

/** A figure that a text gives. */
export type Figure = {
  /** A date is `yyyymmdd`, with zeros for what it leaves out. */
  value: number
  unit: Unit
  /** What it counts, as stems; of money, the currency. */
  of: string[]
  /** Where it stands, as `slice` takes it, and how it reads there. */
  from: number
  to: number
  text: string
  /** The worth of its last digit that says something: it is as exact as half of that. */
  step: number
  /** Said to be rough: `circa`, `more than`. */
  approximate: boolean
  /** `migliaia`, `dozens`: nothing differs from it. */
  vague: boolean
}

/** A text in the language that its figures are written in (ISO 639). */
export type Written = { text: string; language: string }

/** All figures of a text, in its order. Takes one pass. */
export function figuresIn({ text, language }: Written): Figure[] {
  const tokens = tokensOf(text)
  const found: Figure[] = []
  for (let at = 0; at < tokens.length; ) {
    const read = figureAt(tokens, at, language)
    if (read.figure) {
      const { first, ...figure } = read.figure
      const from = tokens[first]?.from ?? 0
      const to = tokens[read.next - 1]?.to ?? from
      found.push({ ...figure, from, to, text: text.slice(from, to) })
    }
    at = read.next
  }
  return found
}

type Read = Omit<Figure, 'from' | 'to' | 'text'> & { first: number }

/** What begins at a token, if anything does, and where to read on. */
function figureAt(
  tokens: Token[],
  at: number,
  language: string,
): { figure: Read | null; next: number } {
  if (tokens[at]?.kind === 'sign') return { figure: null, next: at + 1 }
  const date = dateAt(tokens, at)
  const rest = { step: 1, of: [], vague: false, first: at }
  if (date) {
    const figure = { ...rest, value: date.value, unit: 'date' as const, approximate: false }
    return { figure, next: date.next }
  }
  const amount = amountAt(tokens, at, language)
  const share = shareAt(tokens, at, amount, language)
  if (share) {
    const figure = { ...rest, value: share.value, unit: 'percent' as const, approximate: true }
    return { figure, next: share.next }
  }
  if (!amount) return { figure: null, next: at + 1 }
  if (isName(tokens, at, amount.next)) return { figure: null, next: amount.next }
  const meaning = meaningOf(tokens, at, amount, language)
  const { value, vague } = amount
  const approximate = amount.approximate || isRough(tokens, at, meaning.next)
  const step = meaning.unit === 'percent' ? Math.min(amount.step, 1) : amount.step
  const { unit, of, first } = meaning
  return { figure: { value, unit, of, step, approximate, vague, first }, next: meaning.next }
}

/** The figures of two texts that speak of the same and say something else. */
export type Differing = { said: Figure; quoted: Figure }

/** How far a figure that is said to be rough may be from what it stands for. */
const ROUGHLY = 0.1

/** Counts of what nobody named alike are only taken for the same when they are no small numbers. */
const TELLING = 100

/**
 * Where two texts give figures for the same thing and none of the one agrees with any of the other.
 * It would rather say nothing than be wrong: vague figures differ from nothing, rounded ones agree
 * with what they may be rounded from, and things are counted alike only where they are named alike;
 * across languages, where each text counts one thing and no more.
 * @param units those that are compared
 */
export function differing(
  one: Written,
  other: Written,
  units: readonly Unit[] = ['percent', 'percentage_points', 'money', 'date', 'count'],
): Differing | null {
  const exact = (text: Written) => figuresIn(text).filter(({ vague }) => !vague)
  const said = exact(one)
  // Most statements have no figure: then the other text need not be read.
  if (said.length === 0) return null
  const quoted = exact(other)
  const oneLanguage = one.language === other.language
  for (const unit of units) {
    const [ours, theirs] = [said, quoted].map((all) => all.filter((fig) => fig.unit === unit))
    if (!ours?.length || !theirs?.length) continue
    const alone = !oneLanguage && ours.length === 1 && theirs.length === 1
    const pairs = ours.flatMap((a) =>
      theirs.filter((b) => ofTheSame(a, b, alone)).map((b) => ({ said: a, quoted: b })),
    )
    const [first] = pairs
    if (first && !pairs.some((pair) => agree(pair.said, pair.quoted))) return first
  }
  return null
}

/** Whether two figures of a unit speak of the same thing. */
function ofTheSame(a: Figure, b: Figure, alone: boolean): boolean {
  if (a.unit === 'date') return datesIn(a, b).length > 0
  if (a.unit !== 'count' && a.unit !== 'money') return true
  if (a.of.some((thing) => b.of.includes(thing))) return true
  return a.unit === 'count' && alone && a.value >= TELLING && b.value >= TELLING
}

/** The parts that two dates both name: year, month, day. */
const datesIn = (a: Figure, b: Figure): [number, number][] => {
  const parts = ({ value }: Figure) => [
    Math.floor(value / 10_000),
    Math.floor(value / 100) % 100,
    value % 100,
  ]
  const theirs = parts(b)
  return parts(a).flatMap((part, i): [number, number][] =>
    part && theirs[i] ? [[part, theirs[i]]] : [],
  )
}

function agree(a: Figure, b: Figure): boolean {
  if (a.unit === 'date') return datesIn(a, b).every(([one, other]) => one === other)
  const rough = a.approximate || b.approximate ? ROUGHLY * Math.max(a.value, b.value) : 0
  const near = Math.max(a.step, b.step) / 2
  return Math.abs(a.value - b.value) <= Math.max(rough, near) * (1 + 1e-9)
}
