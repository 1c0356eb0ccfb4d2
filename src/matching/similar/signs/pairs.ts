/** Something that two texts say alike, or differently; '' where one says nothing of it. */
export type Sign = {
  sign: 'figure' | 'date' | 'place' | 'name' | 'negation'
  ours: string
  theirs: string
}

/** What two texts say alike, and differently, of one kind. */
export type Part = { agree: Sign[]; differ: Sign[] }

/** How much of their other words two texts share: the same, almost the same, or fewer. */
export type Nearness = 'same' | 'near' | 'apart'

/** What each of two lists has that the other has not. */
export const only = <T>(
  ours: readonly T[],
  theirs: readonly T[],
  same: (a: T, b: T) => boolean,
): [T[], T[]] => [
  ours.filter((a) => !theirs.some((b) => same(a, b))),
  theirs.filter((b) => !ours.some((a) => same(a, b))),
]

/** As `only`, where what the one has twice the other must have twice. */
export function onlyOnce<T>(
  ours: readonly T[],
  theirs: readonly T[],
  same: (a: T, b: T) => boolean,
): [T[], T[]] {
  const left = [...theirs]
  const mine = ours.filter((a) => {
    const at = left.findIndex((b) => same(a, b))
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
  return [mine, left]
}

/** Pairs of two lists, as many as the shorter has. */
export const paired = <T>([ours, theirs]: readonly [readonly T[], readonly T[]]): [T, T][] =>
  ours.slice(0, theirs.length).flatMap((a, i): [T, T][] => {
    const b = theirs[i]
    return b === undefined ? [] : [[a, b]]
  })

/** Each sign once. */
export const unique = (signs: Sign[]): Sign[] => [
  ...new Map(signs.map((sign) => [JSON.stringify(sign), sign])).values(),
]
