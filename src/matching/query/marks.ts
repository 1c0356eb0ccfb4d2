import type { Piece } from '../../domain/hit.ts'
import { bare, stemOf, tellingWords } from '../stems.ts'
import { isFoundBy, type Term } from './sought.ts'

/** What is to be marked in a text: words by their stems, and phrases by the letters of their words. */
export type Sought = { terms: Term[]; phrases: string[][] }

/** A stretch of a text, in UTF-16 units; `what` tells apart what was found. */
type Mark = { start: number; end: number; what: number }
type Word = { start: number; end: number; letters: string }

const lettersOf = (word: string): string => bare(word.normalize('NFC').toLowerCase())

function wordsIn(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].flatMap((match) => {
    const [word] = match
    const letters = lettersOf(word)
    // A mark that stands alone is no word.
    return letters ? [{ start: match.index, end: match.index + word.length, letters }] : []
  })
}

/** The words of a phrase, by which it is found as it was written: without accents, case and signs. */
export const phraseOf = (text: string): string[] => wordsIn(text).map(({ letters }) => letters)

function phraseMarks(words: Word[], phrase: string[], what: number): Mark[] {
  if (phrase.length === 0) return []
  return words.flatMap((word, i) => {
    const last = words[i + phrase.length - 1]
    const isHere = phrase.every((letters, j) => words[i + j]?.letters === letters)
    return isHere && last ? [{ start: word.start, end: last.end, what }] : []
  })
}

/** Whether a text says a phrase in these very words. */
export const says = (text: string, phrase: string[]): boolean =>
  phraseMarks(wordsIn(text), phrase, 0).length > 0

/** Whether a word of a text begins with these letters. */
export const begin = (text: string, letters: string): boolean =>
  wordsIn(text).some((word) => word.letters.startsWith(letters))

/**
 * Where a text says what is sought, in its order; nothing is marked twice.
 * @param language of the text, ISO 639
 */
function marksIn(text: string, language: string, { terms, phrases }: Sought): Mark[] {
  const words = wordsIn(text)
  const single = words.flatMap(({ start, end, letters }) => {
    const [word] = tellingWords(text.slice(start, end))
    const stem = word && stemOf(word, language)
    const what = terms.findIndex(
      (term) => isFoundBy(term, letters) || (stem && isFoundBy(term, stem)),
    )
    return word && what >= 0 ? [{ start, end, what }] : []
  })
  const many = phrases.flatMap((phrase, i) => phraseMarks(words, phrase, terms.length + i))
  const all = [...many, ...single].sort((a, b) => a.start - b.start || b.end - a.end)
  let until = 0
  return all.filter(({ start, end }) => {
    const isFree = start >= until
    if (isFree) until = end
    return isFree
  })
}

/** The most that is shown of a long text, in UTF-16 units. */
const SHOWN = 220
/** How much of that comes before the first mark. */
const BEFORE = 60

/** Of more marks than these it does not matter which are shown. */
const LOOKED_AT = 100

/** How much of what is sought follows a place, and within how many letters. */
function fromHere(marks: Mark[], from: number): { start: number; size: number; span: number } {
  const start = marks[from]?.start ?? 0
  const seen = new Set<number>()
  let span = 0
  for (const { end, what } of marks.slice(from)) {
    if (end > start + SHOWN - BEFORE) break
    if (!seen.has(what)) span = end - start
    seen.add(what)
  }
  return { start, size: seen.size, span }
}

/** From where on a text is shown, so that most of what is sought is seen. */
function best(marks: Mark[]): number {
  const some = marks.slice(0, LOOKED_AT)
  const [first] = some
    .map((_, i) => fromHere(some, i))
    .sort((a, b) => b.size - a.size || a.span - b.span || a.start - b.start)
  return Math.max(0, (first?.start ?? 0) - BEFORE)
}

/** The next place where a word begins, or the last one where one ends: none is shown by half. */
const beginning = (text: string, at: number): number =>
  at === 0 ? 0 : at + Math.max(0, text.slice(at, at + BEFORE).search(/(?<=\s)\S/))
const ending = (text: string, at: number): number =>
  at >= text.length
    ? text.length
    : at - BEFORE + Math.max(0, text.slice(at - BEFORE, at).search(/\s\S*$/))

/**
 * A text in pieces, with what is sought in it apart. Of a long text, the stretch that says most of it.
 * @returns none where it says nothing of it
 */
export function piecesOf(text: string, language: string, sought: Sought, whole = false): Piece[] {
  const marks = marksIn(text, language, sought)
  if (marks.length === 0) return []
  const isLong = !whole && text.length > SHOWN + BEFORE
  const from = isLong ? beginning(text, best(marks)) : 0
  const until = isLong ? ending(text, from + SHOWN) : text.length
  const shown = marks.filter(({ start, end }) => start >= from && end <= until)
  const pieces: Piece[] = from > 0 ? [{ text: '…', isHit: false }] : []
  let at = from
  for (const { start, end } of shown) {
    if (start > at) pieces.push({ text: text.slice(at, start), isHit: false })
    pieces.push({ text: text.slice(start, end), isHit: true })
    at = end
  }
  if (at < until) pieces.push({ text: text.slice(at, until), isHit: false })
  return until < text.length ? [...pieces, { text: '…', isHit: false }] : pieces
}
