import type { Grammar, Phrase, SpeakerKind } from './grammar.ts'
import { bare, type Token } from './tokens.ts'

const LONGEST = 16

const isWord = (token: Token | undefined): token is Token =>
  token !== undefined && /^[\p{L}\p{N}]/u.test(token.text)

/** A capital counts as a name’s, unless any word would have it here. */
const isName = (grammar: Grammar, tokens: Token[], at: number): boolean => {
  const token = tokens[at]
  if (!isWord(token) || !token.capital || grammar.mute.has(bare(token))) return false
  if (!token.first) return true
  if (grammar.stop.has(bare(token)) || grammar.articles.has(token.low)) return false
  return !grammar.begins(token.text)
}

/** Reads a phrase; each step goes on from where the one before stopped. */
class Reader {
  readonly grammar: Grammar
  readonly tokens: Token[]
  at: number
  head: SpeakerKind | null = null
  /** What follows belongs to a noun before it. */
  joined = false
  /** The first and the last token of a name after a comma. */
  name: [from: number, to: number] | null = null
  /** The last token that the phrase can end with. */
  good = -1

  constructor(grammar: Grammar, tokens: Token[], from: number) {
    this.grammar = grammar
    this.tokens = tokens
    this.at = from
  }

  get token(): Token | undefined {
    return this.tokens[this.at]
  }

  private kindHere(): SpeakerKind | null {
    const { token, grammar } = this
    if (!isWord(token)) return null
    const known = grammar.heads.get(bare(token))
    if (known) return known
    return isName(grammar, this.tokens, this.at) ? 'name' : null
  }

  /** Takes a noun or a name here. What is told of the whole is what its first noun is. */
  take(): boolean {
    const kind = this.kindHere()
    if (!kind) return false
    const { grammar, token } = this
    const isMedium = kind === 'name' && token !== undefined && grammar.media.has(bare(token))
    const found = isMedium ? 'media' : kind
    const isHead = grammar.headLast && !this.joined && found !== 'name'
    if (this.head === null || this.head === 'name' || isHead) this.head = found
    else if (found === 'media' && this.head === 'body') this.head = 'media'
    this.good = this.at
    this.at += 1
    return true
  }

  private isStop(token: Token): boolean {
    return this.grammar.stop.has(token.low) && !(token.capital && !token.first)
  }

  /** Small words that lead up to a noun. */
  lead(): void {
    for (let step = 0; step < 5; step++) {
      const { token } = this
      if (!isWord(token) || this.kindHere() || this.isStop(token)) return
      if (!this.grammar.leads(token.low)) return
      this.at += 1
    }
  }

  /** What follows a noun: names, nouns, adjectives, and what a small word joins to it. */
  follow(): void {
    const { grammar } = this
    for (let step = 0; step < LONGEST; step++) {
      const { token } = this
      if (!isWord(token)) return
      if (grammar.of.has(token.low) || grammar.at.has(token.low)) {
        const isOf = grammar.of.has(token.low)
        if ((!isOf && this.head === 'name') || !this.join(isOf)) return
      } else if (/^\p{N}/u.test(token.text) && this.tokens[this.at - 1]?.capital) {
        this.good = this.at++
      } else if (this.isStop(token) || (token.capital && grammar.mute.has(bare(token)))) return
      else if (this.kindHere()) this.take()
      else if (grammar.follows(token.low)) this.good = this.at++
      else if (!this.compound()) return
    }
  }

  /** Small words between two nouns, as English puts them: defence ministry officials. */
  private compound(): boolean {
    const from = this.at
    this.lead()
    if (this.at > from && this.take()) return true
    this.at = from
    return false
  }

  private join(anything: boolean): boolean {
    const from = this.at
    this.joined = true
    this.at += 1
    while (this.token && this.grammar.articles.has(this.token.low)) this.at += 1
    const next = this.token
    if (this.take()) return true
    if (anything && isWord(next) && !this.isStop(next) && this.head !== 'name') {
      this.good = this.at++
      return true
    }
    this.lead()
    if (this.take()) return true
    this.at = from
    return false
  }

  /** A calling that no list has, before a whole name: the beekeeper Anna Moretti. */
  calling(): boolean {
    const from = this.at
    for (let step = 0; step < 2; step++) {
      const { token } = this
      if (!isWord(token) || token.capital || this.isStop(token)) break
      if (this.grammar.articles.has(token.low)) break
      this.at += 1
      const isWhole = [0, 1].every((n) => isName(this.grammar, this.tokens, this.at + n))
      if (isWhole && this.take()) {
        this.head = 'person'
        return true
      }
    }
    this.at = from
    return false
  }

  /** The president of the region, Anna Moretti: the name after the office. */
  named(): void {
    if (this.head !== 'person' || this.token?.text !== ',') return
    const isPart = (n: number) => isName(this.grammar, this.tokens, this.at + n)
    const many = [1, 2, 3, 4].findIndex((n) => !isPart(n))
    const next = this.tokens[this.at + 1 + many]
    if (many < 2 || (next && !/^[.,;:)»”"]$/.test(next.text))) return
    this.name = [this.at + 1, this.at + many]
    this.good = this.at + many
  }

  /** Close to the talks, familiar with the matter: up to the next sign, verb or conjunction. */
  near(): void {
    const preposition = this.token && this.grammar.nearness.get(this.token.low)
    const after = this.tokens[this.at + 1]
    if (!preposition || !after || !preposition.has(after.low)) return
    this.at += 2
    for (let step = 0; step < 6 && isWord(this.token); step++) {
      const isArticle = this.grammar.articles.has(this.token.low)
      if (isArticle ? step > 0 : this.isStop(this.token)) return
      if (!isArticle) this.good = this.at
      this.at += 1
    }
  }
}

/** The phrase that begins at a token, without its article; null where nobody speaks there. */
export function phraseAt(
  sentence: string,
  tokens: Token[],
  from: number,
  grammar: Grammar,
): Phrase | null {
  const reader = new Reader(grammar, tokens, from)
  const isArticle = (token: Token | undefined) =>
    token !== undefined && grammar.articles.has(token.low) && (!token.capital || token.first)
  while (isArticle(reader.token) && reader.at < from + 3) reader.at += 1
  const begins = reader.at
  while (reader.token && grammar.before.has(reader.token.low) && reader.at < begins + 3)
    reader.at += 1
  reader.lead()
  if (!reader.take() && !(begins > from && reader.calling())) return null
  reader.follow()
  reader.near()
  const last = reader.good
  reader.named()
  if (!reader.head || reader.good - from > LONGEST) return null
  const words = (one: number, other: number) =>
    sentence.slice(tokens[one]?.start, tokens[other]?.end).replace(/['’]s$/, '')
  const name = reader.name ? ` ${words(...reader.name)}` : ''
  const text = `${words(begins, last)}${name}`.replace(/\s+/g, ' ')
  return { from, to: reader.good + 1, text, kind: reader.head }
}
