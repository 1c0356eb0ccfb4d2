import { filterNames } from '../../src/domain/export-filters.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, nothing } from '../html.ts'
import { askForm, type Choice, type Fields, section } from '../parts.ts'
import { choicesFor, type FilterProps, valuesOf } from './choices.ts'

/** The form of the filters; on a small screen it is folded. */
export function exportFilters(frame: Frame, props: FilterProps): Html {
  const { t } = frame
  const { asked, errors } = props
  const count = filterNames.reduce((sum, name) => sum + valuesOf(asked, name).length, 0)
  const on = count ? html` <span class="count">${count}</span>` : nothing
  const clear = count || asked.asOf ? html`<a href="/exports">${t('exports.clear')}</a>` : nothing
  const form = askForm(
    frame,
    {
      id: 'filters',
      action: '/exports',
      label: t('exports.filters'),
      button: t('exports.apply'),
      typed: asked,
      errors,
    },
    (fields) => groups(frame, fields, props),
  )
  const fold = html`<details class="ask-fold" id="filters-fold"${errors ? html` open` : ''}><summary class="button">${t('exports.show_filters')}</summary>
${form}</details>`
  return section('filter', html`${t('exports.filters')}${on}`, fold, clear)
}

function groups(frame: Frame, fields: Fields, props: FilterProps): Html {
  const { t } = frame
  const { asked, errors } = props
  const all = choicesFor(frame, props)
  const group = (name: keyof typeof all, open = false): Html => {
    const label = t(`exports.${name}`)
    const choices: Choice[] = all[name]
    const chosen = valuesOf(asked, name).length
    if (choices.length === 0 && !errors?.[name]) return nothing
    const on = chosen ? html` <span class="count">${chosen}</span>` : nothing
    const { most } = props.choices
    const hint = choices.length >= most ? t('exports.only_first', { count: most, name }) : undefined
    return html`<details class="ask-group" id="filters-${name}-fold"${open || chosen || errors?.[name] ? html` open` : ''}><summary>${label}${on}</summary>
${fields.checks({ name, label, choices, hint, unmarked: true })}</details>`
  }
  return html`${group('rating', true)}${group('status', true)}${published(frame, fields)}${group('topic')}${group('language')}${group('claimant')}${group('article')}${columns(frame, fields, props)}${stood(frame, fields)}`
}

/** Which columns a CSV has: no filter, but it stands in the address with them. */
function columns({ t }: Frame, fields: Fields, { asked, errors, choices }: FilterProps): Html {
  const label = t('exports.columns')
  const isOpen = valuesOf(asked, 'columns').length > 0 || errors?.columns
  const list = choices.columns.map((value) => ({ value, label: value }))
  return html`<details class="ask-group" id="filters-columns-fold"${isOpen ? html` open` : ''}><summary>${label}</summary>
${fields.checks({ name: 'columns', label, choices: list, hint: t('exports.columns_hint'), unmarked: true })}</details>`
}

/** The moment that the document stands at; now where none is named. */
const stood = ({ t }: Frame, fields: Fields): Html =>
  html`<div class="ask-moment">${fields.text({ name: 'asOf', label: t('exports.as_of'), hint: t('asof.hint'), unmarked: true })}</div>`

/** The two days between which the public was told. */
const published = ({ t }: Frame, fields: Fields): Html =>
  html`<fieldset class="field ask-days"><legend>${t('exports.published')}</legend>
${fields.text({ name: 'from', label: t('exports.from'), size: 'short', unmarked: true })}
${fields.text({ name: 'until', label: t('exports.until'), size: 'short', unmarked: true })}
<p class="hint">${t('exports.days_hint')}</p></fieldset>`
