import { type Asked, decisionKinds } from '../../src/domain/story.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, nothing } from '../html.ts'
import { page } from '../layout.ts'
import {
  askForm,
  emptyState,
  type Fields,
  heading,
  langOf,
  pager,
  personName,
  submit,
} from '../parts.ts'
import { actsByDay } from './act.ts'
import { type About, type HistoryProps, historyOf, pageOf, type ToldEntry } from './props.ts'

/** What a history is of, in its title. */
export const historyTitle = ({ t }: Frame, { of, number }: About): string =>
  t(`told.of_${of}`, { number: number ?? 0 })

/** Where one came from, and what the page is about. */
export const historyHead = (frame: Frame, about: About, title: string): Html =>
  heading({
    title,
    back: { href: pageOf(about), label: frame.t(`told.to_${about.of}`) },
    lead: html`<span${langOf(frame, about.language)}>${about.title}</span>`,
  })

/** The address under which a history is asked for. */
export function askedAt(path: string, { who, what, how }: Asked, before: number | null): string {
  const asked = { who, what, how, before: before === null ? null : String(before) }
  const query = new URLSearchParams(
    Object.entries(asked).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  )
  return query.size > 0 ? `${path}?${query}` : path
}

/** The life of one thing, told decision by decision. */
export function historyPage(frame: Frame, props: HistoryProps): Html {
  const { acts, calling, subject, older, asked } = props
  const path = historyOf(props)
  const title = historyTitle(frame, props)
  const own = acts.flatMap(({ entries }) =>
    entries.filter((one) => one.kind === props.of && one.subject === subject.id),
  )
  const choose = (entry: ToldEntry) => choice(frame, entry, own)
  const list = actsByDay(
    frame,
    calling,
    acts,
    { id: subject.id, namesClaims: props.of === 'article' },
    choose,
  )
  const body =
    own.length > 1
      ? html`<form class="told-list" method="get" action="${path}/compare">${bar(frame)}${list}</form>`
      : html`<div class="told-list">${list}</div>`
  return page(
    frame,
    { title: `${title}: ${props.title}`, width: 'wide' },
    html`${historyHead(frame, props, title)}
${filters(frame, props, path)}
${acts.length ? body : emptyState(frame.t('told.nothing_asked'))}
${pager(frame, { older: older === null ? null : askedAt(path, asked, older) })}`,
  )
}

/** Above the versions that are chosen below: what is done with them. */
const bar = ({ t }: Frame): Html =>
  html`<div class="told-bar"><p class="note">${t('told.compare_lead')}</p>${submit(t('told.compare'))}</div>`

/** A version, to be chosen as one of two; the newest two are chosen from the start. */
function choice({ t }: Frame, entry: ToldEntry, own: ToldEntry[]): Html {
  const at = own.indexOf(entry)
  if (at < 0 || own.length < 2) return nothing
  const { revision } = entry
  const radio = (name: 'a' | 'b', label: string, isChosen: boolean) =>
    html`<label><input type="radio" name="${name}" value="${revision}"${isChosen ? html` checked` : ''}> ${label}<span class="visually-hidden">: ${t('told.version', { number: revision })}</span></label>`
  return html`<div class="told-choice"><span class="note">${t('told.version', { number: revision })}</span>${radio('a', t('told.older'), at === 1)}${radio('b', t('told.newer'), at === 0)}</div>`
}

function filters(frame: Frame, { asked, actors, kinds, calling }: HistoryProps, path: string) {
  const { t } = frame
  const isAsked = asked.who ?? asked.what ?? asked.how
  const clear = isAsked ? html`<a href="${path}">${t('exports.clear')}</a>` : nothing
  const options = { id: 'asked', action: path, label: t('told.filters'), button: t('told.show') }
  return html`<div class="told-filters">${askForm(
    frame,
    options,
    (fields) =>
      html`${fields.select({ name: 'who', label: t('told.who'), value: asked.who, empty: t('told.anybody'), unmarked: true, choices: actors.map((id) => ({ value: id, label: personName(frame, calling, id) })) })}${kinds.length > 1 ? ofWhat(frame, fields, kinds, asked) : nothing}${decided(frame, fields, asked)}`,
  )}${clear}</div>`
}

const ofWhat = ({ t }: Frame, fields: Fields, kinds: HistoryProps['kinds'], { what }: Asked) =>
  fields.select({
    name: 'what',
    label: t('told.what'),
    value: what,
    empty: t('told.anything'),
    unmarked: true,
    choices: kinds.map((kind) => ({ value: kind, label: t(`told_kind.${kind}`) })),
  })

/** The choice among kinds of decision. */
export const decided = ({ t }: Frame, fields: Fields, { how }: Asked): Html =>
  fields.select({
    name: 'how',
    label: t('told.how'),
    value: how,
    empty: t('told.any_decision'),
    unmarked: true,
    choices: decisionKinds.map((kind) => ({ value: kind, label: t(`told_decision.${kind}`) })),
  })
