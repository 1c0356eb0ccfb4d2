import { type Contact, replies, ways } from '../../src/domain/contact.ts'
import { visibilities } from '../../src/domain/evidence.ts'
import type { Frame } from '../frame.ts'
import { type Html, html } from '../html.ts'
import type { Fields } from '../parts.ts'

/**
 * The fields of `contactInput`. The reply shows itself once there is one.
 * @param contact what is saved; null for a new one, which is public and waits for its reply
 */
export function contactFields(frame: Frame, fields: Fields, contact: Contact | null): Html {
  const { t } = frame
  const choices = ways.map((value) => ({ value, label: t(`way.${value}`) }))
  const day = t(contact ? 'contact.day_hint' : 'claim.search_on_hint')
  return html`
${fields.text({ name: 'who', label: t('contact.who'), hint: t('contact.who_hint'), value: contact?.who, required: true })}
${fields.text({ name: 'role', label: t('contact.role'), hint: t('contact.role_hint'), value: contact?.role })}
${fields.radios({ name: 'way', label: t('contact.way'), value: contact?.way, choices, inline: true, required: true })}
${fields.text({ name: 'askedOn', label: t('contact.asked_on'), hint: day, value: contact?.askedOn, size: 'short' })}
${fields.area({ name: 'question', label: t('contact.question'), value: contact?.question, rows: 2, required: true })}
${replyFields(frame, fields, contact)}
${visibilityField(frame, fields, contact)}`
}

function replyFields({ t }: Frame, fields: Fields, contact: Contact | null): Html {
  const choices = replies.map((value) => ({
    value,
    label: t(`reply.${value}`),
    ...(value === 'silent' ? { hint: t('reply_hint.silent') } : {}),
  }))
  return html`<div class="reveals reveals-reply">
${fields.radios({ name: 'outcome', label: t('claim.search_outcome'), value: contact?.outcome ?? 'waiting', choices, required: true })}
<div class="revealed">
${fields.area({ name: 'reply', label: t('contact.reply'), hint: t('contact.reply_hint'), value: contact?.reply, rows: 3, serif: true, unmarked: true })}
${fields.text({ name: 'repliedOn', label: t('contact.replied_on'), hint: t('contact.day_hint'), value: contact?.repliedOn, size: 'short' })}
</div>
</div>`
}

function visibilityField({ t }: Frame, fields: Fields, contact: Contact | null): Html {
  const choices = visibilities.map((value) => ({
    value,
    label: value === 'public' ? t('contact.public') : t('evidence.desk_only'),
    hint: value === 'public' ? t('contact.public_hint') : t('visibility_hint.desk_only'),
  }))
  return fields.radios({
    name: 'visibility',
    label: t('contact.visibility'),
    value: contact?.visibility ?? 'public',
    choices,
    required: true,
  })
}
