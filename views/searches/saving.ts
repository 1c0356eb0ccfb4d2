import type { SavedSearch } from '../../src/domain/saved-search.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, joined, nothing } from '../html.ts'
import { postForm, submit } from '../parts.ts'

/** What the list of claims says of saved searches: which there are, and the form that saves what it shows. */
export type Saving = { searches: SavedSearch[]; newId: string }

const SHOWN = 8

/** The ways to searches that were saved. */
export function savedSearches({ t }: Frame, { searches }: Saving): Html {
  if (searches.length === 0) return nothing
  const links = searches
    .slice(0, SHOWN)
    .map(({ id, name }) => html`<a href="/searches/${id}" dir="auto">${name}</a>`)
  const all = html`<a href="/searches">${t('saved.all')}</a>`
  return html`<p class="note saved-searches">${t('saved.title')}: ${joined([...links, all])}</p>`
}

/** Folded: how to save what the list shows now. */
export function saveSearch(frame: Frame, { newId }: Saving): Html {
  const { t, path } = frame
  const query = path.split('?')[1] ?? ''
  const form = { id: 'save-search', action: '/searches', newId, hidden: { query } }
  return html`<details class="saving" id="saving"><summary>${t('saved.save_summary')}</summary>
${postForm(
  frame,
  form,
  (fields) => html`
${fields.text({ name: 'name', label: t('saved.name'), size: 'medium', required: true })}
<div class="actions">${submit(t('saved.save'))}</div>`,
)}</details>`
}
