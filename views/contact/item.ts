import type { Contact } from '../../src/domain/contact.ts'
import { isPublic } from '../../src/domain/evidence.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, joined, nothing, type Part } from '../html.ts'
import { partialDate } from '../parts.ts'

/**
 * Who was asked, how, when and what, and the reply or the silence: as the desk reads it and, without
 * tools, as it is printed with the verdict.
 * @param tools what can be done with it here
 */
export function contactItem(frame: Frame, contact: Contact, tools: Part = nothing): Html {
  const { t } = frame
  const { who, role, way, askedOn, question, outcome, reply, repliedOn } = contact
  const about = [
    t(`way.${way}`),
    askedOn && html`${t('contact.asked')} ${partialDate(frame, askedOn)}`,
    html`<strong class="outcome">${t(`reply.${outcome}`)}</strong>${repliedOn ? html`, ${partialDate(frame, repliedOn)}` : nothing}`,
    tools,
  ]
  return html`<li class="contact">
<p><strong>${who}</strong>${role ? html`, ${role}` : nothing}</p>
<p class="note">${joined(about)}</p>
${isPublic(contact) ? nothing : html`<p class="mark mark-desk"><strong>${t('evidence.desk_only')}</strong></p>`}
<p class="question"><span class="visually-hidden">${t('contact.question')}: </span>${question}</p>
${reply ? html`<blockquote class="quotation"><p><span class="visually-hidden">${t('contact.reply')}: </span><q>${reply}</q></p></blockquote>` : nothing}
</li>`
}
