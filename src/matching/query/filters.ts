import { claimKinds } from '../../domain/claim.ts'
import { isoOrder, isPartialDate } from '../../domain/dates.ts'
import { lettersOf, type Rating } from '../../domain/rating.ts'
import { stages } from '../../domain/stage.ts'
import { reasons } from '../../domain/verdict.ts'
import { languageCalled } from './languages.ts'

/**
 * The filters that can be typed, each by what it is called in English and Italian. `after` takes in the
 * day, month or year that it names, `before` does not: `after:2025-05 before:2025-06` is all of May.
 */
const names = {
  rating: ['rating', 'verdict', 'voto', 'giudizio', 'verdetto'],
  reason: ['reason', 'motivo'],
  stage: ['stage', 'fase', 'stato'],
  language: ['lang', 'language', 'lingua'],
  topic: ['topic', 'argomento', 'tema'],
  kind: ['kind', 'tipo'],
  claimant: ['claimant', 'by', 'chi'],
  article: ['article', 'articolo'],
  outlet: ['outlet', 'testata'],
  holder: ['holder', 'assegnata'],
  after: ['after', 'since', 'dopo', 'dal'],
  before: ['before', 'prima'],
  has: ['has', 'con'],
} as const
export type FilterName = keyof typeof names

/** The scale of a desk, as far as a search goes by it. */
export type Scale = readonly Pick<Rating, 'id' | 'labelEn' | 'labelIt'>[]

const isName = (name: string): name is FilterName => Object.hasOwn(names, name)

/** Which filter somebody names; null where that is none. */
export function filterCalled(word: string): FilterName | null {
  const small = word.toLowerCase()
  const found = Object.entries(names).find(([, called]) => called.some((one) => one === small))
  return found && isName(found[0]) ? found[0] : null
}

/** What a claim can have: a public verdict, evidence, an article, a day by which it is due. */
const havings = ['verdict', 'evidence', 'article', 'due'] as const

/** Other words for a value than its id; those of the scale come from the desk. */
const also: Partial<Record<FilterName, Record<string, string>>> = {
  stage: {
    'in arrivo': 'inbox',
    arrivo: 'inbox',
    'in verifica': 'checking',
    verifica: 'checking',
    review: 'in_review',
    'in revisione': 'in_review',
    revisione: 'in_review',
    decisa: 'decided',
    decise: 'decided',
    aside: 'set_aside',
    accantonata: 'set_aside',
    accantonate: 'set_aside',
  },
  kind: {
    event: 'happened',
    fatto: 'happened',
    statement: 'said',
    dichiarazione: 'said',
    cifra: 'figure',
    causa: 'cause',
    previsione: 'forecast',
  },
  reason: {
    'errore di fatto': 'factual_error',
    'immagine manipolata': 'manipulated_media',
    superata: 'outdated',
    'manca il contesto': 'missing_context',
    'non verificata': 'unverified_as_fact',
    satira: 'satire',
    'superata in seguito': 'outdated_since',
  },
  claimant: { testata: 'outlet', ignoto: 'unknown', sconosciuto: 'unknown' },
  holder: { io: 'me', mine: 'me', mie: 'me', nessuno: 'nobody' },
  has: {
    verdetto: 'verdict',
    giudizio: 'verdict',
    prove: 'evidence',
    fonti: 'evidence',
    articolo: 'article',
    scadenza: 'due',
  },
}

const ids: Partial<Record<FilterName, readonly string[]>> = {
  stage: stages,
  kind: claimKinds,
  reason: reasons,
  has: havings,
}

function ratingCalled(letters: string, scale: Scale): string | null {
  const isCalled = ({ id, labelEn, labelIt }: Scale[number]) =>
    [id, labelEn, labelIt].some((name) => lettersOf(name) === letters)
  return scale.find(isCalled)?.id ?? null
}

function dateOf(text: string): string | null {
  const date = isoOrder(text)
  return isPartialDate(date) ? date : null
}

/**
 * What a filter is set to, as the desk knows it: an id, a code, a date. Names of people and things stay
 * what was typed: only the desk can tell whom they mean.
 * @returns null where the filter has no such value
 */
export function valueCalled(name: FilterName, typed: string, scale: Scale): string | null {
  const letters = lettersOf(typed)
  if (letters === '') return null
  if (name === 'after' || name === 'before') return dateOf(typed.trim())
  if (name === 'rating') return ratingCalled(letters, scale)
  if (name === 'language') return languageCalled(letters)
  const id = ids[name]?.find((one) => lettersOf(one) === letters)
  const other = also[name] ?? {}
  const known = id ?? (Object.hasOwn(other, letters) ? other[letters] : undefined)
  return known ?? (ids[name] ? null : typed)
}
