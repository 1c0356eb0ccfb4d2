import { bare } from '../stems.ts'
import { cities, countries } from './places-data.ts'

/** A place that a word or some words mean. */
export type Known = {
  id: string
  /** The country that is meant by its capital too: `Mosca ha risposto`. */
  speaksFor: string | null
  /** Written with a small letter too: `italiano`. */
  small: boolean
}

/** Codes of what is no country any more, or none: `Intl` knows them and names them like others. */
const stale = new Set(
  'AN BU CS DD DY EZ FX HV NH NT QO RH SU TP UK UN VD XA XB YD YU ZR ZZ'.split(' '),
)

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
const codes = letters
  .flatMap((one) => letters.map((other) => one + other))
  .filter((code) => !stale.has(code))

const wordsOf = (name: string) =>
  (bare(name.toLowerCase()).match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')

const read = new Map<string, ReadonlyMap<string, Known>>()

/**
 * What names mean which places, by their words without capitals and accents: the countries as the
 * language calls them, and in Italian and English their people and cities.
 */
export function gazetteerOf(language: string): ReadonlyMap<string, Known> {
  const before = read.get(language)
  if (before) return before
  const places = new Map<string, Known>()
  const add = (name: string, known: Known) => {
    const words = wordsOf(name)
    if (words && !places.has(words)) places.set(words, known)
  }
  for (const line of cities.trim().split('\n')) readRow(line, language, add)
  for (const line of countries.trim().split('\n')) readRow(line, language, add)
  for (const [name, id] of countriesIn(language)) add(name, { id, speaksFor: null, small: false })
  read.set(language, places)
  return places
}

/** Countries by name; of `Myanmar (Birmania)` both names. */
function countriesIn(language: string): [string, string][] {
  const isKnown = Intl.DisplayNames.supportedLocalesOf([tagOf(language)]).length > 0
  const names = new Intl.DisplayNames([isKnown ? tagOf(language) : 'en'], {
    type: 'region',
    fallback: 'none',
  })
  return codes.flatMap((code) => {
    const name = names.of(code) ?? ''
    return name.split(/[()]/).map((part): [string, string] => [part.trim(), code])
  })
}

/** Languages come from people: what is no tag is taken for none that is known. */
const tagOf = (language: string): string => (/^[a-z]{2,3}$/.test(language) ? language : 'und')

/**
 * A row: a place, the country of a capital after `<`, then names: `russ-o` are the Italian words for its people,
 * `Polish` (with a capital) the English ones, and `_` is a space.
 */
function readRow(row: string, language: string, add: (name: string, known: Known) => void): void {
  const [head = '', ...names] = row.trim().split(/\s+/)
  const [id = '', speaksFor = null] = head.split('<')
  for (const name of names) {
    const [stem = '', ending] = name.split('-')
    const forms = ending ? endings[ending]?.map((end) => stem + end) : null
    if (forms && language === 'it')
      for (const form of forms) add(form, { id, speaksFor, small: true })
    if (forms) continue
    const spelled = name.replaceAll('_', ' ')
    // `Italians` as well.
    const all = /^\p{Lu}/u.test(name) ? [spelled, `${spelled}s`] : [spelled]
    for (const one of all) add(one, { id, speaksFor, small: false })
  }
}

const endings: Record<string, string[]> = {
  o: ['o', 'a', 'i', 'e', 'hi', 'he'],
  e: ['e', 'i'],
  a: ['a', 'i', 'e'],
}
