import { indexWords } from '../../matching/indexed.ts'
import { type fields, GAP, type Worded } from './dialect.ts'

/** Something in writing, and its language. */
export type Part = { text: unknown; language: unknown }

/** What a document is made of: its parts by field, each read in its own language. */
type Parts = Partial<Record<(typeof fields)[number], Part[]>>

/** No more of a field is read than this many words: a text that is longer is found by its first ones. */
const MOST_WORDS = 20_000

/** Of one claim, no more rows than these are read: what thousands of articles carry is found by the first. */
const MOST_PARTS = 500

export const part = (text: unknown, language: unknown): Part => ({ text, language })

function wordsOf(parts: Part[]): string[] {
  const words: string[] = []
  for (const { text, language } of parts.slice(0, MOST_PARTS)) {
    if (typeof text !== 'string' || words.length >= MOST_WORDS) continue
    if (words.length > 0) words.push(GAP)
    for (const word of indexWords(text, String(language))) words.push(word)
  }
  return words.length > MOST_WORDS ? words.slice(0, MOST_WORDS) : words
}

/** The words of each field. */
export function worded(parts: Parts): Worded {
  const of = (field: (typeof fields)[number]) => wordsOf(parts[field] ?? [])
  return {
    statement: of('statement'),
    conclusion: of('conclusion'),
    claimant: of('claimant'),
    title: of('title'),
    evidence: of('evidence'),
    rationale: of('rationale'),
    text: of('text'),
  }
}
