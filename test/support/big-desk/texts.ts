import type { Random } from '../edits.ts'
import { type Language, nameAt, vocabulary } from './vocabulary.ts'

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const percent: Record<Language, string> = {
  it: 'per cento',
  en: 'per cent',
  fr: 'pour cent',
  de: 'Prozent',
}
const million: Record<Language, string> = {
  it: 'milioni',
  en: 'million',
  fr: 'millions',
  de: 'Millionen',
}

/** A figure as papers of the language write it. */
function figure(random: Random, language: Language): string {
  const number = 2 + random.below(97)
  switch (random.below(4)) {
    case 0:
      return `${number} ${percent[language]}`
    case 1:
      return `${number}${language === 'en' ? ',' : '.'}${100 + random.below(900)}`
    case 2:
      return `${number} ${million[language]}`
    default:
      return `${2000 + random.below(26)}`
  }
}

/** Some words, the small ones among them: every other word says nothing. */
export function phrase(random: Random, language: Language, telling: number): string {
  const { any, small } = vocabulary(language)
  const words: string[] = []
  for (let said = 0; said < telling; said++) {
    if (random.next() < 0.6) words.push(small(random))
    const word = any(random)
    const elides = language === 'it' && /^[aeiou]/.test(word) && random.below(2) === 0
    words.push(elides ? `l’${word}` : word)
  }
  return words.join(' ')
}

/** A sentence without its full stop: most name a figure, some a name. */
export function statement(random: Random, language: Language, names: number): string {
  const parts = [phrase(random, language, 3 + random.below(5))]
  if (random.below(3) > 0) parts.push(figure(random, language))
  parts.push(phrase(random, language, 2 + random.below(5)))
  if (random.below(3) === 0) parts.push(nameAt(random.below(names)))
  return capital(parts.join(' '))
}

export const title = (random: Random, language: Language): string =>
  capital(phrase(random, language, 4))

/** Reasons in Markdown, with their source as `[1]`. */
export function rationale(random: Random, language: Language, sources: number): string {
  const sentence = (): string => `${statement(random, language, 1000)}.`
  const cites = sources > 0 ? ` [${1 + random.below(sources)}]` : ''
  return `${capital(phrase(random, language, 12))}${cites}. ${sentence()}\n\n**${title(random, language)}**: ${sentence()}`
}
