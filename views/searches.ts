import type { SavedSearch } from '../src/domain/saved-search.ts'
import type { Frame } from './frame.ts'
import { type Html, html, joined, nothing } from './html.ts'
import { page } from './layout.ts'
import {
  action,
  asking,
  copyable,
  emptyState,
  folded,
  heading,
  note,
  postForm,
  type Refused,
  section,
  submit,
  when,
} from './parts.ts'
import type { QueueProps, QueueRow } from './queue/props.ts'
import { queueRow } from './queue/row.ts'

type News = { count: number; isMore: boolean } | null
type Row = { search: SavedSearch; owner: string | null; news: News }

export type SearchesProps = Refused & { rows: Row[]; newId: string }

/** The claims that a search finds. */
const claimsOf = ({ query }: SavedSearch): string => (query ? `/claims?${query}` : '/claims')

/** The searches that somebody saved, or that others share, with how much is new in each. */
export function searchesPage(frame: Frame, props: SearchesProps): Html {
  const { t, viewer } = frame
  const { rows } = props
  const list = (some: Row[]) =>
    html`<ul class="rows" role="list">${some.map((row) => listed(frame, row))}</ul>`
  const own = rows.filter(({ search }) => search.owner === viewer?.id)
  const others = rows.filter(({ search }) => search.owner !== viewer?.id)
  const shared = others.length
    ? section('shared', t('saved.shared_by_others'), list(others))
    : nothing
  return page(
    frame,
    { title: t('saved.title') },
    html`
${heading({ title: t('saved.title'), lead: t('saved.lead'), back: { href: '/claims', label: t('nav.claims') } })}
${again(frame, props)}${own.length ? list(own) : emptyState(t('saved.empty'))}${shared}`,
  )
}

/** A search that could not be saved, to be put right. */
function again(frame: Frame, { newId, typed, errors }: SearchesProps): Html {
  const { t } = frame
  if (!errors) return nothing
  const query = String(typed?.query ?? '')
  const form = { id: 'save-search', action: '/searches', newId, hidden: { query }, typed, errors }
  return postForm(
    frame,
    form,
    (fields) => html`
${fields.text({ name: 'name', label: t('saved.name'), size: 'medium', required: true })}
<div class="actions">${submit(t('saved.save'))}</div>`,
  )
}

function listed(frame: Frame, { search, owner, news }: Row): Html {
  const { t, viewer } = frame
  const isOwn = search.owner === viewer?.id
  const about = [
    isOwn ? null : (owner ?? t('history.somebody')),
    isOwn && search.sharedAt ? t('saved.shared') : null,
    search.feed ? t('saved.has_feed') : null,
    html`${t('saved.since')} ${when(frame, search.savedAt)}`,
  ]
  return html`<li id="search-${search.id}"><a class="saved-name" href="/searches/${search.id}" dir="auto">${search.name}</a>${newCount(frame, news)}
<p class="note">${joined(about)}</p></li>`
}

/** How much is new, or at least how much. */
function newCount({ t }: Frame, news: News): Html {
  if (!news || news.count === 0) return nothing
  const count = t(news.isMore ? 'saved.new_more' : 'saved.new', { count: news.count })
  return html` <span class="new-mark">${count}</span>`
}

export type SearchProps = Refused & {
  search: SavedSearch
  owner: string | null
  own: boolean
  mayDelete: boolean
  /** Until when the viewer had seen what it finds; null where they never looked. */
  since: string | null
  found: QueueProps
  /** The claims that are new to the viewer, by id. */
  fresh: ReadonlySet<string>
  isMore: boolean
}

