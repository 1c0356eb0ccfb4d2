import type { Article } from '../../src/domain/article.ts'
import type { Claim } from '../../src/domain/claim.ts'
import type { Evidence } from '../../src/domain/evidence.ts'
import { mayLook, type Snapshot } from '../../src/domain/snapshot.ts'
import type { Source } from '../../src/domain/source.ts'
import type { Sentence } from '../article/place.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, joined, nothing, type Part } from '../html.ts'
import { page } from '../layout.ts'
import { facts, heading, languageName, note, outside, section, size, stamp } from '../parts.ts'
import { snapshotText } from './text.ts'

export type SnapshotPageProps = {
  snapshot: Snapshot
  source: Source | null
  sentences: readonly Sentence[]
  /** Whether the text goes on after these. */
  isCut: boolean
  evidence: { evidence: Evidence; claim: Claim }[]
  articles: Article[]
}

/** What was kept of a source: its text, what it was and how that is proved, and what rests on it. */
export function snapshotPage(frame: Frame, props: SnapshotPageProps): Html {
  const { t } = frame
  const { snapshot, source, sentences, isCut } = props
  const { language } = snapshot
  const text = sentences.length
    ? html`${snapshotText(frame, { sentences, language })}${isCut ? note(t('snapshot.cut')) : nothing}`
    : note(t('snapshot.no_text'))
  return framed(
    frame,
    snapshot,
    'text',
    source,
    html`<div class="snapshot-grid">
<section class="snapshot-text" aria-label="${t('snapshot.tab_text')}">${text}</section>
<div class="snapshot-side">${about(frame, props)}${citing(frame, props)}${checking(frame, snapshot)}</div>
</div>`,
  )
}

/** @param as what a browser can show of it; null where it can show nothing */
export function asItWasPage(
  frame: Frame,
  {
    snapshot,
    source,
    as,
  }: Pick<SnapshotPageProps, 'snapshot' | 'source'> & { as: 'page' | 'picture' | null },
): Html {
  const { t } = frame
  const title = t('snapshot.frame', { title: titleOf(frame, snapshot) })
  const shown = {
    page: html`${note(t('snapshot.frame_note'))}<iframe class="snapshot-frame" sandbox="" src="/snapshots/${snapshot.id}/page" title="${title}" referrerpolicy="no-referrer"></iframe>`,
    picture: html`<img class="snapshot-picture" src="/snapshots/${snapshot.id}/bytes" alt="${title}">`,
    nothing: note(t('snapshot.not_shown')),
  }
  return framed(frame, snapshot, 'as_it_was', source, shown[as ?? 'nothing'])
}

const titleOf = ({ t }: Frame, { title, url }: Snapshot): string =>
  title ?? url ?? t('snapshot.untitled')

function framed(
  frame: Frame,
  snapshot: Snapshot,
  tab: 'text' | 'as_it_was',
  source: Source | null,
  body: Part,
): Html {
  const { t } = frame
  const { id, takenAt, way, title, language, url } = snapshot
  const name = titleOf(frame, snapshot)
  const link = (href: string, label: string, isHere: boolean) =>
    html`<a href="${href}" hx-boost="false"${isHere ? html` aria-current="page"` : ''}>${label}</a>`
  const look = mayLook(snapshot)
    ? link(`/snapshots/${id}/as-it-was`, t('snapshot.tab_as_it_was'), tab === 'as_it_was')
    : nothing
  const lead = joined([
    html`${t(`article.added_${way}`)} ${stamp(frame, takenAt)}`,
    url && outside(url),
    language && languageName(frame, language),
    source && html`<a href="/sources/${source.id}">${t('evidence.source_page')}</a>`,
  ])
  return page(
    frame,
    { title: `${t('snapshot.title')}: ${name}`, width: 'wide' },
    html`
${heading({ title: title && language ? html`<span lang="${language}">${name}</span>` : name, lead })}
<nav class="tabs" aria-label="${t('snapshot.tabs')}">${link(`/snapshots/${id}`, t('snapshot.tab_text'), tab === 'text')}${look}${link(`/snapshots/${id}/warc`, t('snapshot.download'), false)}</nav>
${body}`,
  )
}

function about(frame: Frame, { snapshot, source }: SnapshotPageProps): Html {
  const { t, lang } = frame
  const { takenAt, url, status, mediaType, size: bytes } = snapshot
  const asked = source && source.url !== url ? outside(source.url, source.url) : null
  return section(
    'about',
    t('snapshot.about'),
    facts([
      [t('snapshot.taken'), stamp(frame, takenAt)],
      [t('snapshot.asked'), asked],
      [t('snapshot.address'), url && outside(url, url)],
      [t('snapshot.status'), status],
      [t('snapshot.media_type'), mediaType],
      [t('snapshot.size'), size(lang, bytes)],
      [t('snapshot.gone'), source?.goneSince ? stamp(frame, source.goneSince) : null],
    ]),
  )
}

/** What on the desk rests on it. */
function citing(frame: Frame, { evidence, articles }: SnapshotPageProps): Html {
  const { t } = frame
  const rows = [
    ...articles.map(
      ({ id, title, language }) =>
        html`<li><span class="note">${t('snapshot.article')}</span> <a href="/articles/${id}" lang="${language}">${title}</a></li>`,
    ),
    ...evidence.map(
      ({ evidence: one, claim }) =>
        html`<li><span class="note">${t('evidence.page_title', { number: one.number })}</span> <a href="/claims/${claim.id}#evidence-${one.number}" lang="${claim.language}">${claim.statement}</a></li>`,
    ),
  ]
  const list = html`<ul class="rows" role="list">${rows}</ul>`
  return section('citing', t('snapshot.citing'), rows.length ? list : note(t('snapshot.uncited')))
}

/** The hashes, and how whoever has the file can check them without the desk. */
function checking({ t }: Frame, { warc, bytes, text, id }: Snapshot): Html {
  const hash = (value: string) => html`<code class="hash">${value}</code>`
  // As a shell finds it: the whole name would take three lines.
  const file = `${warc.slice(0, 12)}*.warc.gz`
  return section(
    'checking',
    t('snapshot.checking'),
    html`${facts([
      [t('snapshot.hash_warc'), hash(warc)],
      [t('snapshot.hash_bytes'), hash(bytes)],
      [t('snapshot.hash_text'), text && hash(text)],
    ])}
<p class="note">${t('snapshot.check_how', { text: text ? 'yes' : 'no' })}</p>
<pre class="commands"><code>sha256sum ${file}
zcat ${file} | grep -a -m 1 WARC-Payload-Digest${text ? '\nsha256sum text.txt' : ''}</code></pre>
${text ? html`<p><a href="/snapshots/${id}/text" hx-boost="false">${t('snapshot.download_text')}</a></p>` : nothing}`,
  )
}
