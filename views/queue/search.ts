import { MAX_QUERY, type Queue, readQueue } from '../../src/domain/queue.ts'
import type { Frame } from '../frame.ts'
import { type Html, html } from '../html.ts'
import { queueFields } from './address.ts'

/** What the queue is asked for, on the page that shows it. */
function asked({ path }: Frame): Queue | null {
  const [page, query] = path.split('?', 2)
  return page === '/claims' ? readQueue(Object.fromEntries(new URLSearchParams(query))) : null
}

/**
 * The search box of every page. In the queue it searches within what is shown there; elsewhere, among
 * all claims.
 */
export function searchBox(frame: Frame): Html {
  const { t } = frame
  const queue = asked(frame)
  const kept = queue ? queueFields({ ...queue, q: '' }) : []
  return html`<form class="search" role="search" method="get" action="/claims" autocomplete="off" data-asks>${kept.map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )}<label for="desk-search"><svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false"><circle cx="7" cy="7" r="4.75" fill="none" stroke="currentColor" stroke-width="1.5"/><path d="M10.6 10.6 14 14" stroke="currentColor" stroke-width="1.5" stroke-linecap="round"/></svg><span class="visually-hidden">${t('nav.search')}</span></label><input type="search" id="desk-search" name="q" value="${queue?.q ?? ''}" maxlength="${MAX_QUERY}" placeholder="${t('nav.search')}" data-search></form>`
}
