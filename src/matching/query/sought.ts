import { bare, stemOf, tellingWords } from '../stems.ts'

/** What one word of a search is found by: one of these stems, or whatever begins so. */
export type Term = { stems: string[]; beginning: string | null }

/** Searches are understood in these (ISO 639), whatever the claims are written in. */
export const spoken: readonly string[] = ['it', 'en']

/** Shorter beginnings are those of everything. */
export const SHORTEST_BEGINNING = 3

/** Italian stemmers go by the accent on the last letter, which many people do not type. */
const accents: Record<string, string[]> = {
  a: ['à'],
  e: ['è', 'é'],
  i: ['ì'],
  o: ['ò'],
  u: ['ù'],
}

/** A word as it is typed, without its accents, and with the one that it may end with. */
function spellings(word: string): string[] {
  const plain = bare(word)
  const ends = accents[plain.at(-1) ?? ''] ?? []
  return [word, plain, ...ends.map((end) => plain.slice(0, -1) + end)]
}

/** The word in small letters; null where it says nothing of what a claim is about. */
export const telling = (word: string): string | null =>
  tellingWords(word).find((one) => bare(one) !== '') ?? null

/**
 * Whatever a word is found by. Nobody says in which language they search, so it is taken in all.
 * @param word in small letters
 * @param languages ISO 639: those that texts are written in
 */
export function termOf(word: string, languages: readonly string[], isBeginning: boolean): Term {
  const stems = spellings(word).flatMap((one) => languages.map((code) => stemOf(one, code)))
  const beginning = isBeginning ? bare(word) : null
  const apart = stems.filter((stem) => beginning === null || !stem.startsWith(beginning))
  return { stems: [...new Set(apart)].filter(Boolean), beginning }
}

/** Whether a stem of a text is what a term asks for. */
export const isFoundBy = ({ stems, beginning }: Term, stem: string): boolean =>
  stems.includes(stem) || (beginning !== null && stem.startsWith(beginning))
