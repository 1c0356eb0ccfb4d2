import { stemOf, tellingWords } from '../stems.ts'
import type { Tokens } from './tokens.ts'
import { linking } from './words.ts'

/** What a figure counts is named within so many words. */
const NAMED_WITHIN = 3
/** Or before it, within so many. */
const BEFORE = 5

/** Words that say how a figure is meant, or join two: nothing is counted by them. */
const idle =
  /^(circa|oltre|quasi|almeno|meno|massimo|minimo|fino|solo|soli|appena|ben|su|ogni|pari|stati|state|sono|erano|about|around|almost|nearly|least|roughly|only|per|out|every|were|are|was|were|say|said|altri|altre|other|more)$/

const stems = (words: string[], language: string): string[] =>
  tellingWords(words.filter((word) => !idle.test(word)).join(' ')).map((word) =>
    stemOf(word, language),
  )

/** Where the name of what is counted ends. */
const ends =
  /^(su|out|ogni|in|nel|nella|nei|negli|nelle|per|da|dal|dalla|dall|dai|a|al|alla|ai|alle|con|tra|fra|che|e|o|ma|se|non|ha|hanno|è|on|at|by|from|to|for|with|and|or|but|that|who|which|has|have|is|not|since|after|before|when|as|than|during|while|through|across|under|over)$/

/** What a figure counts, as stems: the words that say something of those at a place. */
export function thingsAt({ all, word, language }: Tokens, at: number): string[] {
  const start = linking.has(word(at)) ? at + 1 : at
  let end = start
  const isOn = () => all[end]?.kind === 'word' && !ends.test(word(end))
  while (end < start + NAMED_WITHIN && isOn()) end++
  return stems(
    all.slice(start, end).map(({ text }) => text),
    language,
  )
}

/** What stands before a figure behind which nothing is named: `i soldati sono 12.000`. */
export function thingsBefore({ all, word, language }: Tokens, at: number): string[] {
  const words: string[] = []
  for (let i = at - 1; i > at - BEFORE && all[i]?.kind === 'word'; i--) words.unshift(word(i))
  return stems(words, language)
}
