import { endsSentence } from './abbreviations.ts'
import { paragraphs } from './paragraphs.ts'
import { goesOn, type Quotes, quotesIn } from './quotes.ts'

export type Sentence = {
  /** from 1 */
  number: number
  /** from 1; a line, or several where the text was wrapped at a fixed width */
  paragraph: number
  /** Unicode code points from the beginning of the text */
  start: number
  /** code points, exclusive */
  end: number
  /** exactly the text from `start` to `end`; no blanks around it */
  text: string
}

/** Unicode's rules (UAX 29) find the candidates; they are the same for all our languages. */
const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

/** The end of a sentence with the marks that close it; what follows decides. */
const TERMINATOR = /[.!?…]+[»”"’)\]]*/g

/** Without one of these, or a letter of another script, there is nothing to divide. */
const MAY_END = /[.!?…]|[^\0-\u024f\u2000-\u206f]/

/** What follows a dot in addresses and file names. */
const SUFFIX =
  /^(?:com|org|net|it|eu|gov|edu|info|io|tv|uk|us|fr|de|es|ch|ru|js|ts|py|pdf|txt|html?|docx?|xlsx?|jpe?g|png|gif|mp[34]|zip|csv|xml|json)$/i

/**
 * Divides a text into sentences. Every character that is not blank belongs to exactly one; a
 * headline or a list item is a sentence too. Takes time in proportion to the text.
 *
 * @param text cleaned text
 * @param language ISO 639-1, or null; decides which abbreviations are known
 */
export function sentences(text: string, language: string | null): Sentence[] {
  const found: Sentence[] = []
  const points = pointCounter(text)
  let paragraph = 0
  for (const range of paragraphs(text)) {
    paragraph++
    // A line end inside a paragraph is a blank like any other; the length stays the same.
    const words = text.slice(range.start, range.end).replaceAll('\n', ' ')
    let from = 0
    for (const to of ends(words, language)) {
      const raw = words.slice(from, to)
      const startAt = range.start + from + (raw.length - raw.trimStart().length)
      const endAt = range.start + from + raw.trimEnd().length
      const start = points(startAt)
      const end = points(endAt)
      found.push({
        number: found.length + 1,
        paragraph,
        start,
        end,
        text: text.slice(startAt, endAt),
      })
      from = to
    }
  }
  return found
}

/** Turns rising UTF-16 positions into code points, each part of the text counted once. */
function pointCounter(text: string): (position: number) => number {
  let at = 0
  let count = 0
  return (position) => {
    for (; at < position; count++) at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
    return count
  }
}

/** Where the sentences of one paragraph end (UTF-16, exclusive), the last at its length. */
function ends(words: string, language: string | null): number[] {
  if (!MAY_END.test(words)) return [words.length]
  const quotes = quotesIn(words)
  const cuts: number[] = []
  let from = 0
  // Marks alone are no sentence: they stay with their neighbour.
  let saysFrom = nextWord(words, from)
  for (const candidate of candidates(words)) {
    const to = settle(words, candidate, quotes)
    if (to <= saysFrom || to >= words.length) continue
    if (quotes.inside(to) || !isEnd(words, { from, to }, quotes, language)) continue
    cuts.push(to)
    from = to
    saysFrom = nextWord(words, from)
  }
  if (saysFrom === words.length) cuts.pop()
  cuts.push(words.length)
  return cuts
}

/** Where the next letter or digit stands; the length where none does. */
function nextWord(words: string, from: number): number {
  const letter = /[\p{L}\p{N}]/gu
  letter.lastIndex = from
  return letter.exec(words)?.index ?? words.length
}

/** Unicode's boundaries and ours, in rising order: ours also see "cambio.Kim" and "2019. 30". */
function candidates(words: string): number[] {
  const positions: number[] = []
  for (const { index } of segmenter.segment(words)) if (index > 0) positions.push(index)
  for (const match of words.matchAll(TERMINATOR)) {
    const after = match.index + match[0].length
    const next = skipBlanks(words, after)
    if (next > after) positions.push(next)
    else if (/^[«“"(]?\p{Lu}/u.test(words.slice(after, after + 3))) positions.push(after)
    else if (/["][\p{Lu}]/u.test(words.slice(after - 1, after + 2))) positions.push(after - 1)
  }
  return positions.sort((one, other) => one - other)
}

function skipBlanks(words: string, from: number): number {
  let at = from
  while (at < words.length && /\s/.test(words.charAt(at))) at++
  return at
}

/** Closing marks after a blank (`falso. »`) still belong to the sentence that they close. */
function settle(words: string, candidate: number, quotes: Quotes): number {
  let at = candidate
  while (at < words.length && quotes.closes(at)) at = skipBlanks(words, at + 1)
  return at
}

type Span = { from: number; to: number }

/** Whether the sentence that begins at `from` ends at `to`. */
function isEnd(
  words: string,
  { from, to }: Span,
  quotes: Quotes,
  language: string | null,
): boolean {
  let last = to - 1
  while (last > 0 && /\s/.test(words.charAt(last))) last--
  const touching = last === to - 1
  let mark = last
  while (mark > 0 && (quotes.closes(mark) || words[mark] === '’')) mark--
  const terminator = words.charAt(mark)
  if (!/[.!?…]/.test(terminator)) return true
  const next = words.slice(to, to + 80)
  if (/^[(–—-]*\s?\p{Ll}|^[,;:.!?…%]/u.test(next)) return false
  if (mark < last && goesOn(words, last + 1)) return false
  if (touching && !splitsGlued(words, mark, to, language)) return false
  if (terminator !== '.' || words[mark - 1] === '.') return true
  const before = words.slice(Math.max(0, mark - 24), mark)
  const word = /[\p{L}\p{N}](?:[\p{L}\p{N}.-]*)$/u.exec(before)?.[0] ?? ''
  if (word === '' || word.length === 24) return true
  const rest = before.slice(0, -word.length)
  const first = words.slice(from, mark - word.length).trim() === ''
  return endsSentence({ word, first, afterNumber: /\p{N}\s+$/u.test(rest), next }, language)
}

/** Whether a full stop without a blank after it ("in cambio.Kim") lost one in copying. */
function splitsGlued(words: string, mark: number, to: number, language: string | null): boolean {
  const left = /\S*$/.exec(words.slice(Math.max(0, mark - 60), mark))?.[0] ?? ''
  const right = /^\S*/.exec(words.slice(to, to + 60))?.[0] ?? ''
  if (/:\/\/|@|www\.|[=\\_#]/.test(`${left}.${right}`)) return false
  const head = /^\p{L}*/u.exec(right)?.[0] ?? ''
  if (SUFFIX.test(head) && !(head === 'It' && language === 'en')) return false
  if (!/(?:\p{L}\p{Ll}|\p{N}{2}|[»”")\]])$/u.test(left)) return false
  return /^[«“"(]?\p{Lu}(?:\p{Ll}|['’]\p{L}|$)/u.test(right)
}
