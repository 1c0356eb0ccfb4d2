import type { Contact } from '../../src/domain/contact.ts'
import { contactFields } from '../contact/fields.ts'
import { contactItem } from '../contact/item.ts'
import { unsettles } from '../evidence/section.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, nothing } from '../html.ts'
import { folded, note, postForm, section, submit } from '../parts.ts'
import { type ClaimProps, canWork, complaint, refusedBy } from './props.ts'

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
  return section(
    'contacts',
    t('contact.title'),
    html`${list}${working ? adding(frame, props) : nothing}`,
  )
}

function adding(frame: Frame, props: ClaimProps): Html {
  const { t } = frame
  const { claim, ids } = props
  const refused = refusedBy(props, 'contact')
  const form = {
    id: 'new-contact',
    action: `/claims/${claim.id}/contacts`,
    newId: ids.contact,
    revision: claim.revision,
    guard: true,
    ...refused,
  }
  return folded(
    { id: 'add-contact', label: t('contact.add'), open: refused !== undefined },
    html`
${complaint(frame, refused)}${unsettles(frame, claim.stage)}
${postForm(
  frame,
  form,
  (fields) => html`
${contactFields(frame, fields, null)}
<div class="actions">${submit(t('contact.submit'))}</div>`,
)}`,
  )
}
