import { type Contact, replies, ways } from '../../src/domain/contact.ts'
import { visibilities } from '../../src/domain/evidence.ts'
import { choices, comparing, long } from '../conflict/fields.ts'
import type { Merging } from '../conflict/merged.ts'
import { conflictPage } from '../conflict/page.ts'
import type { Frame } from '../frame.ts'
import type { Html } from '../html.ts'

/** Two people changed one contact. */
export function contactConflict(frame: Frame, contact: Contact, merging: Merging): Html {
  const { t } = frame
  const field = comparing(frame, contact, merging)
  return conflictPage(frame, {
    title: contact.who,
    back: `/contacts/${contact.id}`,
    action: `/contacts/${contact.id}`,
    compare: merging.compare,
    hidden: { revision: String(contact.revision) },
    fields: [
      field('who', 'contact.who'),
      field('role', 'contact.role'),
      field('way', 'contact.way', { choices: choices(ways, (one) => t(`way.${one}`)) }),
      field('askedOn', 'contact.asked_on'),
      field('question', 'contact.question', long),
      field('outcome', 'claim.search_outcome', {
        choices: choices(replies, (one) => t(`reply.${one}`)),
      }),
      field('reply', 'contact.reply', long),
      field('repliedOn', 'contact.replied_on'),
      field('visibility', 'contact.visibility', {
        choices: choices(visibilities, (one) =>
          t(one === 'public' ? 'contact.public' : 'evidence.desk_only'),
        ),
      }),
    ],
  })
}
