import type { PublicList, ToldPlace } from '../domain/public-list.ts'
import { publicVerdict } from '../interchange/verdict-export.ts'
import { type Term, termsOf } from '../matching/query.ts'
import { stemsOf } from '../matching/stems.ts'
import type { Told } from '../store/told.ts'
import type { Desk } from './open.ts'
import { PAGE, type ToldVersion, versionOf } from './public.ts'

/** How many are read at once: one more than a page shows whether there is another. */
const STEP = PAGE + 1
/** How often a search reads on before it leaves the rest to the next page. */
const MOST_STEPS = 3
/** Up to so many claims that share a word with a search are gone through one by one. */
const RARE = 1000

/** Searches are understood in these, whatever the claims are written in. */
const spoken = ['it', 'en']

/** Of what was told, what is searched. */
const searched = publicVerdict.pick({ claim: true, conclusion: true, conclusionTranslations: true })

/** Whether what was told says all that is searched for, in its statement or in its conclusion. */
function says({ body }: Told, terms: Term[]): boolean {
  if (terms.length === 0) return true
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
  return terms.every(({ stems, beginning }) =>
    said.some((stem) => stems.includes(stem) || (beginning && stem.startsWith(beginning))),
  )
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
function some(all: ToldPlace[], full: ToldPlace | null | undefined): Some {
  const places = all.slice(0, STEP)
  return { places, end: (all.length > STEP ? places.at(-1) : full) ?? null }
}

type Going = { rating: string | null; rare: number }

/** What is found by rare words, or by a rare rating, newest first; null where there is too much of it. */
async function rareOnes({ store: { told } }: Desk, terms: Term[], { rating, rare }: Going) {
  if (terms.length > 0) {
    const claims = await told.sharing(terms, rare + 1)
    return claims.length > rare ? null : (await told.on(claims, rating)).sort(newestFirst)
  }
  const rated = rating ? await told.rated(rating, rare + 1) : null
  return rated && rated.length <= rare ? rated.sort(newestFirst) : null
}

/**
 * How one goes through what may be found: what is rare is looked up, and of what is common the list of
 * all that is published is full enough to be walked through.
 */
async function walk(desk: Desk, terms: Term[], asked: Going) {
  const { told } = desk.store
  const { rating } = asked
  const rare = await rareOnes(desk, terms, asked)
  return async (after: ToldPlace | null): Promise<Some> => {
    if (rare) return some(after ? rare.filter((one) => newestFirst(after, one) < 0) : rare, null)
    const limit = terms.length > 0 ? WINDOW : STEP
    const window = await told.list({ rating, after, limit })
    const full = window.length === limit ? window.at(-1) : null
    if (terms.length === 0) return some(window, full)
    const claims = window.map(({ claim }) => claim)
    const on = new Set(await told.sharing(terms, limit, claims))
    const sharing = window.filter(({ claim }) => on.has(claim))
    return some(sharing, full)
  }
}

/**
 * A page of what is published, newest first. What is searched for is looked for in what the public
 * was told, not in what the desk has made of the claim since.
 * @param after the last verdict of the page before
 * @param rare up to how many claims share words that are rare
 * @returns `next` from where it goes on, if it does; `wordless` where a search holds no word that says
 *   anything: it finds everything
 */
export async function listTold(
  desk: Desk,
  { q, rating }: PublicList,
  after: ToldPlace | null,
  rare = RARE,
) {
  const terms = termsOf(q, spoken)
  const on = await walk(desk, terms, { rating, rare })
  const found: { place: ToldPlace; version: ToldVersion }[] = []
  let next = after
  for (let steps = 0; steps < MOST_STEPS && found.length <= PAGE; steps++) {
    const { places, end } = await on(next)
    const told = await desk.store.told.last(places.map(({ id }) => id))
    for (const place of places) {
      const version = told.find(({ verdict }) => verdict === place.id)
      if (version && says(version, terms)) found.push({ place, version: versionOf(version) })
    }
    next = end
    if (end === null) break
  }
  const page = found.slice(0, PAGE)
  if (found.length > PAGE) next = page.at(-1)?.place ?? null
  const wordless = q !== '' && terms.length === 0
  return { found: page.map(({ version }) => version), next, wordless }
}
