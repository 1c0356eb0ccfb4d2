import type { Desk } from '../../src/domain/desk.ts'
import type { Rating } from '../../src/domain/rating.ts'
import type { Language } from '../messages.ts'
import { meanings } from './meanings.ts'
import { methodologyText } from './methodology.ts'
import { scaleText } from './scale.ts'

/** A text in the language that it is in, which may be another one than the reader's. */
export type Told = { text: string; lang: Language }

export type TextName = 'methodology' | 'scale'

const otherThan = (lang: Language): Language => (lang === 'en' ? 'it' : 'en')
const ending = { en: 'En', it: 'It' } as const

/** The text that comes with the program. */
export const givenText = (desk: Desk, name: TextName, lang: Language): string =>
  name === 'scale' ? scaleText(lang) : methodologyText(lang, desk)

/**
 * What the public reads: the desk's own words in the reader's language, else its words in the other one
 * (the program's own might say something else), else what comes with the program.
 */
export function textFor(desk: Desk, name: TextName, lang: Language): Told {
  for (const one of [lang, otherThan(lang)]) {
    const own = desk[`${name}${ending[one]}`]
    if (own) return { text: own, lang: one }
  }
  return { text: givenText(desk, name, lang), lang }
}

/** When a rating is given, in the same way; null where nobody ever said. */
export function meaningFor(rating: Rating, lang: Language): Told | null {
  for (const one of [lang, otherThan(lang)]) {
    const own = rating[`meaning${ending[one]}`]
    if (own) return { text: own, lang: one }
  }
  const text = meanings[rating.id]?.[lang]
  return text ? { text, lang } : null
}
