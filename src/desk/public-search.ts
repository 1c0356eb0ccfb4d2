import type { PublicList, ToldPlace } from '../domain/public-list.ts'
import { publicVerdict } from '../interchange/verdict-export.ts'
import { phraseOf, says as saysPhrase } from '../matching/query/marks.ts'
import { asPlain, readSearch } from '../matching/query/read.ts'
import {
  isFoundBy,
  SHORTEST_BEGINNING,
  spoken,
  type Term,
  telling,
  termOf,
} from '../matching/query/sought.ts'
import { bare, stemsOf } from '../matching/stems.ts'
import type { Store } from '../store/store.ts'
import type { Told } from '../store/told.ts'
import type { Asked, Group } from '../store/words.ts'
import { PAGE, type ToldVersion, versionOf } from './told-version.ts'

/** How often a search reads on before it leaves the rest to the next page. */
const MOST_STEPS = 3
/** Up to so many claims that share a word with a search are gone through one by one. */
const RARE = 1000

/** Of what was told, what is searched. */
const searched = publicVerdict.pick({ claim: true, conclusion: true, conclusionTranslations: true })

/** What a search asks of what was told: words, phrases, and what is not to be there. */
type Sought = { terms: Term[]; phrases: string[][]; not: { terms: Term[]; phrases: string[][] } }

/**
 * Reads a search of the public. It goes by what was told alone: that a word is taken for another one
 * because it stands nowhere would tell which words the desk has. So the beginning of a word is enough.
 */
function soughtIn(q: string): Sought {
  const sought: Sought = { terms: [], phrases: [], not: { terms: [], phrases: [] } }
  for (const part of readSearch(q, []).parts.flatMap(asPlain)) {
    const to = part.isNot ? sought.not : sought
    if (part.kind === 'phrase') to.phrases.push(phraseOf(part.text))
    const word = part.kind === 'word' ? telling(part.text) : null
    if (part.kind !== 'word' || word === null) continue
    const isLong = Array.from(bare(word)).length >= SHORTEST_BEGINNING
    to.terms.push(termOf(word, spoken, part.beginning || (isLong && !part.isNot)))
  }
  return sought
}

const isNothing = ({ terms, phrases, not }: Sought): boolean =>
  terms.length + phrases.length + not.terms.length + not.phrases.length === 0

/** Whether what was told says all that is searched for, in its statement or in its conclusion. */
function says({ body }: Told, sought: Sought): boolean {
  if (isNothing(sought)) return true
  const { claim, conclusion, conclusionTranslations: put } = searched.parse(JSON.parse(body))
  const texts: [text: string | null, language: string][] = [
    [claim.statement, claim.language],
    [claim.translations.en, 'en'],
    [claim.translations.it, 'it'],
    [conclusion, claim.language],
    [put.en, 'en'],
    [put.it, 'it'],
  ]
  const said = texts.flatMap(([text, language]) => (text ? stemsOf(text, language) : []))
  const has = (term: Term) => said.some((stem) => isFoundBy(term, stem))
  const tells = (phrase: string[]) => texts.some(([text]) => text && saysPhrase(text, phrase))
  const { terms, phrases, not } = sought
  const isAll = terms.every(has) && phrases.every(tells)
  return isAll && !not.terms.some(has) && !not.phrases.some(tells)
}

/** How many published verdicts a search for common words goes through at once. */
const WINDOW = 300

/** The order in which they were published, the newest first. */
const newestFirst = (a: ToldPlace, b: ToldPlace): number =>
  a.at === b.at ? order(b.id, a.id) : order(b.at, a.at)

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Some verdicts, newest first, and the place from where there are more; null where there are none. */
type Some = { places: ToldPlace[]; end: ToldPlace | null }

/** @param all what is there, or as much of it as was asked for: `full` says that there may be more */
function some(all: ToldPlace[], step: number, full: ToldPlace | null | undefined): Some {
  const places = all.slice(0, step)
  return { places, end: (all.length > step ? places.at(-1) : full) ?? null }
}

/** `step`: how many are read at once. */
type Going = { rating: string | null; rare: number; step: number }

/** A word as the index is asked for it, in what can have been told. */
const groupOf = ({ stems, beginning }: Term): Group => ({
  any: stems,
  in: ['statement', 'conclusion'],
  ...(beginning === null ? {} : { beginning }),
})

