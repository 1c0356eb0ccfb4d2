import type { Article } from '../../src/domain/article.ts'
import type { Excerpt } from '../../src/domain/excerpt.ts'
import { appearanceFields, claimFields } from '../claim/fields.ts'
import type { Frame } from '../frame.ts'
import { type Html, html } from '../html.ts'
import { buttonLink, postForm, type Refused, section, submit } from '../parts.ts'
import type { Choice } from './place.ts'
import { said } from './reader.ts'
import { type Similar, similarList } from './similar.ts'

export type ClaimFormProps = Refused &
  Choice &
  Pick<Excerpt, 'quote' | 'start' | 'end'> & {
    /** The ids of the claim and of its appearance, which the form will make. */
    newId: string
    appearanceId: string
    article: Pick<Article, 'id' | 'language' | 'outlet' | 'date' | 'dateReason'>
    versionId: string
    /** What the desk has already that speaks of the same thing. */
    similar?: readonly Similar[]
  }

/**
 * Takes a claim from the chosen sentences, filled in with their words and the article's date. What
 * is typed in it stays when one more is chosen.
 */
export function claimForm(frame: Frame, props: ClaimFormProps): Html {
  const { t } = frame
  const { newId, appearanceId, versionId, article, start, end, from, to, quote } = props
  const hidden = { appearanceId, version: versionId, start, end, from, to }
  const { typed, errors } = props
  const { date, dateReason } = article
  const language = String(typed?.language ?? article.language)
  const action = `/articles/${article.id}/claims`
  const form = { id: 'claim', action, newId, hidden, typed, errors }
  const body = html`<figure class="excerpt"><figcaption>${t('claimForm.excerpt')}</figcaption><blockquote lang="${article.language}">${abridged(quote)}</blockquote></figure>
${similarList(frame, props.similar ?? [])}
${postForm(
  frame,
  { ...form, guard: true },
  (fields) => html`
${claimFields(frame, fields, { statement: quote.replace(/\s+/g, ' '), language })}
${appearanceFields(frame, fields, { claimantKind: 'named', claimedOn: date, claimedOnReason: date ? dateReason : null }, article.outlet)}
<div class="actions">${submit(t('claimForm.submit'), { tone: 'primary' })}${buttonLink(`/articles/${article.id}`, t('article.cancel'), 'quiet')}</div>`,
)}`
  return section('take', t('claimForm.title'), body, said(frame, props, 'reader.place'))
}

/** A long choice by its beginning and its end; it stands whole in the text beside. */
function abridged(quote: string): string {
  const points = Array.from(quote.replace(/\n+/g, '\n'))
  if (points.length <= 500) return points.join('')
  return `${points.slice(0, 300).join('')} […] ${points.slice(-120).join('')}`
}
