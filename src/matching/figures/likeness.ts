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
  const isNamed = a.of.length > 0 && b.of.length > 0
  const isCounted = a.unit === 'count' || a.unit === 'ordinal'
  if (!oneLanguage) return !isCounted || (alone && a.value >= TELLING && b.value >= TELLING)
  return isNamed || isCounted ? a.of.some((thing) => b.of.includes(thing)) : true
}

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

/** Whether two figures of the same thing may both be right. */
export function agree(a: Figure, b: Figure): boolean {
  if (a.vague || b.vague || a.value === b.value) return true
  if (a.unit === 'date' && !datesIn(a, b).every(([one, other]) => one === other)) return false
  const [ours, theirs] = [a, b].map(({ low, high, measure }) => {
    const { factor } = scaleOf(measure)
    return { low: (low ?? -Infinity) * factor, high: (high ?? Infinity) * factor }
  })
  if (!ours || !theirs) return false
  // Two that are bounded on one side are the same bound, or say something else.
  return overlap(ours, theirs)
}

type Span = { low: number; high: number }

function overlap(a: Span, b: Span): boolean {
  return a.low < b.high && b.low < a.high
}
