import type { Name } from '../names.ts'
import { isSamePlace, type Place } from '../places.ts'
import type { Profile } from '../profile.ts'
import { type Nearness, only, onlyOnce, type Part, paired, type Sign, unique } from './pairs.ts'

/** More than this of a text are no statement's. */
const MOST = 100

/** Places that both name, and those that each names where the other names another one. */
export function placeSigns(one: Profile, other: Profile, nearness: Nearness): Part {
  const [ours, theirs] = [one.places.slice(0, MOST), other.places.slice(0, MOST)]
  const sign = ([a, b]: [Place, Place]): Sign => ({ sign: 'place', ours: a.text, theirs: b.text })
  const once = (all: Place[]) => [...new Map(all.map((place) => [place.id, place])).values()]
  const agree = once(ours).flatMap((a) =>
    once(theirs)
      .filter((b) => isSamePlace(a, b))
      .map((b) => sign([a, b])),
  )
  const changed = paired(only(once(ours), once(theirs), isSamePlace))
  // What is said twice in the one and once in the other was only changed where all else is the same.
  const inPlace =
    changed.length === 0 && nearness === 'same' && ours.length === theirs.length
      ? paired(onlyOnce(ours, theirs, isSamePlace))
      : []
  return { agree, differ: [...changed, ...inPlace].map(sign) }
}

/** `Salvini` and `Matteo Salvini`, `Joe Biden` and `President Biden`; but not two of one first name. */
const sameName = ({ words: a }: Name, { words: b }: Name): boolean =>
  a.at(-1) === b.at(-1) ||
  a.every((word) => b.includes(word)) ||
  b.every((word) => a.includes(word))

/** Names of a text that are no places. */
const named = ({ names, places }: Profile): Name[] =>
  names
    .slice(0, MOST)
    .filter(({ from, to }) => !places.some((place) => place.from < to && from < place.to))

/** Names that only one of two texts has, and the other not even with a small letter. */
const ownNames = (one: Profile, other: Profile): [Name[], Name[]] => {
  const [ours, theirs] = only(named(one), named(other), sameName)
  return [ours.filter((a) => !mentions(other, a)), theirs.filter((b) => !mentions(one, b))]
}

const mentions = ({ terms }: Profile, { words }: Name) =>
  terms.some(({ plain }) => plain === words.at(-1))

/** Names that both have; of texts with the same words, those that one has instead of the other's. */
export function nameSigns(one: Profile, other: Profile, nearness: Nearness): Part {
  const sign = ([a, b]: [Name, Name]): Sign => ({ sign: 'name', ours: a.text, theirs: b.text })
  const theirs = named(other)
  const agree = named(one).flatMap((a) => {
    const b = theirs.find((name) => sameName(a, name))
    return b ? [sign([a, b])] : []
  })
  if (nearness === 'apart') return { agree: unique(agree), differ: [] }
  const [ourOwn, theirOwn] = ownNames(one, other)
  const differ = paired([ourOwn, theirOwn]).map(sign)
  return {
    agree: unique(agree),
    differ: differ.length === 0 && nearness === 'same' ? crossed(one, other) : differ,
  }
}

type Spot = { text: string }

/** A place that we know, instead of a name that may be one: `a Genova`, `a Cairo Montenotte`. */
function crossed(one: Profile, other: Profile): Sign[] {
  const [ourNames, theirNames] = ownNames(one, other)
  const [ourPlaces, theirPlaces] = ownPlaces(one, other)
  return [...paired<Spot>([ourNames, theirPlaces]), ...paired<Spot>([ourPlaces, theirNames])].map(
    ([a, b]) => ({
      sign: 'place',
      ours: a.text,
      theirs: b.text,
    }),
  )
}

const ownPlaces = (one: Profile, other: Profile): [Place[], Place[]] =>
  only(one.places.slice(0, MOST), other.places.slice(0, MOST), isSamePlace)

/** What of each text only it names, where each names something that the other does not; else nothing. */
export function changedNames(one: Profile, other: Profile): [Name[], Name[]] {
  const [ours, theirs] = ownNames(one, other)
  const [ourPlaces, theirPlaces] = ownPlaces(one, other)
  const both = ours.length + ourPlaces.length > 0 && theirs.length + theirPlaces.length > 0
  return both ? [ours, theirs] : [[], []]
}
