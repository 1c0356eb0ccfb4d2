/** From how many letters on, how many of them may be other ones. */
const FORGIVEN = [
  { from: 9, letters: 2 },
  { from: 5, letters: 1 },
]

/** How many letters of a word may be wrong for it to be taken for another one. */
export const forgivenIn = (word: string): number =>
  FORGIVEN.find(({ from }) => [...word].length >= from)?.letters ?? 0

/**
 * By how many letters two words differ: one that is missing, too many, another one, or two that changed
 * places (optimal string alignment).
 * @returns `most` + 1 where there are more than `most`
 */
export function lettersApart(one: string, other: string, most: number): number {
  const [a, b] = [[...one], [...other]]
  if (Math.abs(a.length - b.length) > most) return most + 1
  let [before, last]: [number[], number[]] = [[], b.map((_, i) => i + 1)]
  let [cornerBefore, corner] = [0, 0]
  for (const [i, letter] of a.entries()) {
    const row: number[] = []
    let least = i + 1
    for (const [j, theirs] of b.entries()) {
      const left = j > 0 ? (row[j - 1] ?? 0) : i + 1
      const up = last[j] ?? 0
      const aslant = j > 0 ? (last[j - 1] ?? 0) : corner
      let cost = Math.min(left + 1, up + 1, aslant + (letter === theirs ? 0 : 1))
      if (i > 0 && j > 0 && letter === b[j - 1] && a[i - 1] === theirs) {
        cost = Math.min(cost, (j > 1 ? (before[j - 2] ?? 0) : cornerBefore) + 1)
      }
      row.push(cost)
      least = Math.min(least, cost)
    }
    if (least > most) return most + 1
    ;[before, last] = [last, row]
    ;[cornerBefore, corner] = [corner, i + 1]
  }
  return Math.min(last.at(-1) ?? a.length, most + 1)
}