/** What a saved search finds, what is new in it first; and what can be done with it. */
export function searchPage(frame: Frame, props: SearchProps): Html {
  const { t } = frame
  const { search, own, owner, fresh, isMore, found } = props
  const list = (rows: QueueRow[]) =>
    html`<ul class="rows queue" role="list">${rows.map((row) => queueRow(frame, row, found))}</ul>`
  const isNew = ({ claim }: QueueRow) => fresh.has(claim.id)
  const [news, rest] = [found.rows.filter(isNew), found.rows.filter((row) => !isNew(row))]
  const count = t(isMore ? 'saved.new_more' : 'saved.new', { count: fresh.size })
  const lead = joined([
    own ? null : t('saved.shared_by', { who: owner ?? t('history.somebody') }),
    html`<a href="${claimsOf(search)}">${t('saved.all_found', { count: found.total })}</a>`,
  ])
  const back = { href: '/searches', label: t('saved.title') }
  return page(
    frame,
    { title: search.name },
    html`
${heading({ title: html`<span dir="auto">${search.name}</span>`, lead, back })}
${news.length ? section('new', count, list(news)) : note(t(props.since ? 'saved.nothing_new' : 'saved.first_look'))}
${rest.length ? section('rest', t('saved.rest'), list(rest)) : nothing}
${found.rows.length ? nothing : emptyState(t('saved.finds_nothing'))}
${tools(frame, props)}`,
  )
}

/** What its owner can do with it; an admin can take away what is shared. */
function tools(frame: Frame, props: SearchProps): Html {
  const { t } = frame
  const { search, own, mayDelete } = props
  const at = (path: string) => `/searches/${search.id}/${path}`
  const deleting = mayDelete
    ? asking(
        { id: 'delete', label: t('saved.delete'), consequence: t('saved.delete_consequence') },
        action(frame, {
          id: 'deletion',
          action: at('deletion'),
          label: t('saved.delete'),
          tone: 'danger',
        }),
      )
    : nothing
  if (!own) return mayDelete ? html`<div class="ways">${deleting}</div>` : nothing
  const sharing = action(frame, {
    id: 'sharing',
    action: at('sharing'),
    hidden: { shared: search.sharedAt ? 'no' : 'yes' },
    label: t(search.sharedAt ? 'saved.unshare' : 'saved.share'),
  })
  return section(
    'tools',
    t('saved.tools'),
    html`<div class="ways">${sharing}${feeding(frame, props)}${renaming(frame, props)}${deleting}</div>`,
  )
}

function renaming(frame: Frame, { search, typed, errors }: SearchProps): Html {
  const { t } = frame
  const form = { id: 'rename', action: `/searches/${search.id}/name`, typed, errors }
  return folded(
    { id: 'renaming', label: t('saved.rename'), tone: 'quiet', open: errors !== undefined },
    postForm(
      frame,
      form,
      (fields) => html`
${fields.text({ name: 'name', label: t('saved.name'), value: search.name, size: 'medium', required: true })}
<div class="actions">${submit(t('saved.rename'))}</div>`,
    ),
  )
}

/** The feed: a secret address, or none. */
function feeding(frame: Frame, { search }: SearchProps): Html {
  const { t, publicPages } = frame
  if (!publicPages) return nothing
  const at = `/searches/${search.id}`
  const open = action(frame, {
    id: 'feed',
    action: `${at}/feed`,
    label: t(search.feed ? 'saved.feed_anew' : 'saved.feed'),
  })
  const end = search.feed
    ? action(frame, { id: 'feed-ending', action: `${at}/feed-ending`, label: t('saved.feed_end') })
    : nothing
  return html`${open}${end}`
}

/** The address of a feed, which is shown this once. */
export function feedAddressPage(
  frame: Frame,
  { search, address }: { search: SavedSearch; address: string },
): Html {
  const { t } = frame
  return page(
    frame,
    { title: t('saved.feed_title'), width: 'narrow' },
    html`
${heading({ title: t('saved.feed_title'), lead: search.name, back: { href: `/searches/${search.id}`, label: t('saved.back') } })}
<p>${t('saved.feed_once')}</p>
${copyable(frame, 'feed-address', t('saved.feed_address'), address)}
${copyable(frame, 'feed-address-json', t('saved.feed_json'), `${address}.json`)}
${note(t('saved.feed_reads'))}`,
  )
}
