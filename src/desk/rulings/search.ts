import type { Hit as Place } from '../../domain/hit.ts'
import { type RulingLine, type RulingPlace, statementOf } from '../../domain/ruling.ts'
import { siteWord } from '../../matching/indexed.ts'
import { begin, piecesOf, type Sought, says } from '../../matching/query/marks.ts'
import type { Store } from '../../store/store.ts'
import type { Hit } from '../../store/words.ts'
import { type Asking, asking, scoreOf } from '../search/asking.ts'
import { soughtOf } from '../search/hits.ts'
import { type Understood, understand } from '../search/understand.ts'

/** What the worker is asked for. */
export type RulingsAsked = {
  member: { id: string }
  q: string
  /** Of this publisher alone, by its host. */
  publisher: string | null
  place: RulingPlace | null
  /** How many a page shows. */
  page: number
}

/** What was found: by their ids, and where each says what is searched for. */
export type RulingsFound = {
  found: { id: string; hits: Place[] }[]
  next: RulingPlace | null
  /** How many there are, or that there are more than so many. */
  count: { rulings: number; isLeast: boolean }
}

/** So much is counted, and put in order; less where texts are read for it. */
const WINDOW = 1000
const READ_WINDOW = 250

/** A search, as the index is asked and as texts are read. */
type Search = { asking: Asking; understood: Understood; publisher: string | null }

/** Whether the texts themselves are read: the index has stems alone. */
const isRead = ({ understood: { phrases, none }, asking: { begins } }: Search): boolean =>
  phrases.length + none.phrases.length + begins.length > 0

/** All of a ruling that is searched. */
const textOf = (one: RulingLine): string =>
  [one.statement, one.title, one.claimant, one.claimantRole, one.publisherName, one.publisher]
    .filter(Boolean)
    .join(' ¶ ')

function isSaidBy(line: RulingLine, { understood, asking }: Search): boolean {
  const text = textOf(line)
  const { phrases, none } = understood
  return (
    phrases.every((phrase) => says(text, phrase)) &&
    asking.begins.every((letters) => begin(text, letters)) &&
    !none.phrases.some((phrase) => says(text, phrase))
  )
}

/** Those that were found, newest first, and where it goes on. */
async function window(store: Store, search: Search, before: number | null) {
  const { asking, publisher } = search
  const limit = isRead(search) ? READ_WINDOW : WINDOW
  const { all, phrases = [], none = [] } = asking.asked
  if (publisher === null && all.length + phrases.length + none.length === 0) {
    const rows = await store.rulings.newest(before, limit)
    const last = rows.length === limit ? (rows.at(-1)?.number ?? null) : null
    const hits = rows.map((row): Hit => ({ ...row, fields: [] }))
    return { hits, next: last, newest: rows[0]?.number ?? 0 }
  }
  const site = publisher === null ? [] : [{ any: [siteWord(publisher)], in: ['title' as const] }]
  const asked = { ...asking.asked, all: [...all, ...site] }
  const { hits, next } = await store.words.found(asked, { kind: 'ruling', before, limit })
  const newest = hits[0]?.number ?? 0
  if (!isRead(search)) return { hits, next, newest }
  const lines = await store.rulings.lines(hits.map(({ subject }) => subject))
  const said = new Set(lines.filter((line) => isSaidBy(line, search)).map(({ id }) => id))
  return { hits: hits.filter(({ subject }) => said.has(subject)), next, newest }
}

/** Where a ruling says what is sought: what was rated, and where that does not say all of it, the rest. */
function placesIn(line: RulingLine, sought: Sought): Place[] {
  const { statement, title, language } = line
  const main = statement || title || ''
  const isWhole = main === statementOf(line)
  const speaker = [line.claimant, line.claimantRole].filter(Boolean).join(', ')
  const place = (field: Place['field'], text: string, whole = false): Place[] => {
    const pieces = piecesOf(text, language, sought, whole)
    return pieces.length > 0 ? [{ field, number: null, language, pieces }] : []
  }
  return [
    ...place('statement', main, isWhole),
    ...place('claimant', speaker),
    ...(title && title !== main ? place('article', title) : []),
  ]
}

/**
 * Searches what others rated, the best of the newest first: its work is bounded whatever is asked for, and
 * whatever it says of how many there are is so.
 */
export async function rulingsFound(
  store: Store,
  search: Search,
  place: RulingPlace | null,
  page: number,
): Promise<RulingsFound> {
  const { hits, next, newest } = await window(store, search, place?.before ?? null)
  const { weights } = search.asking
  const score = ({ fields }: Hit) => scoreOf(fields, weights)
  const sorted = hits.toSorted((a, b) => score(b) - score(a) || b.number - a.number)
  const at = place?.at ?? 0
  const shown = sorted.slice(at, at + page)
  const isMore = at + page < sorted.length
  const onwards = next === null ? null : { before: next, at: 0 }
  const rows = await store.rulings.lines(shown.map(({ subject }) => subject))
  const lines = new Map(rows.map((line) => [line.id, line]))
  const sought = soughtOf(search.asking, search.understood)
  return {
    found: shown.flatMap(({ subject }) => {
      const line = lines.get(subject)
      return line ? [{ id: subject, hits: placesIn(line, sought) }] : []
    }),
    // Among the same ones, whatever is brought in meanwhile.
    next: isMore ? { before: newest + 1, at: at + page } : onwards,
    count: { rulings: hits.length, isLeast: next !== null },
  }
}

/** The same of a search as it was typed: the worker's part. */
export async function searchRulings(store: Store, asked: RulingsAsked): Promise<RulingsFound> {
  const { member, q, publisher, place, page } = asked
  const understood = await understand(store, member, q)
  const search = { asking: await asking(store, understood), understood, publisher }
  return rulingsFound(store, search, place, page)
}
