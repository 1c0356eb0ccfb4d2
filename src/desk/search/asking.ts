import { indexWords } from '../../matching/indexed.ts'
import { slipStems } from '../../matching/query/slips.ts'
import { SHORTEST_BEGINNING } from '../../matching/query/sought.ts'
import { bare } from '../../matching/stems.ts'
import type { Store } from '../../store/store.ts'
import type { Asked, Field, Group } from '../../store/words.ts'
import type { Understood, Word } from './understand.ts'

/** What a search is found by, and how much each of its words tells. */
export type Asking = {
  asked: Asked
  /** Of each group: rare words tell more. */
  weights: number[]
  /** Beginnings that are longer than the stems of some words: whether a word begins so is read in its text. */
  begins: string[]
  /** Words that nothing has, and what they were taken for. */
  taken: { typed: string; as: 'beginning' | 'near'; word: Word }[]
  /** Words that nothing has, nor anything near them. */
  missing: string[]
}

/** A word is taken for no more others than these. */
const NEAREST = 5
/** So many words are taken for others: where more stand nowhere, somebody asks for another text than any here. */
const MOST_TAKEN = 3

/** Every way in which a phrase may stand in the index: stems differ by language. */
function wordings(phrase: string[], languages: string[]): string[][] {
  const all = languages.map((code) => indexWords(phrase.join(' '), code))
  return [...new Map(all.map((words) => [words.join(' '), words])).values()]
}

/** Stemmers cut words short: what begins with `volev` may stand under `vol`. */
function shorter({ isBeginning, term }: Word): string[] {
  const letters = Array.from(isBeginning ? (term.beginning ?? '') : '')
  const lengths = letters.map((_, i) => i).filter((length) => length >= SHORTEST_BEGINNING)
  return lengths.map((length) => letters.slice(0, length).join(''))
}

const groupOf = ({ term }: Word, also: string[] = []): Group => ({
  any: [...new Set([...term.stems, ...also])],
  ...(term.beginning === null ? {} : { beginning: term.beginning }),
})

/** What a word is taken for that stands nowhere: the beginning of others, or one that is near it. */
async function instead(store: Store, word: Word, languages: string[]): Promise<Word | null> {
  const { stems } = word.term
  const begins = bare(word.typed.toLowerCase())
  if (Array.from(begins).length >= SHORTEST_BEGINNING) {
    const others = await store.words.starting(begins, 1)
    if (others.length > 0) {
      return { ...word, isBeginning: true, term: { stems, beginning: begins } }
    }
  }
  const near = (await Promise.all(stems.map((stem) => store.words.near(stem)))).flat()
  const slipped = [...(await store.words.counts(slipStems(word.typed, languages)))]
  const common = slipped.sort(([, a], [, b]) => b.documents - a.documents).map(([stem]) => stem)
  const found = [...new Set([...common.slice(0, NEAREST), ...near.slice(0, NEAREST)])]
  return found.length > 0 ? { ...word, term: { stems: found, beginning: null } } : null
}

/**
 * Turns a search into what the index is asked. A word that nothing has is taken for the beginning of
 * others, or for one that is written nearly so; only then.
 */
export async function asking(store: Store, understood: Understood): Promise<Asking> {
  const { words, phrases, none, languages } = understood
  const phrased = phrases.map((phrase) => wordings(phrase, languages))
  const stems = [
    ...words.flatMap((word) => [...word.term.stems, ...shorter(word)]),
    ...phrased.flat(2),
  ]
  const [counts, { documents: size }] = await Promise.all([
    store.words.counts([...new Set(stems)]),
    store.words.total(),
  ])
  const count = (any: string[]) =>
    any.reduce((sum, stem) => sum + (counts.get(stem)?.documents ?? 0), 0)
  const weight = (any: string[]) => Math.log(1 + size / Math.max(1, count(any)))
  const groups: Group[] = []
  const weights: number[] = []
  const taken: Asking['taken'] = []
  const missing: string[] = []
  const begins: string[] = []
  for (const word of words) {
    const isThere = word.isBeginning || count(word.term.stems) > 0
    // All of it must be there: once something is not, it does not matter what the rest may have meant.
    const isOver = missing.length > 0 || taken.length === MOST_TAKEN
    const other = isThere || isOver ? null : await instead(store, word, languages)
    if (other)
      taken.push({ typed: word.typed, as: other.isBeginning ? 'beginning' : 'near', word: other })
    else if (!isThere && !isOver) missing.push(word.typed)
    const also = shorter(word).filter((stem) => counts.has(stem))
    if (also.length > 0) begins.push(word.term.beginning ?? '')
    groups.push(groupOf(other ?? word, also))
    weights.push(weight(word.term.stems))
  }
  for (const any of phrased) {
    // A phrase tells as much as its words.
    const [first = []] = any
    for (const i of first.keys()) {
      const one = [...new Set(any.flatMap((wording) => wording[i] ?? []))]
      groups.push({ any: one })
      weights.push(weight(one))
    }
  }
  const asked: Asked = {
    all: groups,
    phrases: phrased.map((any) => ({ any })),
    none: none.words.map(({ term: { stems: any, beginning } }) => ({
      any: any.map((stem) => [stem]),
      ...(beginning === null ? {} : { beginning }),
    })),
  }
  return { asked, weights, begins, taken, missing }
}

/** How much it tells that a word stands there, the statement first. */
const telling: Record<Field, number> = {
  statement: 100,
  claimant: 40,
  title: 25,
  evidence: 15,
  conclusion: 12,
  rationale: 10,
  text: 10,
}

/** How well a document answers: rarer words in more telling places. A whole number. */
export const scoreOf = (fields: (Field | null)[], weights: number[]): number =>
  Math.round(
    fields.reduce((sum, field, i) => sum + (field ? telling[field] : 0) * (weights[i] ?? 0), 0),
  )
