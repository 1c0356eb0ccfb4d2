import { has } from '../../src/domain/member.ts'
import { type NotedToken, reaches, roleFor, tokenDays } from '../../src/domain/token.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, joined, nothing } from '../html.ts'
import { page } from '../layout.ts'
import {
  action,
  alert,
  buttonLink,
  copyable,
  emptyState,
  exactly,
  type Fields,
  heading,
  note,
  postForm,
  type Refused,
  section,
  submit,
  when,
} from '../parts.ts'

export type TokensProps = Refused & {
  tokens: NotedToken[]
  /** The id of the token that the form will make. */
  newId: string
  problem?: string | null
}

/** The tokens that let one's programs in, and the form that makes another. */
export function tokensPage(frame: Frame, props: TokensProps): Html {
  const { t } = frame
  const { tokens, problem } = props
  const form = { ...props, id: 'token', action: '/me/tokens', guard: true }
  const docs = buttonLink('/docs/api', t('tokens.docs'))
  return page(
    frame,
    { title: t('tokens.title') },
    html`
${heading({ title: t('tokens.title'), lead: t('tokens.lead'), back: { href: '/me', label: t('me.title') }, actions: docs })}
${problem ? alert(html`<p>${problem}</p>`) : nothing}
${tokens.length ? tokenList(frame, tokens, '/me/tokens') : emptyState(t('tokens.none'))}
${section(
  'new-token',
  t('tokens.new'),
  postForm(frame, form, (fields) => tokenFields(frame, fields)),
)}`,
  )
}

/** The tokens of somebody. @param below the address below which each is revoked */
export const tokenList = (frame: Frame, tokens: NotedToken[], below: string): Html =>
  html`<ul class="rows">${tokens.map((one) => tokenRow(frame, one, below))}</ul>`

function tokenRow(frame: Frame, { token, name, madeAt, usedAt }: NotedToken, below: string): Html {
  const { t } = frame
  const revoke = { id: `revoke-${token.id}`, action: `${below}/${token.id}/revocation` }
  const lived = [
    html`${t('tokens.made')} ${when(frame, madeAt)}`,
    usedAt ? html`${t('tokens.used')} ${when(frame, usedAt)}` : t('tokens.unused'),
    html`${t('tokens.until')} ${exactly(frame, token.expiresAt)}`,
  ]
  return html`<li class="person"><div><span class="person-name">${name}</span> ${token.scopes.map((scope) => html`<span class="stage">${scope}</span> `)}<p class="note">${joined(lived)}</p></div><div class="tools">${action(frame, { ...revoke, label: t('tokens.revoke'), about: name, tone: 'quiet' })}</div></li>`
}

function tokenFields({ t, viewer }: Frame, fields: Fields): Html {
  const choices = reaches
    .filter((one) => viewer !== null && has(viewer, roleFor[one]))
    .map((one) => ({ value: one, label: one, hint: t(`scope.${one}`) }))
  const days = tokenDays.map((one) => ({ value: one, label: t('tokens.days', { days: one }) }))
  const admin = viewer?.admin
    ? fields.check({ name: 'admin', label: 'admin', hint: t('scope.admin') })
    : nothing
  return html`
${fields.text({ name: 'name', label: t('tokens.name'), hint: t('tokens.name_hint'), size: 'medium', required: true })}
${fields.radios({ name: 'scope', label: t('tokens.scope'), hint: t('tokens.scope_hint'), value: 'read', required: true, choices })}
${admin}${fields.select({ name: 'days', label: t('tokens.lasts'), value: '90', required: true, choices: days })}
<div class="actions">${submit(t('tokens.submit'), { tone: 'primary' })}</div>`
}

/** The one page that shows a token. */
export function tokenMadePage(frame: Frame, { name, token }: { name: string; token: string }) {
  const { t } = frame
  const back = { href: '/me/tokens', label: t('tokens.title') }
  return page(
    frame,
    { title: t('token_made.title') },
    html`
${heading({ title: t('token_made.title'), lead: t('token_made.lead'), back })}
${copyable(frame, 'token', name, token)}
${note(t('token_made.use'))}
<pre class="mono"><code>Authorization: Bearer rsc_…</code></pre>`,
  )
}
