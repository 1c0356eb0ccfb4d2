import { outcomes } from '../../src/domain/search-record.ts'
import { unsettles } from '../evidence/section.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, nothing } from '../html.ts'
import { folded, note, postForm, section, submit } from '../parts.ts'
import { searchList } from '../search/item.ts'
import { type ClaimProps, canWork, complaint, refusedBy } from './props.ts'

/** Where the desk looked, and what came of it, nothing included. */
export function searchesSection(frame: Frame, props: ClaimProps): Html {
  const { t } = frame
  const { searches } = props
  const list = searches.length ? searchList(frame, searches) : note(t('claim.searches_none'))
  return section(
    'searches',
    t('claim.searches'),
    html`${list}${canWork(props) ? adding(frame, props) : nothing}`,
  )
}

function adding(frame: Frame, props: ClaimProps): Html {
  const { t } = frame
  const { claim, ids } = props
  const refused = refusedBy(props, 'search')
  const form = {
    id: 'new-search',
    action: `/claims/${claim.id}/searches`,
    newId: ids.search,
    revision: claim.revision,
    guard: true,
    ...refused,
  }
  const choices = outcomes.map((value) => ({ value, label: t(`outcome.${value}`) }))
  return folded(
    { id: 'add-search', label: t('claim.search_add'), open: refused !== undefined },
    html`
${complaint(frame, refused)}${unsettles(frame, claim.stage)}
${postForm(
  frame,
  form,
  (fields) => html`
${fields.text({ name: 'place', label: t('claim.search_place'), hint: t('claim.search_place_hint'), required: true })}
${fields.text({ name: 'words', label: t('claim.search_words'), required: true })}
${fields.radios({ name: 'outcome', label: t('claim.search_outcome'), choices, inline: true, required: true })}
${fields.text({ name: 'searchedOn', label: t('claim.search_on'), hint: t('claim.search_on_hint'), size: 'short' })}
${fields.area({ name: 'note', label: t('claim.search_note'), hint: t('claim.search_note_hint'), rows: 2 })}
<div class="actions">${submit(t('claim.search_submit'))}</div>`,
)}`,
  )
}
