import type { Frame } from '../frame.ts'
import { type Html, html, nothing } from '../html.ts'
import type { Choice } from './fields.ts'
import { languageName } from './text.ts'

/** What a desk in Europe reads most; any other language that is in use joins the list. */
const common =
  'ar be cs da de el en es et fa fi fr he hi hr hu it ja ko lt lv nl no pl pt ro ru sk sl sq sr sv tr uk zh'.split(
    ' ',
  )

/**
 * The languages to choose from, by their names in the reader's language.
 * @param present codes that must be among them, such as the one that is saved
 */
export function languageChoices(frame: Frame, ...present: (string | null | undefined)[]): Choice[] {
  const codes = new Set([...common, ...present.filter((code) => typeof code === 'string')])
  const named = [...codes]
    .filter(Boolean)
    .map((value) => ({ value, label: languageName(frame, value) }))
  return named.sort((a, b) => a.label.localeCompare(b.label, frame.lang))
}

/** The `lang` attribute of words that are not in the language of the page, so that they are
 * pronounced and hyphenated rightly. */
export const langOf = ({ lang }: Frame, language: string | null | undefined): Html =>
  language && language !== lang ? html` lang="${language}"` : nothing
