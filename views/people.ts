import type { Desk } from '../src/domain/desk.ts'
import { type Role, roles } from '../src/domain/member.ts'
import { INVITATION_DAYS, type Invitation, type Person } from '../src/domain/person.ts'
import type { Frame } from './frame.ts'
import { classes, type Html, html, joined, nothing } from './html.ts'
import { page } from './layout.ts'
import {
  action,
  alert,
  asking,
  buttonLink,
  copyable,
  emptyState,
  exactly,
  type Fields,
  folded,
  heading,
  note,
  postForm,
  type Refused,
  section,
  submit,
  theirs,
  when,
} from './parts.ts'

export type PersonRow = Person & { name: string; email: string }
export type InvitationRow = Pick<Invitation, 'id' | 'role' | 'admin' | 'expiresAt'> & { by: string }

export type PeopleProps = {
  people: PersonRow[]
  /** Only those that are still open. */
  invitations: InvitationRow[]
  /** The id of the invitation that the form will make. */
  newId: string
  problem?: string | null
  /** A form that was refused: `invite`, or the id of the person whose role was to change. */
  refused?: Refused & { form: string }
}

/** Who works here, in which role, and who is invited. For admins. */
export function peoplePage(frame: Frame, props: PeopleProps): Html {
  const { t } = frame
  const { people, invitations, problem } = props
  const settings = buttonLink('/settings', t('people.title_settings'))
  const open = invitations.length
    ? html`<ul class="rows">${invitations.map((one) => invitationRow(frame, one))}</ul>`
    : emptyState(t('people.invitations_none'))
  return page(
    frame,
    { title: t('people.title') },
    html`
${heading({ title: t('people.title'), actions: settings })}
${problem ? alert(html`<p>${problem}</p>`) : nothing}
<ul class="rows">${people.map((one) => personRow(frame, one, props))}</ul>
${section('invite-section', t('people.invite_title'), inviteForm(frame, props))}
${section('invitations', t('people.invitations'), open)}`,
  )
}

const roleOf = ({ t }: Frame, { role, admin }: { role: Role; admin: number }): string =>
  [t(`role.${role}`), ...(admin ? [t('role.admin')] : [])].join(' · ')

function personRow(frame: Frame, person: PersonRow, props: PeopleProps): Html {
  const { t, viewer } = frame
  const gone = person.deactivatedAt !== null
  const tags = [
    person.id === viewer?.id ? t('people.you') : null,
    gone ? t('people.inactive') : null,
  ]
  const about = t('people.of', { name: person.name })
  const { revision } = person
  const back = () =>
    action(frame, {
      id: `reactivate-${person.id}`,
      action: `/people/${person.id}/reactivation`,
      revision,
      label: t('people.reactivate'),
      about,
      tone: 'quiet',
    })
  return html`<li class="${classes('person', gone && 'gone')}" id="person-${person.id}"><div><a class="person-name" href="/people/${person.id}">${person.name}</a>${tags.map((tag) => (tag ? html` <span class="stage">${tag}</span>` : nothing))}
<p class="note">${joined([person.email, html`${t('people.joined')} ${when(frame, person.joinedAt)}`])}</p></div>
<div class="tools"><span>${roleOf(frame, person)}</span>${gone ? back() : html`${rankForm(frame, person, about, props)}${leaving(frame, person)}`}</div></li>`
}

function rankForm(frame: Frame, person: PersonRow, about: string, { refused }: PeopleProps): Html {
  const { t } = frame
  const mine = refused?.form === person.id ? refused : {}
  const form = {
    id: `rank-${person.id}`,
    action: `/people/${person.id}/rank`,
    revision: person.revision,
    ...mine,
  }
  const open = refused?.form === person.id
  const label = html`${t('people.change')}<span class="visually-hidden"> ${about}</span>`
  const fields = postForm(
    frame,
    form,
    (fields) =>
      html`${rankFields(frame, fields, person)}<div class="actions">${submit(t('people.save'))}</div>`,
  )
  return folded({ id: `rank-of-${person.id}`, label, open, tone: 'quiet' }, fields)
}

const rankFields = ({ t }: Frame, fields: Fields, now: { role: Role; admin: number }) => html`
${fields.radios({ name: 'role', label: t('people.role'), value: now.role, required: true, choices: roles.map((role) => ({ value: role, label: t(`role.${role}`), hint: t(`role_hint.${role}`) })) })}
${fields.check({ name: 'admin', label: t('people.admin_check'), checked: now.admin === 1 })}`

