import type { Kind, Value } from '../../src/domain/ledger.ts'
import type { Shape } from '../../src/domain/story.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, joined, nothing, type Part } from '../html.ts'
import { isMessageKey } from '../messages.ts'
import {
  exactly,
  langOf,
  languageName,
  number,
  partialDate,
  personLink,
  ratingMark,
  textDifference,
} from '../parts.ts'
import type { Calling, ToldChange } from './props.ts'

/** What a field is called; one that has no name yet goes by the one it has in the record. */
export function fieldLabel({ t }: Frame, kind: Kind, field: string): string {
  const [own, shared] = [`told_field.${kind}_${field}`, `told_field.${field}`]
  if (isMessageKey(own)) return t(own)
  return isMessageKey(shared) ? t(shared) : field
}

const isNothing = (value: Value): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0)

/** A value as people know it. */
export function shownValue(frame: Frame, calling: Calling, shape: Shape, value: Value): Part {
  if (isNothing(value)) return html`<span class="unknown">${frame.t('conflict.nothing')}</span>`
  if (typeof value === 'number') return numeric(frame, shape, value)
  return joined([value ?? ''].flat().map((one) => single(frame, calling, shape, one)))
}

const numeric = (frame: Frame, shape: Shape, value: number): string =>
  shape === 'yes_no' ? frame.t(value ? 'told.yes' : 'told.no') : number(frame, value)

function single(frame: Frame, calling: Calling, shape: Shape, value: string): Part {
  const { t } = frame
  if (typeof shape === 'object') {
    const own = `told_value.${shape.area}_${value}`
    const key = `${shape.area}.${value}`
    return isMessageKey(own) ? t(own) : isMessageKey(key) ? t(key) : value
  }
  if (shape === 'person') return personLink(frame, calling, value)
  if (shape === 'date') return partialDate(frame, value)
  if (shape === 'moment') return html`<time datetime="${value}">${exactly(frame, value)}</time>`
  if (shape === 'language') return languageName(frame, value)
  if (shape === 'rating') {
    const rating = calling.scale.find(({ id }) => id === value)
    return rating ? ratingMark(frame, rating) : value
  }
  if (shape === 'snapshot') return html`<a href="/snapshots/${value}">${t('snapshot.title')}</a>`
  if (shape === 'claim') return claimLink(frame, calling, value)
  if (shape === 'verdict') return verdictLink(frame, calling, value)
  if (shape === 'article') return articleLink(frame, calling, value)
  if (shape === 'version') return t('told.another_text')
  return html`<span class="told-words">${value}</span>`
}

/** A claim by its statement. */
export function claimLink(frame: Frame, { claims }: Pick<Calling, 'claims'>, id: string): Html {
  const claim = claims[id]
  if (!claim) return html`${frame.t('told.a_claim')}`
  return html`<a href="/claims/${id}"${langOf(frame, claim.language)}>${claim.statement}</a>`
}

/** A verdict version of another claim, by that claim's statement. */
function verdictLink(frame: Frame, calling: Calling, id: string): Html {
  const version = calling.verdicts[id]
  if (!version) return html`${frame.t('told.a_verdict')}`
  const name = frame.t('told.verdict_version', { number: version.number })
  return html`${claimLink(frame, calling, version.claim)}, <a href="/verdicts/${id}/history">${name}</a>`
}

/** An article by its title. */
export function articleLink(frame: Frame, { articles }: Calling, id: string): Html {
  const article = articles[id]
  if (!article) return html`${frame.t('told.an_article')}`
  return html`<a href="/articles/${id}"${langOf(frame, article.language)}>${article.title}</a>`
}

/** One field of a decision: how its words changed, what it became, or what it was at first. */
function changeRow(
  frame: Frame,
  calling: Calling,
  kind: Kind,
  { field, shape, before, after, runs }: ToldChange,
): Html {
  const { t } = frame
  const value = (one: Value) => shownValue(frame, calling, shape, one)
  const became = html` <span aria-hidden="true">→</span><span class="visually-hidden">${t('told.became')}</span> `
  const shown = runs
    ? textDifference(frame, runs)
    : shape === 'version' && !isNothing(after)
      ? t('told.another_text')
      : html`${isNothing(before) ? nothing : html`<span class="told-before">${value(before)}</span>${became}`}${value(after)}`
  return html`<div><dt>${fieldLabel(frame, kind, field)}</dt><dd>${shown}</dd></div>`
}

/** What a decision changed, field by field. */
export const changeList = (frame: Frame, calling: Calling, kind: Kind, told: ToldChange[]): Html =>
  told.length
    ? html`<dl class="told-changes">${told.map((one) => changeRow(frame, calling, kind, one))}</dl>`
    : nothing
