import type { Fields as Saved } from '../../src/domain/ledger.ts'
import type { Typed } from '../frame.ts'
import type { Choice } from '../parts.ts'

export type Value = string | string[]

/** A run of words of one version; `differs` where the other version has not got them. */
export type Piece = { text: string; differs: boolean }

/** A text in two versions, word by word, and in one; `clashes` are the places that both changed. */
export type Compared = {
  theirs: Piece[]
  mine: Piece[]
  merged: string
  clashes: { was: string; theirs: string; mine: string }[]
}

/** What a form that came too late holds, and what it and the version that is saved began from. */
export type Merging = {
  typed: Typed
  /** Null where that is not known: then nothing is merged. */
  was: Saved | null
  compare: (was: string | null, theirs: string, mine: string) => Compared
}

/** One field that two people may have saved differently. */
export type ConflictField = {
  name: string
  label: string
  /** What both began from; null where that is not known. Several values where it takes several. */
  was: Value | null
  /** What is saved now. */
  theirs: Value
  /** What this person sent. */
  mine: Value
  /** A running text, which is compared and merged word by word. */
  long?: boolean
  /** Where the field takes one (or some) of these, and no free text. */
  choices?: Choice[]
}

/** A field with what is proposed to be saved, and whose changes are in that. */
export type Merged = ConflictField & {
  value: Value
  outcome: 'theirs' | 'mine' | 'merged' | 'both'
  words?: Compared
}

export const values = (value: Value): string[] => [value].flat().filter(Boolean)

export const isSame = (a: Value | null, b: Value): boolean =>
  a !== null && JSON.stringify(values(a)) === JSON.stringify(values(b))

/** What is proposed: whatever only one of them changed is as that one has it. */
export function merge(field: ConflictField, compare: Merging['compare']): Merged {
  const { was, theirs, mine, long } = field
  if (long && typeof theirs === 'string' && typeof mine === 'string') {
    const words = compare(typeof was === 'string' ? was : null, theirs, mine)
    const outcome = outcomeOf(field) ?? (words.clashes.length > 0 ? 'both' : 'merged')
    return { ...field, words, value: words.merged, outcome: was === null ? 'both' : outcome }
  }
  const outcome = outcomeOf(field)
  if (outcome) return { ...field, outcome, value: outcome === 'theirs' ? theirs : mine }
  // Of several that are chosen, each was added or taken away by one, or in the same way by both.
  if (Array.isArray(was)) return { ...field, outcome: 'merged', value: chosen(was, theirs, mine) }
  return { ...field, outcome: 'both', value: mine }
}

const outcomeOf = ({ was, theirs, mine }: ConflictField): 'theirs' | 'mine' | null =>
  isSame(was, theirs) ? 'mine' : isSame(was, mine) ? 'theirs' : null

function chosen(was: string[], theirs: Value, mine: Value): string[] {
  const [them, me] = [values(theirs), values(mine)]
  const all = [...new Set([...was, ...them, ...me])]
  return all.filter((one) => (them.includes(one) === was.includes(one) ? me : them).includes(one))
}
