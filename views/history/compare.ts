import type { Frame } from '../frame.ts'
import { type Html, html, nothing, type Part } from '../html.ts'
import { page } from '../layout.ts'
import {
  alert,
  exactly,
  type FoldedRun,
  fieldMessage,
  folded,
  note,
  personLink,
  postForm,
  type Refused,
  submit,
  textDifference,
} from '../parts.ts'
import { historyHead, historyTitle } from './page.ts'
import { type About, type Calling, historyOf, type ToldChange } from './props.ts'
import { fieldLabel, shownValue } from './values.ts'

/** One of the two: which revision, who made it when, and what of it could be restored. */
export type Side = { revision: number; at: string; actor: string; restores: string[] }

export type CompareProps = About &
  Pick<Refused, 'typed' | 'errors'> & {
    older: Side
    newer: Side
    /** The fields in which they differ, and those in which they do not. */
    told: ToldChange[]
    same: ToldChange[]
    /** Why nothing can be restored here now; null where it can. */
    closed: 'forbidden' | 'stage' | 'proposed' | 'published' | null
    calling: Calling
    /** Why a form was refused. */
    problem?: string | null
  }

/** Two versions of one thing, side by side. */
export function comparePage(frame: Frame, props: CompareProps): Html {
  const { t } = frame
  const { older, newer, told, same, problem, errors = {} } = props
  const of = historyTitle(frame, props)
  const title = t('told.compared', { a: older.revision, b: newer.revision })
  const wrong = Object.entries(errors).map(
    ([field, error]) =>
      html`<li>${field === 'fields' ? nothing : html`${fieldLabel(frame, props.of, field)}: `}${fieldMessage(frame, error)}</li>`,
  )
  const refused =
    problem || wrong.length
      ? alert(
          html`<p>${problem ?? t('told.not_restored')}</p>${wrong.length ? html`<ul>${wrong}</ul>` : nothing}`,
        )
      : nothing
  return page(
    frame,
    { title: `${title}: ${props.title}`, width: 'wide' },
    html`${historyHead(frame, props, title)}
<p class="note to-history"><a href="${historyOf(props)}">${of}</a></p>
${refused}${chooser(frame, props)}
<div class="sides"><div class="sides-row sides-head">${head(frame, props, older)}${head(frame, props, newer)}</div>
${told.length ? told.map((one) => row(frame, props, one)) : note(t('told.no_difference'))}</div>
${same.length ? alike(frame, props, same) : nothing}`,
  )
}

/** Any other two, by their numbers. */
function chooser({ t }: Frame, props: CompareProps): Html {
  const { subject, older, newer } = props
  const field = (name: 'a' | 'b', label: string, value: number) =>
    html`<label for="compare-${name}">${label}</label><input class="short" type="number" id="compare-${name}" name="${name}" min="1" max="${subject.revision}" value="${value}">`
  return html`<form class="told-pair" method="get" action="${historyOf(props)}/compare">${field('a', t('told.older'), older.revision)}${field('b', t('told.newer'), newer.revision)}${submit(t('told.compare'), { tone: 'quiet' })}<span class="note">${t('told.of_versions', { count: subject.revision })}</span></form>`
}

function head(frame: Frame, props: CompareProps, side: Side): Html {
  const { t } = frame
  const { revision, at, actor } = side
  const now = revision === props.subject.revision ? html` · ${t('told.present')}` : nothing
  const by = html`${personLink(frame, props.calling, actor)}, <time datetime="${at}">${exactly(frame, at)}</time>`
  return html`<div><h2>${t('told.version', { number: revision })}${now}</h2><p class="note">${by}</p>${restore(frame, props, side)}</div>`
}

/** What of a text stands on one side: what both say, and what that side alone says. */
const half = (runs: FoldedRun[], kind: 'added' | 'removed'): FoldedRun[] =>
  runs.filter((run) => run.kind === 'same' || run.kind === 'left_out' || run.kind === kind)

function row(frame: Frame, props: CompareProps, told: ToldChange): Html {
  const { field, shape, before, after, runs } = told
  const label = fieldLabel(frame, props.of, field)
  const side = (which: 'removed' | 'added', revision: number, value: Part) =>
    html`<div><p class="side-of">${frame.t('told.version', { number: revision })}</p>${runs ? textDifference(frame, half(runs, which)) : html`<p>${value}</p>`}</div>`
  const value = (one: ToldChange['before']) => shownValue(frame, props.calling, shape, one)
  return html`<section class="sides-field"><h3>${label}</h3><div class="sides-row">${side('removed', props.older.revision, value(before))}${side('added', props.newer.revision, value(after))}</div></section>`
}

/** What both say, folded. */
function alike(frame: Frame, { of, calling }: CompareProps, same: ToldChange[]): Html {
  const rows = same.map(
    ({ field, shape, after }) =>
      html`<div><dt>${fieldLabel(frame, of, field)}</dt><dd>${shownValue(frame, calling, shape, after)}</dd></div>`,
  )
  return html`<details class="told-same"><summary>${frame.t('told.same', { count: same.length })}</summary>
<dl class="told-changes">${rows}</dl></details>`
}

/** Restoring an earlier version: asked in place, field by field; or why that cannot be now. */
function restore(frame: Frame, props: CompareProps, { revision, restores }: Side): Html {
  const { t } = frame
  const { of, subject, closed } = props
  if (revision === subject.revision || closed === 'forbidden') return nothing
  if (closed) return note(t(`told.closed_${closed}`))
  if (restores.length === 0) return note(t('told.nothing_to_restore'))
  const label = t('told.restore', { number: revision })
  const mine = props.typed?.restore === String(revision)
  const form = {
    id: `restore-${revision}`,
    action: `${historyOf(props)}/restoration`,
    revision: subject.revision,
    hidden: { restore: revision },
    ...(mine && { typed: props.typed }),
  }
  // What was kept on the desk since is made public by nobody's oversight.
  const chosen = restores.filter((field) => field !== 'visibility')
  const choices = restores.map((field) => ({ value: field, label: fieldLabel(frame, of, field) }))
  const body = postForm(
    frame,
    form,
    (fields) => html`
${fields.checks({ name: 'fields', label: t('told.restore_fields'), value: chosen, choices, unmarked: true })}
${fields.text({ name: 'why', label: t('told.restore_why'), hint: t('told.restore_why_hint') })}
<div class="actions">${submit(t('told.restore_submit'), { tone: 'primary' })}</div>`,
  )
  const fold = { id: `restoring-${revision}`, label, open: mine }
  return folded(fold, html`${note(t(`told.restore_${of}`))}${body}`)
}
