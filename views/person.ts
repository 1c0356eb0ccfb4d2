import type { Claim } from '../src/domain/claim.ts'
import { kinds } from '../src/domain/ledger.ts'
import { has } from '../src/domain/member.ts'
import type { Person } from '../src/domain/person.ts'
import type { Asked } from '../src/domain/story.ts'
import type { NotedToken } from '../src/domain/token.ts'
import { tokenList } from './api/tokens.ts'
import type { Frame } from './frame.ts'
import { actsByDay } from './history/act.ts'
import { askedAt, decided } from './history/page.ts'
import type { Calling, ToldAct } from './history/props.ts'
import { type Html, html, joined, nothing } from './html.ts'
import { page } from './layout.ts'
import {
  action,
  alert,
  askForm,
  asking,
  emptyState,
  heading,
  langOf,
  note,
  pager,
  section,
  when,
} from './parts.ts'

export type PersonProps = {
  person: Person
  /** Null where it is erased. */
  name: string | null
  /** For admins alone. */
  email: string | null
  /** Newest first. */
  acts: ToldAct[]
  older: number | null
  asked: Asked
  /** The claims whose public verdicts name them, and some of these; for admins. */
  toldUnder: { count: number; claims: Claim[] }
  calling: Calling
  /** What lets their programs in; for admins. */
  tokens: NotedToken[]
  problem?: string | null
}

/** Somebody who works or worked on the desk, and what they decided. */
export function personPage(frame: Frame, props: PersonProps): Html {
  const { t, viewer } = frame
  const { person, acts, older, asked, calling, tokens, problem } = props
  const path = `/people/${person.id}`
  const name = props.name ?? t('history.somebody')
  const isAdmin = viewer !== null && has(viewer, 'admin')
  const lead = joined([
    joined([t(`role.${person.role}`), person.admin ? t('role.admin') : null]),
    html`${t('people.joined')} ${when(frame, person.joinedAt)}`,
    state(frame, person),
    props.email,
  ])
  const back = isAdmin ? { href: '/people', label: t('people.title') } : undefined
  const list = acts.length
    ? html`<div class="told-list">${actsByDay(frame, calling, acts, { id: person.id, namesClaims: true })}</div>`
    : emptyState(t(asked.what || asked.how ? 'told.nothing_asked' : 'person.no_work'))
  return page(
    frame,
    { title: name, width: 'wide' },
    html`${heading({ title: name, lead, ...(back && { back }) })}
${problem ? alert(html`<p>${problem}</p>`) : nothing}
${filters(frame, props, path)}${list}
${pager(frame, { older: older === null ? null : askedAt(path, asked, older) })}
${tokens.length ? section('tokens', t('tokens.of_title'), tokenList(frame, tokens, `${path}/tokens`)) : nothing}
${isAdmin ? erasure(frame, props, name) : nothing}`,
  )
}

function state(frame: Frame, { deactivatedAt, erasedAt }: Person): Html | null {
  const { t } = frame
  if (erasedAt) return html`${t('person.erased')} ${when(frame, erasedAt)}`
  return deactivatedAt ? html`${t('people.inactive')} ${when(frame, deactivatedAt)}` : null
}

/** What a person's work is asked for: a kind of thing, a kind of decision. */
function filters(frame: Frame, { asked }: PersonProps, path: string): Html {
  const { t } = frame
  const clear =
    asked.what || asked.how ? html`<a href="${path}">${t('exports.clear')}</a>` : nothing
  const options = { id: 'asked', action: path, label: t('told.filters'), button: t('told.show') }
  const choices = kinds.map((kind) => ({ value: kind, label: t(`told_kind.${kind}`) }))
  return html`<div class="told-filters">${askForm(
    frame,
    options,
    (fields) =>
      html`${fields.select({ name: 'what', label: t('told.what'), value: asked.what, empty: t('told.anything'), unmarked: true, choices })}${decided(frame, fields, asked)}`,
  )}${clear}</div>`
}

/** What stands under a name in public, and the way to erase it everywhere else. */
function erasure(frame: Frame, props: PersonProps, name: string): Html {
  const { t, viewer } = frame
  const { person, toldUnder } = props
  const { count, claims } = toldUnder
  const links = claims.map(
    ({ id, statement, language }) =>
      html`<li><a href="/claims/${id}"${langOf(frame, language)}>${statement}</a></li>`,
  )
  const more = count - claims.length
  const list = html`${note(t('person.told_under', { count }))}${
    links.length ? html`<ul class="told-under">${links}</ul>` : nothing
  }${more > 0 ? note(t('person.told_more', { count: more })) : nothing}`
  const ask = {
    id: 'erasing',
    label: t('person.erase'),
    consequence: t('person.erase_text', { name }),
  }
  const button = {
    id: 'erase',
    action: `/people/${person.id}/erasure`,
    revision: person.revision,
    label: t('person.erase_confirm', { name }),
    tone: 'danger',
  } as const
  const way = person.erasedAt
    ? note(t('person.erased_text'))
    : person.id === viewer?.id
      ? note(t('refusal.oneself'))
      : asking(ask, action(frame, button))
  return section('erasure', t('person.name_title'), html`${list}${way}`)
}
