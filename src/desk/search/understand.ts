import { claimantKey } from '../../domain/claimant.ts'
import type { Member } from '../../domain/member.ts'
import { lettersOf } from '../../domain/rating.ts'
import { phraseOf } from '../../matching/query/marks.ts'
import { asPlain, type Part, readSearch, type Search, without } from '../../matching/query/read.ts'
import { spoken, type Term, telling, termOf } from '../../matching/query/sought.ts'
import type { Store } from '../../store/store.ts'
import { type Test, typedTest } from './filters.ts'

/** A word of a search as it was typed, and what it is found by. */
export type Word = { typed: string; isBeginning: boolean; term: Term }

/** A search as the desk understands it. */
export type Understood = {
  text: string
  words: Word[]
  /** By the letters of their words. */
  phrases: string[][]
  /** What must not be there. */
  none: { words: Word[]; phrases: string[][] }
  tests: Test[]
  /** Whether a filter asks for what only articles tell. */
  needsTitles: boolean
  /** The filters that were typed, and the search without each. */
  chips: { text: string; rest: string }[]
  strange: Search['strange']
  cut: boolean
  languages: string[]
}

type Filter = Extract<Part, { kind: 'filter' }>

/**
 * Whom or what a name stands for.
 * @returns ids; null where nobody and nothing is called so
 */
async function named(store: Store, member: Pick<Member, 'id'>, { name, value }: Filter) {
  if (name === 'topic') {
    const topic = value.replace(/^#+/, '').toLowerCase()
    return (await store.facts.hasTopic(topic)) ? [topic] : null
  }
  if (name === 'claimant') {
    if (value === 'outlet' || value === 'unknown') return [value]
    const letters = claimantKey(value)
    const ids = letters ? await store.facts.claimantsCalled(letters) : []
    return ids.length > 0 ? ids : null
  }
  if (name === 'holder') {
    if (value === 'me') return [member.id]
    if (value === 'nobody') return []
    const letters = lettersOf(value)
    const people = await store.people.list()
    const found = people.filter((one) => ` ${lettersOf(one.name)} `.includes(` ${letters}`))
    return found.length > 0 ? found.map(({ person }) => person.id) : null
  }
  return []
}

/** Reads what was typed, and finds out whom its names mean. */
export async function understand(
  store: Store,
  member: Pick<Member, 'id'>,
  typed: string,
): Promise<Understood> {
  const [scale, written] = await Promise.all([store.desks.scale(), store.facts.languages()])
  const languages = [...new Set([...spoken, ...written])]
  const { text, parts, strange, cut } = readSearch(typed, scale)
  const understood: Understood = {
    ...{ text, words: [], phrases: [], none: { words: [], phrases: [] }, tests: [] },
    ...{ needsTitles: false, chips: [], strange, cut, languages },
  }
  for (const part of parts) {
    const who = part.kind === 'filter' ? await named(store, member, part) : null
    if (part.kind === 'filter' && who) addFilter(understood, part, who)
    else {
      if (part.kind === 'filter') strange.push({ text: source(text, part), why: 'value' })
      for (const one of asPlain(part)) addWords(understood, one)
    }
  }
  return understood
}

const source = (text: string, { start, end }: Part): string => text.slice(start, end)

function addFilter(understood: Understood, part: Filter, who: string[]): void {
  const { name, isNot } = part
  const value = name === 'topic' ? (who[0] ?? part.value) : part.value
  const test = typedTest(name, value, who)
  understood.tests.push(isNot ? (facts, titles) => !test(facts, titles) : test)
  if (name === 'article' || name === 'outlet') understood.needsTitles = true
  const { text } = understood
  understood.chips.push({ text: source(text, part), rest: without(text, part) })
}

function addWords(understood: Understood, part: Part): void {
  const where = part.isNot ? understood.none : understood
  if (part.kind === 'phrase') where.phrases.push(phraseOf(part.text))
  if (part.kind !== 'word') return
  const word = telling(part.text)
  if (word === null) return
  const { beginning } = part
  const term = termOf(word, understood.languages, beginning)
  where.words.push({ typed: part.text, isBeginning: beginning, term })
}
