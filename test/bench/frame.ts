/**
 * What every bench measures with: things are timed in turn in the same run, so that whatever else the
 * machine does falls on all of them, and what counts is a ratio. `compare` prints a line, and says
 * whether the budget was met; a bench with a budget that was missed ends with exit 1.
 */

/** One of the things that are timed; it is told the round, so that each can ask for something else. */
export type Side = { name: string; run: (round: number) => unknown }

/** In milliseconds. */
export type Figures = { median: number; p99: number }

type Rounds = {
  /** How often each side is timed: 100 times, where nothing else is said. */
  rounds?: number
  /** How often each runs before that, untimed: 10 times. */
  warmUp?: number
  /** After so many seconds no round begins, once there were ten: 20. */
  seconds?: number
}

export type Budget = {
  /** At most so many times the other side's time. */
  budget?: number
  /** At least so many times faster than the other side. */
  faster?: number
  /** Which of the figures the budget is for: the medians, where nothing else is said. */
  by?: keyof Figures
}

const FEWEST = 10

const ascending = (times: number[]): number[] => times.toSorted((a, b) => a - b)

/** The middle one; of an even number, halfway between the two in the middle. */
export function median(times: number[]): number {
  const sorted = ascending(times)
  const half = sorted.length >> 1
  const upper = sorted[half] ?? Number.NaN
  return sorted.length % 2 ? upper : ((sorted[half - 1] ?? Number.NaN) + upper) / 2
}

/** The one that no more than one in a hundred exceeds (nearest rank). */
export const p99 = (times: number[]): number =>
  ascending(times)[Math.ceil(times.length * 0.99) - 1] ?? Number.NaN

export const figuresOf = (times: number[]): Figures => ({ median: median(times), p99: p99(times) })

/**
 * Times each side once a round; who begins changes from round to round.
 * @returns the milliseconds of each side, round by round
 */
export async function inTurn(
  sides: Side[],
  { rounds = 100, warmUp = FEWEST, seconds = 20 }: Rounds = {},
): Promise<number[][]> {
  const times: number[][] = sides.map(() => [])
  for (let round = 0; round < warmUp; round++) {
    for (const { run } of sides) await run(round)
  }
  const begun = performance.now()
  for (let round = 0; round < rounds; round++) {
    if (round >= FEWEST && performance.now() - begun > seconds * 1000) break
    for (let turn = 0; turn < sides.length; turn++) {
      const at = (turn + round) % sides.length
      const from = performance.now()
      await sides[at]?.run(round)
      times[at]?.push(performance.now() - from)
    }
  }
  return times
}

/** Whether a ratio is within the budget, and how that is said; nothing is asked where there is none. */
export function judged(ratio: number, { budget, faster }: Budget): { met: boolean; said: string } {
  const limits = [
    ...(budget === undefined ? [] : [{ said: `at most ${budget} ×`, met: ratio <= budget }]),
    ...(faster === undefined ? [] : [{ said: `${faster} × faster`, met: 1 / ratio >= faster }]),
  ]
  const met = limits.every((limit) => limit.met)
  const said = limits.map((limit) => `${limit.said}: ${limit.met ? 'met' : 'MISSED'}`).join(', ')
  return { met, said: said && `  [${said}]` }
}

const ms = (time: number): string => `${time.toPrecision(3)} ms`
const shown = (figures: Figures): string => `${ms(figures.median)} (p99 ${ms(figures.p99)})`

/** Prints the figures of two sides, their ratio, and what is to be said of the budget. */
export function report(
  what: string,
  ours: { name: string; figures: Figures },
  other: { name: string; figures: Figures },
  asked: Budget = {},
): number {
  const { by = 'median', faster } = asked
  const ratio = ours.figures[by] / other.figures[by]
  const { met, said } = judged(ratio, asked)
  const tells = faster === undefined ? `${ratio.toFixed(2)} ×` : `1/${(1 / ratio).toFixed(1)} ×`
  console.log(
    `${what.padEnd(48)} ${tells.padStart(9)}  ${ours.name} ${shown(ours.figures)},`,
    `${other.name} ${shown(other.figures)}${said}`,
  )
  if (!met) process.exitCode = 1
  return ratio
}

/** Of several sides, the times of each round are added. */
const added = (times: number[][]): number[] =>
  (times[0] ?? []).map((_, round) => times.reduce((sum, side) => sum + (side[round] ?? 0), 0))

/**
 * Times two sides in turn, and prints their medians, their p99 and the ratio.
 * @param other what ours is measured by; of several, the sum
 * @returns the ratio
 */
export async function compare(
  what: string,
  ours: Side,
  other: Side | Side[],
  options: Rounds & Budget = {},
): Promise<number> {
  const others = [other].flat()
  const [mine = [], ...theirs] = await inTurn([ours, ...others], options)
  return report(
    what,
    { name: ours.name, figures: figuresOf(mine) },
    { name: others.map(({ name }) => name).join(' + '), figures: figuresOf(added(theirs)) },
    options,
  )
}

/** The whole numbers that were asked for on the command line, or those that are usual. */
export function sizesAsked(usual: number[]): number[] {
  const asked = process.argv.slice(2).map(Number).filter(Number.isInteger)
  return asked.length > 0 ? asked : usual
}
