import { begin, says } from '../../matching/query/marks.ts'
import type { Facts } from '../../store/facts.ts'
import type { Store } from '../../store/store.ts'
import type { Asked, Hit } from '../../store/words.ts'
import { scoreOf } from './asking.ts'
import type { Test, Titles } from './filters.ts'
import { textsOf } from './texts.ts'

/** A claim that was found. */
export type Finding = {
  id: string
  number: number
  score: number
  inStatement: boolean
  /** Null where nothing was asked of it but words. */
  facts: Facts | null
}

/** `next` is from where there may be more, older ones; null where that was all. */
export type Gathered = { found: Finding[]; next: string | null }

export type Sought = {
  asked: Asked
  weights: number[]
  /** In these very words; and what is not to be said so. */
  phrases: string[][]
  nonePhrases: string[][]
  /** Beginnings of words that are to be read in the texts. */
  begins: string[]
  tests: Test[]
  needsTitles: boolean
  /** Whether they are put in an order that goes by what they are. */
  needsFacts: boolean
}

/** How many are looked at together, and how often one search goes on where most do not pass. */
const STEP = 1000
const STEPS = 5
/** The same where their texts are read. */
const READ_STEP = 250

async function titlesOf(store: Store, facts: Facts[], needed: boolean): Promise<Titles> {
  if (!needed) return new Map()
  const ids = facts.flatMap(({ appearances }) => appearances.map(({ article }) => article))
  const rows = await store.facts.articles([...new Set(ids)])
  return new Map(rows.map((row) => [row.id, row]))
}

/** Whether the texts themselves are read: the index has stems alone. */
const isRead = ({ phrases, nonePhrases, begins }: Sought): boolean =>
  phrases.length + nonePhrases.length + begins.length > 0

/** Of these, those that say each phrase in its very words, and none that they must not. */
async function saying(store: Store, ids: string[], sought: Sought) {
  const { phrases, nonePhrases, begins } = sought
  if (!isRead(sought)) return new Set(ids)
  const texts = await textsOf(store, ids)
  const isSaid = (id: string, phrase: string[]) =>
    (texts.get(id) ?? []).some(({ text }) => says(text, phrase))
  const hasBeginning = (id: string, letters: string) =>
    (texts.get(id) ?? []).some(({ text }) => begin(text, letters))
  return new Set(
    ids.filter(
      (id) =>
        phrases.every((phrase) => isSaid(id, phrase)) &&
        begins.every((letters) => hasBeginning(id, letters)) &&
        !nonePhrases.some((phrase) => isSaid(id, phrase)),
    ),
  )
}

function findingOf({ subject, number, fields }: Hit, { weights }: Sought, facts: Facts | null) {
  const inStatement = fields.every((field) => field === 'statement')
  return { id: subject, number, score: scoreOf(fields, weights), inStatement, facts }
}

/** Of what the index found, what passes the filters, in its order. */
async function passing(store: Store, hits: Hit[], sought: Sought): Promise<Finding[]> {
  if (sought.tests.length === 0 && !isRead(sought) && !sought.needsFacts) {
    return hits.map((hit) => findingOf(hit, sought, null))
  }
  const facts = await store.facts.of(hits.map(({ subject }) => subject))
  const titles = await titlesOf(store, facts, sought.needsTitles)
  const passed = new Map(
    facts
      .filter((one) => sought.tests.every((test) => test(one, titles)))
      .map((one) => [one.id, one]),
  )
  const said = await saying(store, [...passed.keys()], sought)
  return hits.flatMap((hit) => {
    const known = passed.get(hit.subject)
    return known && said.has(hit.subject) ? [findingOf(hit, sought, known)] : []
  })
}

/** Some hits, newest first, and from where it goes on. */
export type Source = (
  before: string | null,
  limit: number,
) => Promise<{ hits: Hit[]; next: string | null }>

/** What the index finds. */
export const indexed =
  (store: Store, asked: Asked): Source =>
  async (before, limit) => {
    const looked = {
      kind: 'claim',
      before: before === null ? null : Number(before),
      limit,
    } as const
    const { hits, next } = await store.words.found(asked, looked)
    return { hits, next: next === null ? null : String(next) }
  }

/**
 * What is found, newest first, until there is enough, or enough was looked at.
 * @param before older than this one; null begins with the newest
 */
export async function gather(
  store: Store,
  source: Source,
  sought: Sought,
  before: string | null,
  enough: number,
): Promise<Gathered> {
  const isPlain = sought.tests.length === 0 && !isRead(sought)
  const step = isPlain ? Math.min(STEP, enough) : isRead(sought) ? READ_STEP : STEP
  const found: Finding[] = []
  let next = before
  for (let steps = 0; steps < STEPS && found.length < enough; steps++) {
    const { hits, next: rest } = await source(next, step)
    found.push(...(await passing(store, hits, sought)))
    next = rest
    if (rest === null) break
  }
  if (found.length <= enough) return { found, next }
  const some = found.slice(0, enough)
  const last = some.at(-1)
  return { found: some, next: last ? placeOf(last) : null }
}

/** Where to go on after a claim: by its number in the index, or by its id where none was asked. */
const placeOf = ({ number, id }: Finding): string => (number > 0 ? String(number) : id)
