import type { Figure, Unit, Written } from './figure.ts'
import { figuresIn } from './figures-in.ts'
import { agree, isBareMoney, isEqual, isOfTheSame } from './likeness.ts'

/** Two figures, one of each text, that speak of the same. */
type Pair = { first: Figure; second: Figure }

/** What two texts say in figures: the same, something else, or what the other does not speak of. */
type Compared = {
  agree: Pair[]
  differ: Pair[]
  onlyFirst: Figure[]
  onlySecond: Figure[]
}

/** More figures than this of one text are not compared: it is a table, and no statement. */
const MOST = 200

/**
 * Compares the figures of two texts. Each stands in one pair at most, but for one that is repeated.
 * It would rather say nothing than be wrong: vague figures differ from nothing, rounded ones agree
 * with what they may be rounded from, and things are counted alike only where they are named alike;
 * across languages, where each text counts one thing and no more.
 */
export function compareFigures(one: Written, other: Written): Compared {
  return comparing(figuresIn(one), figuresIn(other), one.language === other.language)
}

type Belong = (a: Figure, b: Figure) => boolean

/** @param oneLanguage whether both texts are in one, so that what they count can be compared */
function comparing(ours: Figure[], theirs: Figure[], oneLanguage: boolean): Compared {
  const [firsts, seconds] = [ours.slice(0, MOST), theirs.slice(0, MOST)]
  const alone = new Set(oneLanguage ? [] : [...onlyOnes(firsts), ...onlyOnes(seconds)])
  const same: Belong = (a, b) => isOfTheSame(a, b, oneLanguage, alone.has(a) && alone.has(b))
  const alike: Belong = (a, b) => (same(a, b) && agree(a, b)) || isBareMoney(a, b)
  const equal: Belong = (a, b) => isEqual(a, b) && alike(a, b)
  const other: Belong = (a, b) => !a.vague && !b.vague && same(a, b)
  const left = { firsts, seconds }
  const take = (belong: Belong) => {
    const taken = pairs(left.firsts, left.seconds, belong)
    left.firsts = without(left.firsts, taken, 'first')
    left.seconds = without(left.seconds, taken, 'second')
    return taken
  }
  // What is the same to the letter first, so that what only may be does not take its place.
  const agreed = [...take(equal), ...take(alike)]
  // One that is said twice agrees twice.
  const again = left.firsts.flatMap((first) => {
    const second = seconds.find((figure) => equal(first, figure))
    return second ? [{ first, second }] : []
  })
  left.firsts = without(left.firsts, again, 'first')
  left.seconds = left.seconds.filter((second) => !firsts.some((first) => equal(first, second)))
  const differ = take(other)
  const { firsts: onlyFirst, seconds: onlySecond } = left
  const agreeing = [...agreed, ...again].toSorted((a, b) => a.first.from - b.first.from)
  return { agree: agreeing, differ, onlyFirst, onlySecond }
}

/** Those that are the only ones of their unit. */
const onlyOnes = (all: Figure[]): Figure[] =>
  [...Map.groupBy(all, ({ unit }) => unit).values()].flatMap((some) =>
    some.length === 1 ? some : [],
  )

function without(all: Figure[], taken: Pair[], side: keyof Pair): Figure[] {
  const paired = new Set(taken.map((pair) => pair[side]))
  return all.filter((figure) => !paired.has(figure))
}

/** Pairs of which each figure is in one at most, in the order of the first text. */
function pairs(firsts: Figure[], seconds: Figure[], belong: Belong): Pair[] {
  const free = new Set(seconds)
  return firsts.flatMap((first) => {
    for (const second of free) {
      if (!belong(first, second)) continue
      free.delete(second)
      return [{ first, second }]
    }
    return []
  })
}

/** The figures of two texts that speak of the same and say something else. */
type Differing = { said: Figure; quoted: Figure }

/**
 * Where two texts give figures for the same thing and none of the one agrees with any of the other.
 * @param units those that are compared
 */
export function differing(one: Written, other: Written, units?: readonly Unit[]): Differing | null {
  const said = figuresIn(one)
  // Most statements have no figure: then the other text need not be read.
  if (said.length === 0) return null
  const { agree, differ } = comparing(said, figuresIn(other), one.language === other.language)
  const agreed = new Set(agree.map(({ first }) => first.unit))
  const found = differ.find(
    ({ first: { unit } }) => !agreed.has(unit) && (units?.includes(unit) ?? true),
  )
  return found ? { said: found.first, quoted: found.second } : null
}
