import type { Role } from '../src/domain/member.ts'
import type { Frame } from './frame.ts'
import { type Html, html, joined, nothing, type Part } from './html.ts'
import { page } from './layout.ts'
import {
  action,
  alert,
  exactly,
  type Fields,
  facts,
  heading,
  note,
  postForm,
  type Refused,
  section,
  submit,
  when,
} from './parts.ts'

/** A refused form that no field is to blame for: its message stands on top. */
export type Said = { problem?: string | null }

const said = ({ problem }: Said): Part => (problem ? alert(html`<p>${problem}</p>`) : nothing)

const person = ({ t }: Frame, fields: Fields) => html`
${fields.text({ name: 'name', label: t('person.name'), hint: t('person.name_hint'), autocomplete: 'name', required: true })}
${fields.text({ name: 'email', label: t('person.email'), type: 'email', autocomplete: 'username', required: true })}
${fields.text({ name: 'password', label: t('person.password'), hint: t('person.password_hint'), type: 'password', autocomplete: 'new-password', required: true })}`

/** Where the first account of an empty desk is made. `key` comes from the link that was printed. */
export function welcomePage(frame: Frame, props: Refused & Said & { key: string }): Html {
  const { t } = frame
  const form = {
    id: 'welcome',
    action: '/welcome',
    hidden: { key: props.key },
    reload: true,
    ...props,
  }
  return page(
    frame,
    { title: t('welcome.title'), width: 'narrow' },
    html`
${heading({ title: t('welcome.title'), lead: t('welcome.lead') })}
${said(props)}
${postForm(
  frame,
  form,
  (fields) => html`
${fields.text({ name: 'desk', label: t('welcome.desk'), hint: t('welcome.desk_hint'), autocomplete: 'organization', required: true })}
${person(frame, fields)}
${fields.check({ name: 'example', label: t('welcome.example'), hint: t('welcome.example_hint'), checked: true })}
<div class="actions">${submit(t('welcome.submit'), { tone: 'primary' })}</div>`,
)}`,
  )
}

/** `next`: the path to come back to. */
export function signInPage(frame: Frame, props: Refused & Said & { next: string }): Html {
  const { t } = frame
  const form = {
    id: 'signin',
    action: '/signin',
    hidden: { next: props.next },
    reload: true,
    ...props,
  }
  return page(
    frame,
    { title: t('signin.title'), width: 'narrow' },
    html`
${heading({ title: t('signin.title') })}
${said(props)}
${postForm(
  frame,
  form,
  (fields) => html`
${fields.text({ name: 'email', label: t('person.email'), type: 'email', autocomplete: 'username', required: true })}
${fields.text({ name: 'password', label: t('person.password'), type: 'password', autocomplete: 'current-password', required: true })}
<div class="actions">${submit(t('signin.submit'), { tone: 'primary' })}</div>
${note(t('signin.forgot'))}`,
)}`,
  )
}

export type JoinProps = Refused & Said & { token: string; role: Role; expiresAt: string }

/** Where an invitation leads. */
export function joinPage(frame: Frame, props: JoinProps): Html {
  const { t, desk } = frame
  const title = t('join.title', { desk: desk.name })
  const until = exactly(frame, props.expiresAt)
  const form = {
    id: 'join',
    action: `/join/${encodeURIComponent(props.token)}`,
    reload: true,
    ...props,
  }
  return page(
    frame,
    { title, width: 'narrow' },
    html`
${heading({ title, lead: t('join.lead', { role: t(`role.${props.role}`), until }) })}
${said(props)}
${postForm(
  frame,
  form,
  (fields) => html`
${person(frame, fields)}
<div class="actions">${submit(t('join.submit'), { tone: 'primary' })}</div>`,
)}`,
  )
}

export type PasswordProps = Refused & { token: string; email: string; expiresAt: string }

