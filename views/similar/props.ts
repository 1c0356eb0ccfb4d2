import type { Claim } from '../../src/domain/claim.ts'
import type { Rating } from '../../src/domain/rating.ts'
import type { RulingLine } from '../../src/domain/ruling.ts'
import type { Verdict } from '../../src/domain/verdict.ts'
import type { Part } from '../html.ts'

/** Something that two texts say alike, or differently; '' where one says nothing of it. */
export type Sign = {
  sign: 'figure' | 'date' | 'place' | 'name' | 'negation'
  ours: string
  theirs: string
}

/** How something on the desk seems to speak of the same thing as some words. */
export type Alike = {
  likeness: {
    words: readonly string[]
    agree: readonly Sign[]
    differ: readonly Sign[]
    /** Almost the same words, and another figure, date, place, name or negation. */
    warns: boolean
  }
  /** The wording of it that shares most words, and where these stand in it, in UTF-16 units. */
  said: { text: string; language: string; marks: readonly { start: number; end: number }[] }
}

/** A claim on the desk that is like some words. */
export type Similar = Alike & {
  claim: Claim
  /** What the public reads of it; null where nothing is. */
  told: { verdict: Verdict; rating: Rating | null } | null
}

/** How somebody else rated what is like some words: nothing that the desk found. */
export type SimilarRuling = Alike & {
  ruling: RulingLine
  /** What its label amounts to on the desk’s scale; null where nobody said so. */
  rating: Rating | null
}

/** What is like some words, most alike first: the desk’s own apart from what others rated. */
export type Found = { claims: readonly Similar[]; rulings: readonly SimilarRuling[] }

export const noneFound: Found = { claims: [], rulings: [] }

/** What can be done about a suggestion, beside opening it; nothing for whoever only reads. */
export type Ways = (one: Similar) => Part
