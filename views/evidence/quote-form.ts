import type { Claim } from '../../src/domain/claim.ts'
import type { Evidence } from '../../src/domain/evidence.ts'
import type { Passage } from '../../src/domain/passage.ts'
import type { Chosen } from '../article/place.ts'
import { said } from '../article/reader.ts'
import { unsettles } from '../claim/props.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, nothing } from '../html.ts'
import {
  buttonLink,
  type Fields,
  fieldMessage,
  languageChoices,
  postForm,
  type Refused,
  section,
  submit,
} from '../parts.ts'
import { inContext, passagePath } from './proof.ts'

/** What is chosen in a text that was kept; nothing where that is no place in it (any more). */
export type Quoting = { choice: Chosen | null; passage: Passage | null }

type Props = Refused & { claim: Claim; evidence: Evidence; language: string }

/** Takes the chosen words as the quote: in their context, with their language and our translation. */
export function quoteForm(frame: Frame, props: Props, { choice, passage }: Quoting): Html {
  const { t } = frame
  const { evidence, claim, language, typed, errors } = props
  const present = evidence.quoteLanguage ?? language
  const options = {
    ...{ id: 'quote', action: passagePath(evidence), revision: evidence.revision },
    ...{ hidden: { start: choice?.start, end: choice?.end }, typed, errors, guard: true },
  }
  const form = postForm(
    frame,
    options,
    (fields) => html`
${chosen(frame, fields, props, passage)}
${fields.select({ name: 'quoteLanguage', label: t('evidence.quote_language'), value: present, choices: languageChoices(frame, present), empty: t('evidence.no_language') })}
${fields.area({ name: 'translation', label: t('evidence.translation'), hint: t('evidence.translation_hint'), value: evidence.translation, rows: 3, serif: true })}
<div class="actions">${submit(t('quoting.submit'), { tone: 'primary' })}${buttonLink(passagePath(evidence), t('article.cancel'), 'quiet')}</div>`,
  )
  const where = choice ? said(frame, choice, 'reader.place') : nothing
  const unsettling = unsettles(frame, claim.stage)
  return section('take', t('quoting.take'), html`${unsettling}${form}`, where)
}

/** The words in their context. What is wrong with them is said beside them, as with any field. */
function chosen(frame: Frame, fields: Fields, props: Props, passage: Passage | null): Html {
  const { t } = frame
  const error = fields.errors.excerpt
  const label = t('quoting.words')
  fields.labels.set('excerpt', label)
  fields.places.set('excerpt', 'quote-excerpt')
  const words = passage
    ? html`<blockquote lang="${props.language}">${inContext(passage, html`<mark class="chosen-words">${abridged(passage.words)}</mark>`)}</blockquote>`
    : html`<p class="muted">${t('claimForm.no_words')}</p>`
  return html`<figure class="excerpt" id="quote-excerpt" tabindex="-1"><figcaption>${label}</figcaption>${words}${error ? html`<p class="error">${fieldMessage(frame, error)}</p>` : nothing}</figure>`
}

/** A long choice by its beginning and its end; it stands whole in the text beside. */
function abridged(words: string): string {
  const points = Array.from(words.replace(/\n+/g, '\n'))
  if (points.length <= 500) return points.join('')
  return `${points.slice(0, 300).join('')} […] ${points.slice(-120).join('')}`
}
