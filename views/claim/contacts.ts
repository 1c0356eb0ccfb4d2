import type { Contact } from '../../src/domain/contact.ts'
import { contactFields } from '../contact/fields.ts'
import { contactItem } from '../contact/item.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, nothing } from '../html.ts'
import { type Fields, note, section } from '../parts.ts'
import { backToLook } from '../verdict/look.ts'
import { adding } from './adding.ts'
import { type ClaimProps, canWork } from './props.ts'

/** Who was asked, and the reply or the silence. */
export function contactsSection(frame: Frame, props: ClaimProps): Html {
  const { t } = frame
  const { contacts } = props
  const working = canWork(props)
  const edit = ({ id, who, outcome }: Contact) => {
    const [does, what] =
      outcome === 'waiting'
        ? [t('contact.record_reply'), `: ${who}`]
        : [t('claim.edit'), ` ${t('contact.edit_one', { who })}`]
    return working
      ? html`<a class="edit" href="/contacts/${id}">${does}<span class="visually-hidden">${what}</span></a>`
      : null
  }
  const list = contacts.length
    ? html`<ul class="contacts" role="list">${contacts.map((one) => contactItem(frame, one, edit(one)))}</ul>`
    : note(t('contact.none'))
  const form = {
    form: 'contact',
    part: 'contacts',
    label: t('contact.add'),
    submit: t('contact.submit'),
    fields: (fields: Fields) => contactFields(frame, fields, null),
  } as const
  const back = backToLook(frame, props, '#contacts')
  return section(
    'contacts',
    t('contact.title'),
    html`${list}${working ? adding(frame, props, form) : nothing}`,
    back,
  )
}
