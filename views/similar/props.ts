import type { Claim } from '../../src/domain/claim.ts'
import type { Rating } from '../../src/domain/rating.ts'
import type { Verdict } from '../../src/domain/verdict.ts'
import type { Part } from '../html.ts'

/** Something that two texts say alike, or differently; '' where one says nothing of it. */
export type Sign = {
  sign: 'figure' | 'date' | 'place' | 'name' | 'negation'
  ours: string
  theirs: string
}

/** A claim on the desk that seems to speak of the same thing as some words, and what says so. */
export type Similar = {
  claim: Claim
  likeness: {
    words: readonly string[]
    agree: readonly Sign[]
    differ: readonly Sign[]
    /** Almost the same words, and another figure, date, place, name or negation. */
    warns: boolean
  }
  /** The wording of it that shares most words, and where these stand in it, in UTF-16 units. */
  said: { text: string; language: string; marks: readonly { start: number; end: number }[] }
  /** What the public reads of it; null where nothing is. */
  told: { verdict: Verdict; rating: Rating | null } | null
}

/** What can be done about a suggestion, beside opening it; nothing for whoever only reads. */
export type Ways = (one: Similar) => Part
