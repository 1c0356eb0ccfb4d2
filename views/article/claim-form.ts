import { claimantKinds } from '../../src/domain/appearance.ts'
import type { Article } from '../../src/domain/article.ts'
import { claimKinds, MAX_STATEMENT } from '../../src/domain/claim.ts'
import type { Excerpt } from '../../src/domain/excerpt.ts'
import type { Frame } from '../frame.ts'
import { type Html, html } from '../html.ts'
import {
  buttonLink,
  type Fields,
  languageChoices,
  number,
  postForm,
  type Refused,
  section,
  submit,
} from '../parts.ts'
import type { Choice } from './place.ts'
import { said } from './reader.ts'
import { type Similar, similarList } from './similar.ts'

export type ClaimFormProps = Refused &
  Choice &
  Pick<Excerpt, 'quote' | 'start' | 'end'> & {
    /** The ids of the claim and of its appearance, which the form will make. */
    newId: string
    appearanceId: string
    article: Pick<Article, 'id' | 'language' | 'date' | 'dateReason'>
    versionId: string
    /** What the desk has already that speaks of the same thing. */
    similar?: readonly Similar[]
  }

/**
 * Takes a claim from the chosen sentences. What is typed in it stays when one more is chosen.
 */
export function claimForm(frame: Frame, props: ClaimFormProps): Html {
  const { t } = frame
  const { newId, appearanceId, versionId, article, start, end, from, to, quote } = props
  const hidden = { appearanceId, version: versionId, start, end, from, to }
  const { typed, errors } = props
  const action = `/articles/${article.id}/claims`
  const form = { id: 'claim', action, newId, hidden, typed, errors }
  const body = html`<figure class="excerpt"><figcaption>${t('claimForm.excerpt')}</figcaption><blockquote lang="${article.language}">${abridged(quote)}</blockquote></figure>
${similarList(frame, props.similar ?? [])}
${postForm(
  frame,
  { ...form, guard: true },
  (fields) => html`
${claimFields(frame, fields, props)}${appearanceFields(frame, fields, article)}
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

/** What is claimed; the sentence itself to begin with. */
function claimFields(
  frame: Frame,
  fields: Fields,
  { quote, article, typed }: ClaimFormProps,
): Html {
  const { t } = frame
  const language = String(typed?.language ?? article.language)
  const kinds = claimKinds.map((value) => ({
    value,
    label: t(`kind.${value}`),
    hint: t(`claimForm.kind_${value}`),
  }))
  const hint = t('claimForm.statement_hint', { max: number(frame, MAX_STATEMENT) })
  return html`
${fields.area({ name: 'statement', label: t('claimForm.statement'), hint, value: quote.replace(/\s+/g, ' '), rows: 3, serif: true, lang: language, required: true })}
${fields.select({ name: 'language', label: t('claimForm.language'), value: article.language, choices: languageChoices(frame, article.language), required: true })}
${fields.radios({ name: 'kind', label: t('claimForm.kind'), choices: kinds, required: true })}`
}

/** Who claimed it, how it came here, and when: the date of the article, unless it says otherwise. */
function appearanceFields(frame: Frame, fields: Fields, article: ClaimFormProps['article']): Html {
  const { t } = frame
  const claimants = claimantKinds.map((value) => ({ value, label: t(`claimant.${value}`) }))
  return html`
${fields.radios({ name: 'claimantKind', label: t('claimForm.claimantKind'), value: 'named', choices: claimants, required: true })}
${fields.text({ name: 'claimant', label: t('claimForm.claimant'), hint: t('claimForm.claimant_hint'), lang: article.language, unmarked: true })}
${fields.area({ name: 'attribution', label: t('claimForm.attribution'), hint: t('claimForm.attribution_hint'), rows: 2, lang: article.language })}
${fields.text({ name: 'claimedOn', label: t('claimForm.claimedOn'), hint: t('claimForm.claimedOn_hint'), value: article.date, size: 'short' })}
${fields.text({ name: 'claimedOnReason', label: t('claimForm.claimedOnReason'), hint: t('claimForm.claimedOnReason_hint'), value: article.date ? article.dateReason : null })}`
}
