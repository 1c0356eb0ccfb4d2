import { startsSentences } from './abbreviations.ts'
import { sentences } from './sentences.ts'

/** The longest title, in characters (UTF-16 units). */
export const MAX_TITLE = 150

/** Fewer words and characters than this before a cut are no headline. */
const LEAST_WORDS = 4
const LEAST_LENGTH = 25

/** `WASHINGTON — ` at the beginning of a report. */
const PLACE = /^\p{Lu}[\p{Lu}.'’, ]{2,40}\s[-–—]{1,2}\s+/u

/** Words that no headline ends with. */
const OPEN_ENDED =
  /(?<!\p{L})(?:il|lo|la|i|gli|le|l|un|uno|una|di|a|da|in|con|su|per|tra|fra|e|ed|o|che|del|dello|della|dei|degli|delle|al|allo|alla|ai|alle|dal|dalla|nel|nella|sul|sulla|non|è|the|an|of|to|at|by|on|for|from|and|or|with|that|as|is|are|was|his|her|its|their|new|says|said)$/iu

/**
 * Cuts a proposal for a title out of a first line that is a whole paragraph: where a new sentence
 * begins without a full stop before it ("… del Cremlino La conferma …": title and lead run
 * together), else its first sentence, else its beginning with `…`.
 *
 * @param line the first line, at most a few thousand characters
 * @param text the whole cleaned text: tells names from words with a capital
 * @param language ISO 639-1 or null
 */
export function proposeTitle(line: string, text: string, language: string | null): string {
  const first = sentences(line.replace(PLACE, ''), language)[0]?.text ?? line
  const run = runTogether(first, text, language)
  if (run !== null) return run
  if (first.length <= MAX_TITLE) return first.replace(/(?<![.…])\.$/, '')
  const part = first.slice(0, MAX_TITLE - 1)
  const clause = /^.{60,}(?=[,;:]\s|\s[–—-]\s)/su.exec(part)?.[0]
  const words = /^.*\S(?=\s)/su.exec(part)?.[0]
  return `${(clause ?? words ?? part)
    .trimEnd()
    .toWellFormed()
    .replace(/\ufffd$/, '')}…`
}

function runTogether(sentence: string, text: string, language: string | null): string | null {
  const sample = text.slice(0, 20_000)
  const head = sentence.slice(0, MAX_TITLE + 40)
  for (const match of head.matchAll(
    /(?<=[\p{L}\p{N}»”"'’%)!?])\s+(\p{Lu}[\p{L}’']*)(?=\s+(\S+))/gu,
  )) {
    const title = head.slice(0, match.index)
    if (title.length > MAX_TITLE) return null
    if (title.length < LEAST_LENGTH || title.split(/\s+/).length < LEAST_WORDS) continue
    if (OPEN_ENDED.test(title)) continue
    if (opensSentence(match[1] ?? '', match[2] ?? '', sample, language)) return title
  }
  return null
}

/** Whether a word with a capital begins a sentence; `La Russa` and `The Hague` are names. */
function opensSentence(word: string, next: string, sample: string, language: string | null) {
  const bare = next.replace(/[^\p{L}\p{N}]+$/u, '')
  if (startsSentences(word, language)) {
    if (/['’]\p{Lu}/u.test(word))
      return sample.includes(` ${word.charAt(0).toLowerCase()}${word.slice(1)}`)
    if (!/^[\p{Lu}]/u.test(bare)) return true
    return sample.includes(` ${word.toLowerCase()} ${bare}`)
  }
  // Elsewhere the text writes this word small, so here the capital marks a beginning.
  return word.length > 3 && /^\p{Ll}/u.test(bare) && sample.includes(` ${word.toLowerCase()} `)
}
