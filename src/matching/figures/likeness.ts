import type { Figure } from './figure.ts'

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
  if (a.measure !== b.measure) return false
  if (a.unit !== 'count') return true
  if (oneLanguage) return a.of.some((thing) => b.of.includes(thing))
  return alone && a.value >= TELLING && b.value >= TELLING
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

/** Whether two figures of the same thing may both be right. */
export function agree(a: Figure, b: Figure): boolean {
  if (a.vague || b.vague) return true
  if (a.unit === 'date') return datesIn(a, b).every(([one, other]) => one === other)
  if (a.value === b.value) return true
  const [low, high] = [a.low ?? -Infinity, a.high ?? Infinity]
  return low < (b.high ?? Infinity) && (b.low ?? -Infinity) < high
}
