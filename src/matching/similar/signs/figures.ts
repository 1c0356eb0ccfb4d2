import { compareFigures, type Figure } from '../../figures.ts'
import type { Profile } from '../profile.ts'
import type { Term } from '../terms.ts'
import { isDateWord } from '../words.ts'
import { type Nearness, only, onlyOnce, type Part, paired, type Sign } from './pairs.ts'

/** More numbers than this are no statement's. */
const MOST = 200

/** Figures and dates of two texts; of texts with the same words, all numbers and words for times. */
export function figureSigns(one: Profile, other: Profile, nearness: Nearness): Part {
  const { agree, differ } = read(one, other, nearness)
  if (nearness === 'apart' || differ.length > 0) return { agree, differ }
  return { agree, differ: [...numbers(one, other, nearness, agree), ...times(one, other)] }
}

function read(one: Profile, other: Profile, nearness: Nearness): Part {
  if (one.figures.length === 0 || other.figures.length === 0) return { agree: [], differ: [] }
  const compared = compareFigures(one.plain, other.plain)
  const left = nearness === 'apart' ? [] : alone(compared.onlyFirst, compared.onlySecond)
  const moved = nearness === 'same' ? compared.agree.filter(isMoved) : []
  const agree = compared.agree.filter((pair) => !moved.includes(pair))
  return { agree: signs(agree), differ: signs([...compared.differ, ...moved, ...left]) }
}

/** How far one figure may be from another to be the same where all other words are. */
const ROUGHLY = 0.1

/**
 * `At least 15` may well be 45; but where all other words are the same, at least 15 was made at least
 * 45 of.
 */
const isMoved = ({ first, second }: Pair): boolean =>
  first.unit !== 'date' &&
  first.approximate === second.approximate &&
  Math.abs(first.value - second.value) > ROUGHLY * Math.max(first.value, second.value)

type Pair = { first: Figure; second: Figure }

const signs = (pairs: Pair[]): Sign[] =>
  pairs.map(({ first, second }) => ({
    sign: first.unit === 'date' ? 'date' : 'figure',
    ours: first.text,
    theirs: second.text,
  }))

/** In texts with the same words, a figure of a unit that each has alone is of the same thing. */
function alone(firsts: Figure[], seconds: Figure[]): Pair[] {
  const free = new Set(seconds)
  return firsts.flatMap((first) => {
    for (const second of free) {
      if (second.unit !== first.unit || second.vague || first.vague) continue
      free.delete(second)
      const isSame = second.value === first.value && second.measure === first.measure
      return isSame ? [] : [{ first, second }]
    }
    return []
  })
}

const isNumber = ({ stem }: Term) => /^\p{N}+$/u.test(stem)

/** Numbers in digits that are no figures, too: those of a law, or in a name. */
function numbers(one: Profile, other: Profile, nearness: Nearness, agreed: Sign[]): Sign[] {
  const [ours, theirs] = [one, other].map(({ terms }) => terms.filter(isNumber).slice(0, MOST))
  if (!ours || !theirs) return []
  const same = (a: Term, b: Term) => a.stem === b.stem
  // What is said twice in the one and once in the other was only changed where all else is the same.
  const each = nearness === 'same' && ours.length === theirs.length ? onlyOnce : only
  const words = (text: string) => text.split(/[^\p{L}\p{N}]+/u)
  const known = agreed.map((sign) => ({ ours: words(sign.ours), theirs: words(sign.theirs) }))
  return paired(each(ours, theirs, same))
    .filter(
      ([a, b]) => !known.some((said) => said.ours.includes(a.word) && said.theirs.includes(b.word)),
    )
    .map(([a, b]) => ({ sign: 'figure', ours: a.word, theirs: b.word }))
}

/** Months, days of the week and seasons. */
function times(one: Profile, other: Profile): Sign[] {
  const words = ({ terms }: Profile) =>
    terms.filter(({ plain }) => isDateWord(plain)).slice(0, MOST)
  const pairs = paired(only(words(one), words(other), (a, b) => a.plain === b.plain))
  return pairs.map(([a, b]) => ({ sign: 'date', ours: a.word, theirs: b.word }))
}
