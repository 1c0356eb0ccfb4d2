import type { Contact } from '../../src/domain/contact.ts'
import { type GroundProps, groundPage } from '../claim/ground.ts'
import type { Frame } from '../frame.ts'
import { type Html, html } from '../html.ts'
import { contactFields } from './fields.ts'
import { contactItem } from './item.ts'

/** One contact: its page is where the reply is written down when it comes. */
export function contactPage(frame: Frame, props: GroundProps & { contact: Contact }): Html {
  const { t } = frame
  const { contact } = props
  const title = t('contact.page_title', { who: contact.who })
  return groundPage(frame, props, {
    part: 'contacts',
    subject: contact,
    heading: title,
    title,
    shown: html`<ul class="contacts" role="list">${contactItem(frame, contact)}</ul>`,
    closed: t('contact.closed'),
    fields: (fields) => contactFields(frame, fields, contact),
  })
}
