import type { Phrase } from './grammar.ts'
import type { Found, Sentence } from './sentence.ts'

/** Who said it, and who passed it on, in this order; `words` is where the sentence says so. */
export type Link = { text: string; kind: Phrase['kind'] }
export type Chain = { links: Link[]; words: string }

const key = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase()

export const isSame = (one: string, other: string): boolean => key(one) === key(other)

/** By, of or from whom a document is: it speaks for them. */
const OWNED =
  /^[\p{L}\s]*?\s(?:(?:dell|d)['’]|(?:di|del|dello|della|dei|degli|delle|by|from|of)\s)(?:(?:the|la|il)\s|l['’])?(?=\p{L})/u

/** Who speaks: the ministry rather than its note. Null for a document that is nobody’s. */
function speakerOf({ text, kind }: Phrase): Link | null {
  if (kind !== 'document') return { text, kind }
  const owned = OWNED.exec(text)
  const owner = owned ? text.slice(owned[0].length) : ''
  if (
    /\p{Lu}/u.test(owner) ||
    /^(?:minister|govern|procur|polizi|comun|region|polic|ministr)/.test(owner)
  ) {
    return { text: owner, kind: 'body' }
  }
  const before = /^(.+)\s\p{Ll}+$/u.exec(text)?.[1] ?? ''
  if (
    /\p{Lu}/u.test(before) ||
    /(?:ministry|government|police|court|company|military|army)$/.test(before)
  ) {
    return { text: before, kind: 'body' }
  }
  const named = /^\p{Ll}+\s(\p{Lu}.*)$/u.exec(text)
  if (named?.[1]) return { text: named[1], kind: 'name' }
  return /\s/.test(text) ? { text, kind: 'unnamed' } : null
}

const LONGEST = 200

/** The words of a sentence between two tokens. */
function wordsOf({ text, tokens }: Sentence, from: number, to: number): string {
  const start = tokens[Math.max(0, from)]?.start ?? 0
  const end = tokens[Math.min(to, tokens.length) - 1]?.end ?? text.length
  const words = text.slice(start, end).replace(/\s+/g, ' ')
  return words.length > LONGEST ? `${words.slice(0, LONGEST).trimEnd()}…` : words
}

const distance = (one: Found, other: Found): number => Math.abs(one.from - other.from)

/**
 * The chains that a sentence tells: one for each who says something, with whoever passes that on. Media
 * beside somebody who says it pass it on; who is cited comes before whoever cites.
 */
export function chainsIn(sentence: Sentence, found: Found[]): Chain[] {
  const usable = found.filter(({ phrase }) => speakerOf(phrase) !== null)
  const cited = usable.filter(({ part }) => part === 'cited')
  const isRelay = ({ part }: Found) => part === 'relays'
  const voices = cited.length > 0 ? cited : usable.filter((one) => !isRelay(one))
  const people = voices.filter(({ phrase }) => phrase.kind !== 'media')
  const speakers = people.length > 0 ? people : voices
  const first = speakers.length > 0 ? speakers : usable.slice(0, 1)
  const relays = usable.filter((one) => !first.includes(one))
  return first.map((one): Chain => {
    const nearest = (relay: Found) =>
      first.reduce((best, other) => (distance(other, relay) < distance(best, relay) ? other : best))
    const own = relays.filter((relay) => nearest(relay) === one)
    const all = [one, ...own]
    const links = all.flatMap(({ phrase }) => speakerOf(phrase) ?? [])
    const from = Math.min(...all.map((each) => each.from))
    const to = Math.max(...all.map((each) => each.to))
    return { links: onceEach(links), words: wordsOf(sentence, from, to) }
  })
}

const onceEach = (links: Link[]): Link[] =>
  links.filter((link, i) => links.findIndex(({ text }) => isSame(text, link.text)) === i)
