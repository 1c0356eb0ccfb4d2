import { isOpen } from '../../src/domain/drift.ts'
import { has } from '../../src/domain/member.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, joined, nothing, type Part } from '../html.ts'
import { page } from '../layout.ts'
import {
  alert,
  type FoldedRun,
  folded,
  heading,
  history,
  langOf,
  note,
  outside,
  section,
  textDifference,
  when,
  wordDifference,
} from '../parts.ts'
import { driftForms } from './forms.ts'
import type { DriftProps, Kept } from './props.ts'

/** Words that a source does not say any more, or not for certain: what was, what is, and the ways on. */
export function driftPage(frame: Frame, props: DriftProps): Html {
  const { t, viewer } = frame
  const { drift, about, claim, source, problem } = props
  const may = viewer !== null && has(viewer, 'checker')
  const title = about.kind === 'appearance' ? about.article.title : about.evidence.title
  const open = isOpen(drift)
  return page(
    frame,
    { title: t('drift.page_title', { title }), width: 'wide' },
    html`
${heading({ title: titleOf(frame, props), lead: leadOf(frame, props), back: { href: '/drifts', label: t('drift.title') } })}
${problem ? alert(html`<p>${problem}</p>`) : nothing}
<p class="drift-now">${open ? t('drift.noticed') : settledAs(frame, props)} ${when(frame, drift.settledAt ?? drift.openedAt)}</p>
<div class="drift-grid"><div>
${section('before', t('drift.before'), before(frame, props))}
${open ? section('now', t('drift.now'), now(frame, props)) : quotedNow(frame, props)}
${open && props.difference ? changes(frame, props, props.difference) : nothing}
</div><div>
${open && may ? driftForms(frame, props) : nothing}
${section(
  'claim',
  t('drift.claim'),
  html`<p><a class="statement" href="${placeOnClaim(props)}"${langOf(frame, claim.language)}>${claim.statement}</a></p>
${source ? note(html`${t('drift.source')} <a href="/sources/${source.id}">${source.url}</a>`) : nothing}`,
)}
${section('history', t('drift.history'), history(frame, props.history, { people: props.names }))}
</div></div>`,
  )
}

const titleOf = ({ t }: Frame, { drift }: DriftProps): string =>
  t(isOpen(drift) ? `drift.question_${drift.status}` : 'drift.question_settled')

/** Whose words they are. */
function leadOf(frame: Frame, { about }: DriftProps): Html {
  const { t } = frame
  if (about.kind === 'appearance') {
    const { article } = about
    const link = html`<a href="/articles/${article.id}"${langOf(frame, article.language)}>${article.title}</a>`
    return joined([t('drift.in_article'), link], ' ')
  }
  const { number, title, url } = about.evidence
  return html`${t('drift.in_evidence')} [${number}] ${url ? outside(url, title) : title}`
}

const settledAs = ({ t }: Frame, { drift }: DriftProps): Html =>
  html`<span class="drift-state">${t(`drift_outcome.${drift.outcome ?? 'stands'}`)}</span>`

const placeOnClaim = ({ claim, about }: DriftProps): string =>
  about.kind === 'appearance'
    ? `/claims/${claim.id}#appearance-${about.appearance.id}`
    : `/claims/${claim.id}#evidence-${about.evidence.number}`

/** Where a text can be read: the version in the reader, or the snapshot. */
function readingOf({ about }: Pick<DriftProps, 'about'>, { id }: Kept): string {
  return about.kind === 'appearance'
    ? `/articles/${about.article.id}?version=${id}`
    : `/snapshots/${id}`
}

/** Words within those around them, which step back. */
function inContext(
  frame: Frame,
  { before, words, after }: { before: string; words: Part; after: string },
  language: string | null,
): Html {
  const around = (text: string) => (text ? html`<span class="around">${text}</span>` : nothing)
  return html`<blockquote class="quotation"><p${langOf(frame, language)}>${around(before)}${words}${around(after)}</p></blockquote>`
}

function before(frame: Frame, props: DriftProps): Html {
  const { t } = frame
  const { excerpt, before, language } = props
  const words = excerpt
    ? inContext(
        frame,
        {
          before: excerpt.prefix,
          words: html`<mark>${excerpt.quote}</mark>`,
          after: excerpt.suffix,
        },
        language,
      )
    : note(t('drift.no_words'))
  const kept = before
    ? html`<p class="note"><a href="${readingOf(props, before)}">${t('drift.read_before')}</a>, ${when(frame, before.at)}</p>`
    : nothing
  return html`${words}${kept}`
}

/** What the words were replaced by, where they were. */
function quotedNow(frame: Frame, { drift, about, now, language }: DriftProps): Html {
  if (drift.outcome !== 'placed') return nothing
  const { t } = frame
  const words = about.kind === 'appearance' ? about.appearance.quote : about.evidence.quote
  const read = now
    ? html`<p class="note"><a href="${readingOf({ about }, now)}">${t('drift.read_now')}</a>, ${when(frame, now.at)}</p>`
    : nothing
  const quote = words ? inContext(frame, { before: '', words, after: '' }, language) : nothing
  return section('now', t('quoting.current'), html`${quote}${read}`)
}

function now(frame: Frame, props: DriftProps): Html {
  const { t } = frame
  const { places, now, drift, language } = props
  const read = now
    ? html`<p class="note"><a href="${readingOf(props, now)}">${t('drift.read_now')}</a>, ${when(frame, now.at)}</p>`
    : nothing
  if (places.length === 0) return html`${note(t('drift.nowhere'))}${read}`
  if (drift.status === 'changed' && places[0]) {
    const { before, after, runs } = places[0]
    const words = wordDifference(frame, runs)
    return html`${inContext(frame, { before, words, after }, language)}${read}`
  }
  return html`${note(t('drift.places', { count: places.length }))}${read}`
}

/** What else changed; where the words are gone, it is what there is to read. */
function changes(frame: Frame, { drift, language }: DriftProps, runs: FoldedRun[]): Html {
  const body = textDifference(frame, runs, language)
  const label = frame.t('drift.changes')
  if (drift.status === 'gone') return section('changes', label, body)
  return html`<div class="drift-changes">${folded({ id: 'changes', label, tone: 'quiet' }, body)}</div>`
}