/** Where a link leads by which somebody sets a new password. */
export function passwordPage(frame: Frame, props: PasswordProps): Html {
  const { t } = frame
  const { token, email, expiresAt, ...refused } = props
  const action = `/password/${encodeURIComponent(token)}`
  const until = exactly(frame, expiresAt)
  return page(
    frame,
    { title: t('password.title'), width: 'narrow' },
    html`
${heading({ title: t('password.title'), lead: t('password.lead', { email, until }) })}
${postForm(
  frame,
  { id: 'set-password', action, reload: true, ...refused },
  (fields) => html`
${fields.text({ name: 'password', label: t('person.password'), hint: t('person.password_hint'), type: 'password', autocomplete: 'new-password', required: true })}
<div class="actions">${submit(t('password.submit'), { tone: 'primary' })}</div>`,
)}`,
  )
}

/** One place where somebody is signed in. `agent` is the browser's own name for itself. */
export type Session = {
  id: string
  agent: string | null
  createdAt: string
  seenAt: string
  current: boolean
}

/** Who one is on this desk, the password, and the sessions. */
export function mePage(
  frame: Frame,
  props: Refused & Said & { email: string; sessions: Session[] },
): Html {
  const { t, viewer } = frame
  const roles = viewer ? [t(`role.${viewer.role}`), viewer.admin ? t('role.admin') : null] : []
  const out = action(frame, {
    id: 'signout',
    action: '/signout',
    label: t('me.signout'),
    reload: true,
  })
  const form = { id: 'password', action: '/me/password', ...props }
  return page(
    frame,
    { title: t('me.title') },
    html`
${heading({ title: viewer?.name ?? t('me.title'), actions: out })}
${said(props)}
${facts([
  [t('person.email'), props.email],
  [t('me.role'), joined(roles)],
])}
${
  viewer
    ? note(
        html`<a href="/people/${viewer.id}">${t('me.work')}</a> · <a href="/searches">${t('me.searches')}</a>`,
      )
    : nothing
}
${section(
  'sessions',
  t('me.sessions_title'),
  html`${note(t('me.sessions_lead'))}
<ul class="rows">${props.sessions.map((one) => sessionRow(frame, one))}</ul>`,
)}
${section(
  'password-section',
  t('me.password_title'),
  postForm(
    frame,
    form,
    (fields) => html`
<input type="text" autocomplete="username" value="${props.email}" hidden>
${fields.text({ name: 'current', label: t('me.password_current'), type: 'password', autocomplete: 'current-password', size: 'medium', required: true })}
${fields.text({ name: 'password', label: t('me.password_new'), hint: t('person.password_hint'), type: 'password', autocomplete: 'new-password', size: 'medium', required: true })}
<div class="actions">${submit(t('me.password_submit'))}</div>`,
  ),
)}`,
  )
}

function sessionRow(frame: Frame, { id, agent, createdAt, seenAt, current }: Session): Html {
  const { t } = frame
  const name = browserName(agent) ?? t('me.session_agent')
  const revoke = () =>
    action(frame, {
      id: `end-${id}`,
      action: `/me/sessions/${id}/revocation`,
      label: t('me.session_end'),
      about: name,
      tone: 'quiet',
    })
  return html`<li class="person"><div><span class="person-name"${agent ? html` title="${agent}"` : ''}>${name}</span>${
    current ? html` <span class="stage">${t('me.session_this')}</span>` : nothing
  }<p class="note">${joined([html`${t('me.session_since')} ${when(frame, createdAt)}`, html`${t('me.session_seen')} ${when(frame, seenAt)}`])}</p></div><div class="tools">${current ? nothing : revoke()}</div></li>`
}

/** The few words of a user agent that tell a person which of their machines it is. */
function browserName(agent: string | null): string | null {
  if (!agent) return null
  const browser = [/(Firefox)\//, /(Edg)e?\//, /(OPR)\//, /(Chrome)\//, /(Safari)\//]
    .map((shape) => shape.exec(agent)?.[1])
    .find(Boolean)
  const system = /(iPhone|iPad|Android|Windows|Macintosh|Linux)/.exec(agent)?.[1]
  const proper: Record<string, string> = { Edg: 'Edge', OPR: 'Opera', Macintosh: 'macOS' }
  const words = [browser, system].flatMap((word) => (word ? [proper[word] ?? word] : []))
  return words.join(' · ') || null
}