/** More words than these begin so: they are not rare. */
const FEW_WORDS = 200

/** The claims that may say it, where they are few; null where they are many. */
async function fewOn(store: Store, { terms }: Sought, rare: number): Promise<string[] | null> {
  for (const { beginning } of terms) {
    const words = beginning === null ? [] : await store.words.starting(beginning, FEW_WORDS)
    if (words.length === FEW_WORDS) return null
  }
  const asked: Asked = { all: terms.map(groupOf) }
  const looked = { kind: 'claim', before: null, limit: rare + 1 } as const
  const { hits, next } = await store.words.found(asked, looked)
  return next !== null || hits.length > rare ? null : hits.map(({ subject }) => subject)
}

/** What is found by rare words, or by a rare rating, newest first; null where there is too much of it. */
async function rareOnes(store: Store, sought: Sought, { rating, rare }: Going) {
  const { told } = store
  if (sought.terms.length > 0) {
    const claims = await fewOn(store, sought, rare)
    return claims && (await told.on(claims, rating)).sort(newestFirst)
  }
  const rated = rating ? await told.rated(rating, rare + 1) : null
  return rated && rated.length <= rare ? rated.sort(newestFirst) : null
}

/** Whether the words that a claim is found by may be those of a search. */
function maySay(lines: string, terms: Term[]): boolean {
  const [statement = '', conclusion = ''] = lines.split('\n')
  const text = statement + conclusion
  return terms.every(
    ({ stems, beginning }) =>
      stems.some((stem) => text.includes(` ${stem} `)) ||
      (beginning !== null && text.includes(` ${beginning}`)),
  )
}

/**
 * How one goes through what may be found: what is rare is looked up, and of what is common the list of
 * all that is published is full enough to be walked through.
 */
async function walk(store: Store, sought: Sought, asked: Going) {
  const { told, facts } = store
  const { rating, step } = asked
  const { terms } = sought
  const rare = await rareOnes(store, sought, asked)
  return async (after: ToldPlace | null): Promise<Some> => {
    const left = after && rare ? rare.filter((one) => newestFirst(after, one) < 0) : rare
    if (left) return some(left, step, null)
    const limit = terms.length > 0 ? WINDOW : step
    const window = await told.list({ rating, after, limit })
    const full = window.length === limit ? window.at(-1) : null
    if (terms.length === 0) return some(window, step, full)
    const rows = await facts.stems(window.map(({ claim }) => claim))
    const lines = new Map(rows.map(({ subject, stems }) => [subject, stems]))
    const sharing = window.filter(({ claim }) => maySay(lines.get(claim) ?? '', terms))
    return some(sharing, step, full)
  }
}

/** What is asked for: `after` is the last verdict of the page before. */
export type ToldAsked = PublicList & {
  after: ToldPlace | null
  /** How many at most. */
  limit?: number
  /** Up to how many claims share words that are rare. */
  rare?: number
}

/** A page of verdicts; `next` is from where it goes on, if it does. */
export type ToldList = {
  found: ToldVersion[]
  next: ToldPlace | null
  /** A search holds no word that says anything: it finds everything. */
  wordless: boolean
}

/**
 * A page of what is published, newest first. What is searched for is looked for in what the public
 * was told, not in what the desk has made of the claim since.
 */
export async function searchTold(
  store: Store,
  { q, rating, after, limit = PAGE, rare = RARE }: ToldAsked,
): Promise<ToldList> {
  const sought = soughtIn(q)
  // One more than a page shows whether there is another.
  const on = await walk(store, sought, { rating, rare, step: limit + 1 })
  const found: { place: ToldPlace; version: ToldVersion }[] = []
  let next = after
  for (let steps = 0; steps < MOST_STEPS && found.length <= limit; steps++) {
    const { places, end } = await on(next)
    const told = await store.told.last(places.map(({ id }) => id))
    for (const place of places) {
      const version = told.find(({ verdict }) => verdict === place.id)
      if (version && says(version, sought)) found.push({ place, version: versionOf(version) })
    }
    next = end
    if (end === null) break
  }
  const page = found.slice(0, limit)
  if (found.length > limit) next = page.at(-1)?.place ?? null
  const wordless = q !== '' && isNothing(sought)
  return { found: page.map(({ version }) => version), next, wordless }
}
