/** Statements that a program makes of others by changing one thing in them. */
import type { Random } from './edits.ts'

export type Kind = 'figure' | 'date' | 'place' | 'negation'
export const kinds: readonly Kind[] = ['figure', 'date', 'place', 'negation']

const places: Record<string, string[]> = {
  it: `Germania Francia Spagna Grecia Russia Libia Turchia Roma Milano Napoli Torino Sicilia Lombardia
    Veneto Puglia Genova Bologna Svizzera Austria Tunisia Egitto Cina Giappone Canada Londra Parigi
    Berlino Bruxelles Polonia Ungheria Portogallo`.split(/\s+/),
  en: `Greece London Leeds Poland Chicago Germany Hungary Japan Italy Texas Turkey Norway Sweden Kabul
    Manchester Madrid Ethiopia Australia Ukraine Beijing Detroit Athens France Vienna Morocco Kenya
    Mexico Russia Canada Spain Paris Berlin Boston`.split(/\s+/),
}

const months: Record<string, string[]> = {
  it: 'gennaio marzo aprile maggio giugno luglio settembre ottobre novembre dicembre'.split(' '),
  en: 'January April June July August September October November December'.split(' '),
}

const helping: Record<string, RegExp> = {
  it: /(?<=\s)(?<!\s(?:ne|ci|si|lo|la|li|le|mi|gli|vi|che)\s)(?=(?:è|sono|ha|hanno|era|sarà|può|possono|fa|esiste|esistono|abbiamo)\s)/u,
  en: /(?<=\s(?:has|have|is|are|was|were|will|would|can|could|had))(?=\s(?!not))/u,
}
const denied: Record<string, RegExp> = { it: /\b[Nn]on\s+(?=\p{Ll})/u, en: /\snot(?=\s)/u }
const denial: Record<string, string> = { it: 'non ', en: ' not' }

const year = /(?<![\d.,])(?:19|20)\d\d(?![\d.,]\d|\d)/gu
const number = /(?<![\d.,:\p{L}/-])\d+(?:[.,]\d+)*(?![\d:/]|[.,]\d|\p{L})/gu

const one = <T>(random: Random, all: readonly T[]): T | undefined => all[random.below(all.length)]

const numerals: Record<string, string[]> = {
  it: 'due tre quattro cinque sette otto nove dieci venti trenta'.split(' '),
  en: 'two three four five six seven eight nine ten twelve twenty'.split(' '),
}

/** A text with one thing of a kind changed; null where there is none. */
export function changed(text: string, language: string, kind: Kind, random: Random): string | null {
  switch (kind) {
    case 'figure': {
      const names = numerals[language] ?? []
      const named = new RegExp(`(?<!\\p{L})(?:${names.join('|')})(?!\\p{L})`, 'gu')
      const found = [...text.matchAll(number)].filter(
        ({ 0: word }) => !/^(?:19|20)\d\d$/.test(word),
      )
      const at = one(random, [...found, ...text.matchAll(named)])
      if (!at) return null
      const isDigits = /\d/.test(at[0])
      return put(text, at, isDigits ? anotherNumber(at[0], random) : another(names, at[0], random))
    }
    case 'date': {
      const names = months[language] ?? []
      const month = new RegExp(`(?<!\\p{L})(?:${names.join('|')})(?!\\p{L})`, 'gu')
      const at = one(random, [...text.matchAll(year), ...text.matchAll(month)])
      if (!at) return null
      const other = /\d/.test(at[0]) ? String(Number(at[0]) - 1 - random.below(4)) : null
      return put(text, at, other ?? another(names, at[0], random))
    }
    case 'place': {
      const names = places[language] ?? []
      const name = new RegExp(`(?<!\\p{L})(?:${names.join('|')})(?!\\p{L})`, 'gu')
      const at = one(random, [...text.matchAll(name)])
      return at ? put(text, at, another(names, at[0], random)) : null
    }
    case 'negation': {
      const shorter = text.replace(denied[language] ?? /$^/, '')
      if (shorter !== text) return shorter
      const longer = text.replace(helping[language] ?? /$^/, denial[language] ?? '')
      return longer === text ? null : longer
    }
  }
}

const put = (text: string, { 0: word, index }: RegExpExecArray, other: string): string =>
  text.slice(0, index) + other + text.slice(index + word.length)

const another = (all: readonly string[], not: string, random: Random): string =>
  one(
    random,
    all.filter((name) => name !== not),
  ) ?? ''

/** Another first digit that says something, or a digit less: `40` becomes `70`, or `4`. */
function anotherNumber(text: string, random: Random): string {
  if (/^[1-9]0$/.test(text) && random.below(2)) return text.slice(0, 1)
  const at = text.search(/[1-9]/)
  const digit = Number(text[at] ?? 1)
  const other = ((digit + 1 + random.below(7)) % 9) + 1
  const fresh = other === digit ? (digit % 9) + 1 : other
  return at < 0 ? '7' : text.slice(0, at) + fresh + text.slice(at + 1)
}
