import { outcomes } from '../../src/domain/search-record.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, nothing } from '../html.ts'
import { type Fields, note, section } from '../parts.ts'
import { searchList } from '../search/item.ts'
import { backToLook } from '../verdict/look.ts'
import { adding } from './adding.ts'
import { type ClaimProps, canWork } from './props.ts'

/** Where the desk looked, and what came of it, nothing included. */
export function searchesSection(frame: Frame, props: ClaimProps): Html {
  const { t } = frame
  const { searches } = props
  const list = searches.length ? searchList(frame, searches) : note(t('claim.searches_none'))
  const form = {
    form: 'search',
    part: 'searches',
    label: t('claim.search_add'),
    submit: t('claim.search_submit'),
    fields: (fields: Fields) => searchFields(frame, fields),
  } as const
  const back = backToLook(frame, props, '#searches')
  return section(
    'searches',
    t('claim.searches'),
    html`${list}${canWork(props) ? adding(frame, props, form) : nothing}`,
    back,
  )
}

function searchFields({ t }: Frame, fields: Fields): Html {
  const choices = outcomes.map((value) => ({ value, label: t(`outcome.${value}`) }))
  return html`
${fields.text({ name: 'place', label: t('claim.search_place'), hint: t('claim.search_place_hint'), required: true })}
${fields.text({ name: 'words', label: t('claim.search_words'), required: true })}
${fields.radios({ name: 'outcome', label: t('claim.search_outcome'), choices, inline: true, required: true })}
${fields.text({ name: 'searchedOn', label: t('claim.search_on'), hint: t('claim.search_on_hint'), size: 'short' })}
${fields.area({ name: 'note', label: t('claim.search_note'), hint: t('claim.search_note_hint'), rows: 2 })}`
}