function leaving(frame: Frame, { id, name, revision }: PersonRow): Html {
  const { t, viewer } = frame
  if (id === viewer?.id) return nothing
  const ask = {
    id: `leave-${id}`,
    label: t('people.deactivate'),
    consequence: t('people.deactivate_text', { name }),
  }
  const button = {
    id: `deactivate-${id}`,
    action: `/people/${id}/deactivation`,
    revision,
    tone: 'danger',
  } as const
  return asking(ask, action(frame, { ...button, label: t('people.deactivate_confirm', { name }) }))
}

function inviteForm(frame: Frame, { newId, refused }: PeopleProps): Html {
  const { t } = frame
  const mine = refused?.form === 'invite' ? refused : {}
  const form = { id: 'invite', action: '/people/invitations', newId, ...mine }
  return html`${note(t('people.invite_lead', { days: INVITATION_DAYS }))}
${postForm(frame, form, (fields) => html`${rankFields(frame, fields, { role: 'checker', admin: 0 })}<div class="actions">${submit(t('people.invite_submit'), { tone: 'primary' })}</div>`)}`
}

function invitationRow(frame: Frame, one: InvitationRow): Html {
  const { t } = frame
  const about = roleOf(frame, one)
  const until = html`${t('people.expires')} ${exactly(frame, one.expiresAt)}`
  const revoke = { id: `revoke-${one.id}`, action: `/people/invitations/${one.id}/revocation` }
  return html`<li class="person"><div><span class="person-name">${about}</span><p class="note">${joined([t('people.invited_by', { name: one.by || t('history.somebody') }), until])}</p></div><div class="tools">${action(frame, { ...revoke, label: t('people.revoke'), about, tone: 'quiet' })}</div></li>`
}

/** The one page that shows an invitation's link. */
export function invitedPage(
  frame: Frame,
  props: { link: string; role: Role; expiresAt: string },
): Html {
  const { t } = frame
  const label = t('invited.link', {
    role: t(`role.${props.role}`),
    until: exactly(frame, props.expiresAt),
  })
  return page(
    frame,
    { title: t('invited.title') },
    html`
${heading({ title: t('invited.title'), lead: t('invited.lead'), back: { href: '/people', label: t('invited.back') } })}
${copyable(frame, 'invitation-link', label, props.link)}`,
  )
}

/** `theirs`: what somebody else saved in between; `desk` then carries its revision. */
export type SettingsProps = Refused & { desk: Desk; theirs?: Desk; problem?: string | null }

/** What the desk is called, and where readers find it. For admins. */
export function settingsPage(frame: Frame, props: SettingsProps): Html {
  const { t } = frame
  const { desk, problem } = props
  const form = {
    id: 'settings',
    action: '/settings',
    revision: desk.revision,
    guard: true,
    ...props,
  }
  const both = props.theirs
    ? theirs(frame, [
        [t('settings.name'), props.theirs.name],
        [t('settings.url'), props.theirs.url],
      ])
    : nothing
  return page(
    frame,
    { title: t('settings.title'), width: 'narrow' },
    html`
${heading({ title: t('settings.title'), back: { href: '/people', label: t('people.title') } })}
${problem ? alert(html`<p>${problem}</p>`) : nothing}${both}
${postForm(
  frame,
  form,
  (fields) => html`
${fields.text({ name: 'name', label: t('settings.name'), hint: t('settings.name_hint'), value: desk.name, required: true })}
${fields.text({ name: 'url', label: t('settings.url'), hint: t('settings.url_hint'), value: desk.url, type: 'url' })}
<div class="actions">${submit(t('settings.submit'), { tone: 'primary' })}</div>`,
)}
${section('reading', t('reading_settings.title'), html`${note(t('reading_settings.lead'))}${buttonLink('/settings/reading', t('reading_settings.open'))}`)}
${section('scale', t('scale.title'), html`${note(t('scale.lead'))}${buttonLink('/settings/scale', t('scale.open'))}`)}
${section('texts', t('texts.title'), html`${note(t('texts.lead'))}${buttonLink('/settings/texts', t('texts.open'))}`)}
${section('webhooks', t('webhook.title'), html`${note(t('webhook.lead'))}${buttonLink('/webhooks', t('webhook.open'))}`)}`,
  )
}
