import { compareFigures, type Figure } from '../figures.ts'
import type { Name } from './names.ts'
import { shareOf, unsigned } from './near.ts'
import { opposed } from './opposites.ts'
import { isSamePlace, type Place } from './places.ts'
import type { Profile } from './profile.ts'
import type { Rarity } from './score.ts'
import { isDateWord } from './words.ts'

/** Something that two texts say alike, or differently; '' where one says nothing of it. */
export type Sign = {
  sign: 'figure' | 'date' | 'place' | 'name' | 'negation'
  ours: string
  theirs: string
}

export type Signs = {
  agree: Sign[]
  differ: Sign[]
  /** How much of the words that are no signs each text has of the other, from 0 to 1: the lesser part. */
  near: number
  wider: number
}

/** From here on, two texts say almost the same words, and what only one of them has may be a change. */
export const NEAR = 0.7

/** The signs of two texts. Asked the other way round, it answers the same, the other way round. */
export function signsOf(one: Profile, other: Profile, rarity: Rarity): Signs {
  // In one order always, so that it is the same for both.
  if (one.plain.text > other.plain.text) {
    const { agree, differ, near, wider } = signsOf(other, one, rarity)
    return { agree: agree.map(turned), differ: differ.map(turned), near, wider }
  }
  const [ourNames, theirNames] = only(one.names, other.names, sameName)
  const changed = ourNames.length > 0 && theirNames.length > 0
  const ours = unsigned(one, changed ? ourNames : [])
  const theirs = unsigned(other, changed ? theirNames : [])
  const shares = [shareOf(ours, theirs, rarity), shareOf(theirs, ours, rarity)]
  const near = Math.min(...shares)
  const isNear = near >= NEAR
  const parts = [
    figures(one, other, isNear),
    places(one, other),
    names(one, other, isNear),
    isNear ? dateWords(one, other) : nothing,
    isNear ? denials(one, other) : nothing,
  ]
  return {
    agree: parts.flatMap(({ agree }) => agree),
    differ: parts.flatMap(({ differ }) => differ),
    near,
    wider: Math.max(...shares),
  }
}

type Part = { agree: Sign[]; differ: Sign[] }

const nothing: Part = { agree: [], differ: [] }

const turned = ({ sign, ours, theirs }: Sign): Sign => ({ sign, ours: theirs, theirs: ours })

/** What each of two lists has that the other has not. */
function only<T>(
  ours: readonly T[],
  theirs: readonly T[],
  same: (a: T, b: T) => boolean,
): [T[], T[]] {
  return [
    ours.filter((a) => !theirs.some((b) => same(a, b))),
    theirs.filter((b) => !ours.some((a) => same(a, b))),
  ]
}

/** Pairs of two lists, as many as the shorter has. */
const paired = <T>(ours: readonly T[], theirs: readonly T[]): [T, T][] =>
  ours.slice(0, theirs.length).flatMap((a, i): [T, T][] => {
    const b = theirs[i]
    return b === undefined ? [] : [[a, b]]
  })

const kindOf = ({ unit }: Figure): Sign['sign'] => (unit === 'date' ? 'date' : 'figure')

function figures(one: Profile, other: Profile, near: boolean): Part {
  if (one.figures.length === 0 || other.figures.length === 0) {
    return { agree: [], differ: near ? rawNumbers(one, other, []) : [] }
  }
  const compared = compareFigures(one.plain, other.plain)
  const signs = (pairs: { first: Figure; second: Figure }[]) =>
    pairs.map(({ first, second }) => ({
      sign: kindOf(first),
      ours: first.text,
      theirs: second.text,
    }))
  const left = near ? unpaired(compared.onlyFirst, compared.onlySecond) : []
  const agree = signs(compared.agree)
  const differ = [...signs(compared.differ), ...signs(left)]
  const raw = near && differ.length === 0 ? rawNumbers(one, other, agree) : []
  return { agree, differ: [...differ, ...raw] }
}

