import type { Written } from '../figures/figure.ts'
import { bare, tellingWords } from '../stems.ts'
import { isDateWord, shortForms } from './words.ts'

/** Words written with a capital inside a sentence, one after the other: a person, a body, a title. */
export type Name = { text: string; words: readonly string[]; from: number; to: number }

/** Nouns have capitals there. */
const allCapitals = new Set(['de', 'lb'])

const token = /[\p{L}\p{M}\p{N}]+(?:['’](?=\p{Lu})[\p{L}\p{M}]+)?|[^\s\p{L}\p{M}\p{N}]/gu
const capital = /^\p{Lu}/u

/** Where more of the words than this have a capital, it says nothing: it is a headline, or shouted. */
const SHOUTED = 0.6

/** Before these, the first word of a sentence is whom it speaks of, where no article stands. */
const verbs =
  /^(?:ha|è|era|sarà|vuole|sta|dice|afferma|sostiene|promette|attacca|has|is|was|had|will|says|said|wants|claims)$/

/** The names in a text. The first word of a sentence is of one only where the next word shows it. */
export function namesIn({ text, language }: Written): Name[] {
  if (allCapitals.has(language)) return []
  const tokens = [...text.matchAll(token)].map(({ 0: word, index }) => ({ word, index }))
  if (isShouted(tokens)) return []
  const found: Name[] = []
  for (let at = 0; at < tokens.length; ) {
    let end = at
    while (isName(tokens[end]?.word) && !isMay(tokens, end)) end++
    // `Secondo Matteo Salvini`: the first word may be anything.
    const first = end > at + 1 && begins(tokens, at) ? at + 1 : at
    const isOne = end > at && (end > at + 1 || !begins(tokens, at) || isSubject(tokens, at))
    if (isOne) found.push(nameOf(text, tokens.slice(first, end), language))
    at = Math.max(end, at + 1)
  }
  return found
}

type Token = { word: string; index: number }

function nameOf(text: string, tokens: Token[], language: string): Name {
  const [first, last] = [tokens[0], tokens.at(-1)]
  const from = first?.index ?? 0
  const to = last ? last.index + last.word.length : from
  // `Onu` is `Nazioni Unite`.
  const forms = shortForms(language)
  const words = tokens.flatMap(({ word }) => {
    const plain = bare(word.toLowerCase())
    return bare(forms.get(word) ?? forms.get(plain) ?? plain).split(' ')
  })
  return { text: text.slice(from, to), words, from, to }
}

/** The month, and not the person: it is no date word, since it is a verb as well. */
const isMay = (tokens: Token[], at: number): boolean =>
  tokens[at]?.word === 'May' &&
  [tokens[at - 1], tokens[at + 1]].some((beside) => /^\d/.test(beside?.word ?? ''))

function isShouted(tokens: Token[]): boolean {
  const words = tokens.filter(({ word }) => /^\p{L}{3}/u.test(word))
  const shouted = words.filter(({ word }) => capital.test(word)).length
  return words.length >= 6 && shouted > SHOUTED * words.length
}

/** Of more than one letter: `È` and `I` begin what somebody else says. */
const isName = (word: string | undefined): boolean =>
  word !== undefined &&
  word.length > 1 &&
  capital.test(word) &&
  !isDateWord(bare(word.toLowerCase()))

/** Whether a sentence begins there, or what somebody says. */
const begins = (tokens: Token[], at: number): boolean =>
  at === 0 || /^[.!?…"'“”«‘’([–—:-]$/.test(tokens[at - 1]?.word ?? '')

const isSubject = (tokens: Token[], at: number): boolean =>
  verbs.test(tokens[at + 1]?.word ?? '') && tellingWords(tokens[at]?.word ?? '').length > 0
