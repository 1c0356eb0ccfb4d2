import type { Frame } from '../frame.ts'
import { type Html, html, nothing } from '../html.ts'
import type { Choice } from './fields.ts'
import { languageName } from './text.ts'

/** What a desk in Europe reads most; any other language that is in use joins the list. */
const common =
  'ar be cs da de el en es et fa fi fr he hi hr hu it ja ko lt lv nl no pl pt ro ru sk sl sq sr sv tr uk zh'.split(
    ' ',
  )

/** What can be asked of the names of languages; anything else is none. */
const isCode = /^[a-z]{2,3}$/

/**
 * The languages to choose from, by their names in the reader's language.
 * @param present codes that must be among them, such as the one that is saved
 */
export function languageChoices(frame: Frame, ...present: (string | null | undefined)[]): Choice[] {
  const known = present.filter((code) => typeof code === 'string' && isCode.test(code))
  const codes = new Set([...common, ...known.map(String)])
  const named = [...codes].map((value) => ({ value, label: languageName(frame, value) }))
  return named.sort((a, b) => a.label.localeCompare(b.label, frame.lang))
}

/** The `lang` attribute of words that are not in the language of the page, so that they are
 * pronounced and hyphenated rightly. */
export const langOf = ({ lang }: Frame, language: string | null | undefined): Html =>
  language && language !== lang ? html` lang="${language}"` : nothing

/** Words in their own language, and in those of the pages where somebody put them into them. */
type Worded = { language: string; text: string; en: string | null; it: string | null }

/**
 * Words as this reader understands them best.
 * @returns `text` in the language `lang`; where that is a translation, `original` is what was translated
 */
export function inReadersLanguage(
  { lang }: Frame,
  { language, text, en, it }: Worded,
): { text: string; lang: string; original: string | null } {
  const own = { en, it }[lang]
  if (language === lang || !own) return { text, lang: language, original: null }
  return { text: own, lang, original: text }
}