/** In texts of the same words, figures of a unit that stand alone in each are of the same thing. */
function unpaired(firsts: Figure[], seconds: Figure[]): { first: Figure; second: Figure }[] {
  const free = new Set(seconds)
  return firsts.flatMap((first) => {
    for (const second of free) {
      if (second.unit !== first.unit || second.vague || first.vague) continue
      free.delete(second)
      return second.value === first.value ? [] : [{ first, second }]
    }
    return []
  })
}

/** Numbers that are no figures: of a law, in a name. */
function rawNumbers(one: Profile, other: Profile, agreed: Sign[]): Sign[] {
  const known = agreed.map(({ ours, theirs }) => `${ours} ${theirs}`).join(' ')
  const numbers = ({ terms }: Profile) =>
    terms.filter(({ stem, word }) => /^\p{N}+$/u.test(stem) && !known.includes(word))
  const same = (a: { stem: string }, b: { stem: string }) => a.stem === b.stem
  const pairs = paired(...only(numbers(one), numbers(other), same))
  return pairs.map(([a, b]) => ({ sign: 'figure', ours: a.word, theirs: b.word }))
}

function places(one: Profile, other: Profile): Part {
  const once = (all: readonly Place[]) => [
    ...new Map(all.map((place) => [place.id, place])).values(),
  ]
  const [ours, theirs] = [once(one.places), once(other.places)]
  const sign = (a: Place, b: Place): Sign => ({ sign: 'place', ours: a.text, theirs: b.text })
  const agree = ours.flatMap((a) => theirs.filter((b) => isSamePlace(a, b)).map((b) => sign(a, b)))
  const differ = paired(...only(ours, theirs, isSamePlace)).map(([a, b]) => sign(a, b))
  return { agree, differ }
}

const sameName = (a: Name, b: Name) => a.words.some((word) => b.words.includes(word))

/** Two names that only one of the texts has are one that was changed, where the rest is the same. */
function names(one: Profile, other: Profile, near: boolean): Part {
  const persons = ({ names: all, places: there }: Profile) =>
    all.filter(({ from, to }) => !there.some((place) => place.from < to && from < place.to))
  const [ours, theirs] = [persons(one), persons(other)]
  const sign = (a: Name, b: Name): Sign => ({ sign: 'name', ours: a.text, theirs: b.text })
  const agree = ours.flatMap((a) => {
    const b = theirs.find((name) => sameName(a, name))
    return b ? [sign(a, b)] : []
  })
  const left = near ? paired(...only(ours, theirs, sameName)) : []
  const unlike = left.filter(([a, b]) => !mentions(other, a) && !mentions(one, b))
  return { agree: unique(agree), differ: unlike.map(([a, b]) => sign(a, b)) }
}

/** Whether a text has a name after all, with a small letter or as the first word of a sentence. */
const mentions = ({ terms }: Profile, { words }: Name) =>
  terms.some(({ plain }) => words.includes(plain))

function unique(signs: Sign[]): Sign[] {
  return [...new Map(signs.map((sign) => [JSON.stringify(sign), sign])).values()]
}

function dateWords(one: Profile, other: Profile): Part {
  const words = ({ terms }: Profile) => terms.filter(({ plain }) => isDateWord(plain))
  const same = (a: { plain: string }, b: { plain: string }) => a.plain === b.plain
  const pairs = paired(...only(words(one), words(other), same))
  return {
    agree: [],
    differ: pairs.map(([a, b]) => ({ sign: 'date', ours: a.word, theirs: b.word })),
  }
}

/** One text denies once more than the other, or says the opposite. Both at once is the same again. */
function denials(one: Profile, other: Profile): Part {
  const turns = opposed(one.stances, other.stances)
  const more = one.denials.length - other.denials.length
  if (turns.length === 1 && more % 2 !== 0) return nothing
  const differ = turns.map(([ours, theirs]): Sign => ({ sign: 'negation', ours, theirs }))
  if (more === 0) return { agree: [], differ }
  const extra = (more > 0 ? one : other).denials.at(-1)?.text ?? ''
  const [ours, theirs] = more > 0 ? [extra, ''] : ['', extra]
  return { agree: [], differ: [...differ, { sign: 'negation', ours, theirs }] }
}
