import type { Grammar, Phrase } from './grammar.ts'
import { phraseAt } from './phrase.ts'
import { type Token, tokensOf } from './tokens.ts'

/**
 * What somebody does with a statement: says it, is named as where it comes from (according to), passes
 * it on, or is cited by whoever passes it on.
 */
export type Part = 'says' | 'source' | 'relays' | 'cited'

/** Somebody with a part in how a statement reached the article: tokens [from, to) say so. */
export type Found = { part: Part; phrase: Phrase; from: number; to: number }

/** Words around a verb that do not part it from who says. */
export type Around = {
  /** Adverbs and pronouns between the two. */
  between: ReadonlySet<string>
  /** With one of these nobody says it: not, if, never. */
  denies: ReadonlySet<string>
  /** Before a name: then it is no subject. */
  prepositions: ReadonlySet<string>
  and: ReadonlySet<string>
  /** The antecedent of these says it: who, che. */
  who: ReadonlySet<string>
}

/** A sentence in its words, and who is named in it; nothing is read twice. */
export class Sentence {
  readonly text: string
  readonly tokens: Token[]
  private readonly grammar: Grammar
  private readonly around: Around
  private readonly phrases = new Map<number, Phrase | null>()

  constructor(text: string, grammar: Grammar, around: Around) {
    this.text = text
    this.tokens = tokensOf(text)
    this.grammar = grammar
    this.around = around
  }

  low(at: number): string {
    return this.tokens[at]?.low ?? ''
  }

  /** Whether words stand here, one after the other; `a|b` is either. */
  is(at: number, ...words: string[]): boolean {
    return words.every((word, i) => word.split('|').includes(this.low(at + i)))
  }

  isSign(at: number): boolean {
    const token = this.tokens[at]
    return token === undefined || !/^[\p{L}\p{N}]/u.test(token.text)
  }

  phrase(at: number): Phrase | null {
    const known = this.phrases.get(at)
    if (known !== undefined) return known
    const read = at < this.tokens.length ? phraseAt(this.text, this.tokens, at, this.grammar) : null
    this.phrases.set(at, read)
    return read
  }

  /** Whoever is named after some words, at most so many adverbs on. */
  after(at: number, skip = 3): Phrase | null {
    let from = at
    while (from < at + skip && this.around.between.has(this.low(from))) from += 1
    return this.phrase(from)
  }

  /** The longest phrase that ends before a token, where it is no part of something else. */
  endingAt(end: number): Phrase | null {
    for (let from = Math.max(0, end - 16); from < end; from++) {
      const phrase = this.phrase(from)
      if (phrase?.to !== end) continue
      const before = this.low(from - 1)
      if (this.around.prepositions.has(before) || this.around.denies.has(before)) return null
      return this.around.and.has(before) ? this.withPartner(phrase) : phrase
    }
    return null
  }

  /** The medium before a comma. */
  medium(comma: number): Phrase | null {
    const phrase = this.low(comma) === ',' ? this.endingAt(comma) : null
    return phrase?.kind === 'media' ? phrase : null
  }

  /** Two who say it together are one link. */
  private withPartner(phrase: Phrase): Phrase | null {
    const end = phrase.from - 1
    for (let from = Math.max(0, end - 8); from < end; from++) {
      const other = this.phrase(from)
      if (other?.to !== end || this.around.prepositions.has(this.low(from - 1))) continue
      const and = this.tokens[end]?.text
      return { ...phrase, from, text: `${other.text} ${and} ${phrase.text}` }
    }
    // What “and” joins here is a clause, and the phrase begins it.
    return phrase
  }

  /** Who says what a verb says: right before it, before an aside, or before “who”. */
  subject(verb: number): Phrase | null {
    let end = verb
    while (end > verb - 5 && this.around.between.has(this.low(end - 1))) end -= 1
    const before = this.low(end - 1)
    if (this.around.denies.has(before)) return null
    if (this.around.who.has(before)) {
      return this.endingAt(this.low(end - 2) === ',' ? end - 2 : end - 1)
    }
    if (before === ')') return this.endingAt(this.opening(end))
    return before === ',' ? this.beyond(end - 1) : this.endingAt(end)
  }

  /** Where the bracket opens that closes before a token. */
  private opening(end: number): number {
    for (let at = end - 2; at > end - 8; at--) if (this.low(at) === '(') return at
    return end
  }

  /** Whoever stands before an aside that ends with a comma; or in it, where it gives them a name. */
  private beyond(comma: number): Phrase | null {
    const aside = this.endingAt(comma)
    for (let at = comma - 1; at > Math.max(0, comma - 16); at--) {
      if (/^[«»“”".;:–—]$/.test(this.low(at))) return null
      if (this.low(at) !== ',') continue
      const before = this.endingAt(at)
      const isNamed = aside?.kind === 'name' && aside.from === at + 1 && / \p{Lu}/u.test(aside.text)
      return isNamed && before?.kind !== 'name' ? aside : before
    }
    // A comma that parts the two by mistake.
    return aside?.from === 0 ? aside : null
  }
}
