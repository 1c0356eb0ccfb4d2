import type { Article } from '../../src/domain/article.ts'
import type { Claimant } from '../../src/domain/claimant.ts'
import { type Asked, toldStatuses, unnamedClaimants } from '../../src/domain/export-filters.ts'
import type { Rating } from '../../src/domain/rating.ts'
import type { FieldErrors } from '../../src/domain/refusal.ts'
import type { Frame } from '../frame.ts'
import { html, joined, nothing, type Part } from '../html.ts'
import { languageName, partialDate, ratingLabel, ratingShape } from '../parts.ts'

/** What there is to choose from: of what there can be many, at most `most`. */
export type ExportChoices = {
  ratings: Rating[]
  topics: string[]
  languages: string[]
  articles: Pick<Article, 'id' | 'title' | 'outlet' | 'date'>[]
  claimants: Pick<Claimant, 'id' | 'name' | 'role'>[]
  most: number
  /** The columns that CSV can have. */
  columns: string[]
}

export type FilterProps = {
  /** The filters as the address has them, right or wrong. */
  asked: Asked
  errors?: FieldErrors
  choices: ExportChoices
}

export const valuesOf = (asked: Asked, name: string): string[] => [asked[name] ?? []].flat()

/** What is listed, and what is asked for though it is not; not what cannot be read. */
const withAsked = (listed: string[], { asked, errors }: FilterProps, name: string): string[] => [
  ...new Set([...listed, ...(errors?.[name] ? [] : valuesOf(asked, name))]),
]

/** The choices of each filter, by its name. */
export function choicesFor(frame: Frame, props: FilterProps) {
  const { t, lang } = frame
  const { ratings, topics, languages, articles, claimants } = props.choices
  const aside = (text: Part) => (text ? html` <span class="optional">${text}</span>` : nothing)
  const nobodys = unnamedClaimants.map((value) => ({ value, label: t(`claimant.${value}`) }))
  return {
    rating: ratings.map((one) => ({
      value: one.id,
      label: html`${ratingShape(one)} ${ratingLabel(frame, one)}${aside(one.retiredAt && t('scale.retired'))}`,
    })),
    status: toldStatuses.map((value) => ({
      value,
      label: t(value === 'under_correction' ? 'verdict.under_correction' : `status.${value}`),
    })),
    topic: withAsked(topics, props, 'topic').map((value) => ({ value, label: value })),
    language: withAsked(languages, props, 'language')
      .map((value) => ({ value, label: languageName(frame, value) }))
      .sort((a, b) => a.label.localeCompare(b.label, lang)),
    claimant: [
      ...nobodys,
      ...claimants.map(({ id, name, role }) => ({
        value: id,
        label: html`${name}${aside(role)}`,
      })),
    ],
    article: articles.map(({ id, title, outlet, date }) => ({
      value: id,
      label: html`${title}${aside((outlet || date) && joined([outlet, date && partialDate(frame, date)], ', '))}`,
    })),
  }
}
