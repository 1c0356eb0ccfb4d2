import { has } from '../../src/domain/member.ts'
import { countFilters } from '../../src/domain/queue.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, nothing } from '../html.ts'
import { page } from '../layout.ts'
import { buttonLink, heading } from '../parts.ts'
import { rulingsBeside } from '../rulings/list.ts'
import { savedSearches, saveSearch } from '../searches/saving.ts'
import { queueAddress } from './address.ts'
import { articlesBeside, searchHelp, searchNotes } from './asked.ts'
import { queueChips } from './chips.ts'
import { type FilterChoices, filterChoices, quotedOnce } from './choices.ts'
import { emptyQueue } from './empty.ts'
import { queueFacets } from './facets.ts'
import { queueForm } from './filters.ts'
import type { QueueProps } from './props.ts'
import { queueRow } from './row.ts'
import { queueTabs } from './tabs.ts'

/** The queue: what there is to check, by stage, by whose work it is, and by whatever is asked for. */
export function queuePage(frame: Frame, props: QueueProps): Html {
  const { t, viewer } = frame
  const { queue, rows, choices } = props
  const canOpen = viewer !== null && has(viewer, 'checker')
  const actions = canOpen
    ? html`${buttonLink('/articles', t('queue.take'), 'primary')}${buttonLink('/claims/new', t('queue.new'))}`
    : nothing
  // Nothing can be asked of a desk that is empty.
  const isBare = choices.languages.length === 0 && countFilters(queue) === 0
  const list = rows.length
    ? html`<ul class="rows queue" role="list">${rows.map((row) => queueRow(frame, row, props))}</ul>`
    : emptyQueue(frame, props, { isBare, actions })
  return page(
    frame,
    { title: titleOf(frame, props) },
    html`
${heading({ title: t('nav.claims'), actions: isBare ? nothing : actions })}
${isBare ? nothing : asking(frame, props)}
${list}
${pages(frame, props)}`,
  )
}

/** A window, and a step back, by what was asked for there. */
function titleOf(frame: Frame, { queue }: QueueProps): string {
  const { t } = frame
  const { stage, who, q } = queue
  const parts = [
    t('nav.claims'),
    stage && t(`queue.stage_${stage}`),
    who !== 'all' && t(`queue.who_${who}`),
    q && quotedOnce(frame, q),
  ]
  return parts.filter(Boolean).join(' · ')
}

/** What is asked for, and can be. */
function asking(frame: Frame, props: QueueProps): Html {
  const choices = filterChoices(frame, props)
  return html`${queueTabs(frame, props)}${queueForm(frame, props.queue, choices)}${found(frame, props, choices)}`
}

/** How many claims match, said again when that changes, what they match, and what else can be done here. */
function found(frame: Frame, props: QueueProps, choices: FilterChoices): Html {
  const { t } = frame
  const { queue, total, search, saving } = props
  const isAsked = countFilters(queue) > 0
  const least = (search ? search.isLeast : props.isLeast) ? 'find.least' : null
  const count = t(least ?? (isAsked ? 'queue.matching' : 'queue.count'), { count: total })
  const facets = queueFacets(frame, props)
  return html`<div class="queue-found"><div class="queue-count" id="queue-count" role="status"><p>${count}</p>${
    search ? searchNotes(frame, search) : nothing
  }</div>${queueChips(frame, queue, choices, search?.chips ?? [])}<span class="grow"></span>${search ? nothing : facets}${searchHelp(frame)}${
    saving ? saveSearch(frame, saving) : nothing
  }${ways(frame)}</div>${search ? html`${facets}${articlesBeside(frame, queue, search)}${rulingsBeside(frame, queue.q, search.rulings)}` : nothing}${
    saving ? savedSearches(frame, saving) : nothing
  }`
}

/** Where else one looks. */
function ways({ t, viewer }: Frame): Html {
  const again =
    viewer && has(viewer, 'checker')
      ? html`<p class="due-link"><a href="/due">${t('again.title')}</a></p>`
      : nothing
  return html`<p class="due-link"><a href="/seen">${t('seen.title')}</a></p><p class="due-link"><a href="/rulings">${t('ruling.title')}</a></p>${again}`
}

function pages({ t }: Frame, { queue, place, next }: QueueProps): Html {
  if (!place && !next) return nothing
  const link = (href: string, label: Html) =>
    html`<a href="${href}" hx-swap="outerMorph show:top">${label}</a>`
  return html`<nav class="pager" aria-label="${t('pager.label')}">${
    place ? link(queueAddress(queue), html`‹ ${t('queue.first')}`) : nothing
  }${next ? link(queueAddress(queue, {}, next), html`${t('queue.next')} ›`) : nothing}</nav>`
}
