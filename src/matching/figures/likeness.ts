import type { Figure } from './figure.ts'
import { scaleOf } from './measures.ts'

/** Counts of what nobody named alike are only taken for the same when they are no small numbers. */
const TELLING = 100

/**
 * Whether two figures speak of the same thing.
 * @param oneLanguage whether what they count can be compared
 * @param alone whether each is the only one of its unit in its text
 */
export function isOfTheSame(a: Figure, b: Figure, oneLanguage: boolean, alone: boolean): boolean {
  if (a.unit !== b.unit) return false
  if (a.unit === 'date') return datesIn(a, b).length > 0
  if (scaleOf(a.measure).base !== scaleOf(b.measure).base) return false
  const isCounted = a.unit === 'count' || a.unit === 'ordinal'
  const isTelling = a.value >= TELLING && b.value >= TELLING
  if (!oneLanguage) return !isCounted || (alone && isTelling)
  if (a.of.length > 0 && b.of.length > 0)
    return a.of.some((one) => b.of.some((other) => isSameThing(one, other)))
  return !isCounted || (a.of.length === b.of.length && isTelling)
}

/** Stems of so many letters stand for the same where one begins with the other: `ital`, `italian`. */
const STEM = 4

const isSameThing = (one: string, other: string): boolean =>
  one === other ||
  (Math.min(one.length, other.length) >= STEM && (one.startsWith(other) || other.startsWith(one)))

/** `25 miliardi` may be `25 miliardi di euro`. */
export const isBareMoney = (a: Figure, b: Figure): boolean =>
  [a.unit, b.unit].toSorted().join() === 'count,money' && a.value === b.value && a.value >= 1e6

/** The parts that two dates both name: year, month, day. */
function datesIn(a: Figure, b: Figure): [number, number][] {
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

/** Whether two figures are the same number of the same unit. */
export const isEqual = (a: Figure, b: Figure): boolean =>
  a.value * scaleOf(a.measure).factor === b.value * scaleOf(b.measure).factor &&
  (a.unit !== 'date' || (a.low === b.low && a.high === b.high))

/** Whether two figures of the same thing may both be right. */
export function agree(a: Figure, b: Figure): boolean {
  if (a.unit === 'date') return mayBeOneDay(a, b)
  if (a.vague || b.vague || a.value === b.value) return true
  const [ours, theirs] = [spanOf(a), spanOf(b)]
  if (isOpen(ours) && isOpen(theirs)) return isSameBound(ours, theirs)
  return ours.low < theirs.high && theirs.low < ours.high
}

/** Where both tell the year, their days overlap; else what both tell is the same. */
function mayBeOneDay(a: Figure, b: Figure): boolean {
  const isDated = ({ value }: Figure) => value >= 10_000
  if (!isDated(a) || !isDated(b)) return datesIn(a, b).every(([one, other]) => one === other)
  return (a.low ?? 0) <= (b.high ?? 0) && (b.low ?? 0) <= (a.high ?? 0)
}

type Span = { low: number; high: number }

const spanOf = ({ low, high, measure }: Figure): Span => {
  const { factor } = scaleOf(measure)
  return { low: (low ?? -Infinity) * factor, high: (high ?? Infinity) * factor }
}

const isOpen = ({ low, high }: Span): boolean => low === -Infinity || high === Infinity

/** How far two bounds may be from each other that are said of the same: `almeno 100`, `oltre 105`. */
const NEAR = 0.1

/** `oltre 3.000` and `oltre 9.000` are both right of 10,000, and still do not say the same. */
function isSameBound(a: Span, b: Span): boolean {
  const near = (one: number, other: number) =>
    Math.abs(one - other) <= NEAR * Math.max(Math.abs(one), Math.abs(other))
  if (a.high === Infinity && b.high === Infinity) return near(a.low, b.low)
  if (a.low === -Infinity && b.low === -Infinity) return near(a.high, b.high)
  return a.low <= b.high && b.low <= a.high
}
