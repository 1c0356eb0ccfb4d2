import type { Written } from '../figures/figure.ts'
import { bare } from '../stems.ts'

/** Words written with a capital inside a sentence, one after the other: a person, a body, a title. */
export type Name = { text: string; words: readonly string[]; from: number; to: number }

/** Nouns have capitals there. */
const allCapitals = new Set(['de', 'lb'])

const token = /[\p{L}\p{M}\p{N}]+(?:['’](?=\p{Lu})[\p{L}\p{M}]+)?|[^\s\p{L}\p{M}\p{N}]/gu
const capital = /^\p{Lu}/u
const ends = /^[.!?…]$/

/** Where more of the words than this have a capital, it says nothing: it is a headline, or shouted. */
const SHOUTED = 0.6

/** The names in a text. The first word of a sentence is of one only where the next is too. */
export function namesIn({ text, language }: Written): Name[] {
  if (allCapitals.has(language)) return []
  const tokens = [...text.matchAll(token)].map(({ 0: word, index }) => ({ word, index }))
  const words = tokens.filter(({ word }) => /^\p{L}{3}/u.test(word))
  const shouted = words.filter(({ word }) => capital.test(word)).length
  if (words.length >= 4 && shouted > SHOUTED * words.length) return []
  const found: Name[] = []
  for (let at = 0; at < tokens.length; ) {
    let end = at
    while (isName(tokens[end]?.word)) end++
    const begins = at === 0 || !/^[\p{L}\p{M}\p{N},'’]/u.test(tokens[at - 1]?.word ?? '')
    const sentence =
      begins && (at === 0 || ends.test(tokens[at - 1]?.word ?? '') || quoted(tokens, at))
    if (end > at && !(sentence && end === at + 1)) {
      const last = tokens[end - 1]
      const [from, to] = [tokens[at]?.index ?? 0, last ? last.index + last.word.length : 0]
      const parts = tokens.slice(at, end).map(({ word }) => bare(word.toLowerCase()))
      found.push({ text: text.slice(from, to), words: parts, from, to })
    }
    at = Math.max(end, at + 1)
  }
  return found
}

/** Of more than one letter: `È` and `I` begin what somebody else says. */
const isName = (word: string | undefined): boolean =>
  word !== undefined && word.length > 1 && capital.test(word)

/** After a mark that opens what somebody says. */
const quoted = (tokens: { word: string }[], at: number): boolean =>
  /^["'“”«‘’([–—:-]$/.test(tokens[at - 1]?.word ?? '')
