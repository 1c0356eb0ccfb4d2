import { bare, stemOf, tellingWords } from './stems.ts'

/** What one word of a search finds: claims that have one of these stems, or one that begins so. */
export type Term = { stems: string[]; beginning: string | null }

/** Shorter beginnings are those of everything. */
const SHORTEST_BEGINNING = 3

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

/**
 * What a search asks for: a term for each word that says something. Nobody says in which language they
 * search, so each word is taken in all.
 * @param languages ISO 639: those that statements are written in
 * @returns none where no word says anything
 */
export function termsOf(text: string, languages: readonly string[]): Term[] {
  const words = new Set(tellingWords(text).filter(bare))
  return [...words].map((word) => {
    const plain = bare(word)
    const beginning = plain.length < SHORTEST_BEGINNING ? null : plain
    const stems = spellings(word).flatMap((one) => languages.map((code) => stemOf(one, code)))
    const apart = stems.filter((stem) => beginning === null || !stem.startsWith(beginning))
    return { stems: [...new Set(apart)], beginning }
  })
}
