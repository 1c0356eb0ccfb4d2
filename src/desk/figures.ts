import { languageOf } from '../ingest/language.ts'
import { type Told, toldFigure } from '../matching/figures/told.ts'
import { figuresIn } from '../matching/figures.ts'

/** Words that only the one of two languages has: what is left to go by in a few words. */
const telling = {
  it: /\b(?:il|lo|gli|di|del|della|dei|delle|dal|nel|nella|che|è|una|per|cento|milion[ei]|miliard[oi]|mila|su|tra|fra|fino|circa|oltre|quasi|almeno|sono|anni|persone)\b/giu,
  en: /\b(?:the|of|and|to|percent|cent|million|billion|thousand|hundred|than|at|least|nearly|about|between|were|was|is|one|half|years|people)\b/giu,
}

/** Under so many characters the words of the two languages tell more than letters do. */
const SHORT = 120

/**
 * The language that a text is most likely in: a word or two are told between Italian and English.
 * @param otherwise where nothing tells
 */
export function likelyLanguage(text: string, otherwise = 'it'): string {
  const found = languageOf(text)
  if (found && (found === 'it' || found === 'en' || text.length >= SHORT)) return found
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0
  const [italian, english] = [count(telling.it), count(telling.en)]
  if (italian === english) return found ?? otherwise
  return italian > english ? 'it' : 'en'
}

/**
 * The language of a text that is being typed: a form names the reader’s own until somebody chooses another,
 * and in the wrong one neither figures nor negations are read.
 * @param named ISO 639, what the form says
 */
export const languageTyped = (text: string, named: string): string =>
  named === 'it' || named === 'en' ? likelyLanguage(text, named) : (languageOf(text) ?? named)

/**
 * The figures that a text gives.
 * @param language ISO 639; where it is not said, the text is asked
 */
export function readFigures(
  text: string,
  language?: string,
): { language: string; figures: Told[] } {
  const known = language ?? likelyLanguage(text)
  return { language: known, figures: figuresIn({ text, language: known }).map(toldFigure) }
}
