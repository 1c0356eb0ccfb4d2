import { detectAll } from 'tinyld'

/** What a European news desk meets; fewer choices make fewer mistakes between close relatives. */
const LANGUAGES = 'it en fr es de pt nl ro pl el tr ru uk ar zh ja'.split(' ')

/** Enough to tell, in UTF-16 units; more only takes longer. */
const SAMPLE = 4000

/** Under this many letters a guess is a coin tossed ("Putin a Kiev"). */
const LEAST_LETTERS = 24

/** Under this many letters the best guess must lead the next one by this factor. */
const SHORT = 120
const CLEAR_LEAD = 1.5

/**
 * The language a text is written in.
 *
 * @param text cleaned text
 * @returns ISO 639-1, or null where the text is too short or too strange to say
 */
export function languageOf(text: string): string | null {
  const sample = text.slice(0, SAMPLE)
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(sample)
  if (letters < (wide ? 6 : LEAST_LETTERS)) return null
  if (!wide && (sample.match(/\p{L}+/gu)?.length ?? 0) < 4) return null
  const [best, next] = detectAll(sample, { only: LANGUAGES })
  if (best === undefined) return null
  // A few names in a row look a little like every language.
  const close = next !== undefined && best.accuracy < CLEAR_LEAD * next.accuracy
  return close && letters < SHORT ? null : best.lang
}
