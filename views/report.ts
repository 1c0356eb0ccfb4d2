import type { Claim } from '../src/domain/claim.ts'
import { MAX_LETTER } from '../src/domain/tip.ts'
import type { Frame } from './frame.ts'
import { type Html, html, nothing } from './html.ts'
import { page } from './layout.ts'
import { alert, heading, langOf, note, number, postForm, type Refused, submit } from './parts.ts'

/** The field that no person sees, named so that no browser fills it in: whoever does is a program. */
export const TRAP = 'remarks'

export type ReportProps = Refused & {
  newId: string
  /** The verdict that is said to be wrong, as the address names it, and its claim. */
  about: { verdict: string; claim: Claim } | null
  /** Why it was refused, where no field is to blame. */
  problem?: string | null
}

/** Where a reader sends in a claim to check, or says what is wrong in a verdict. */
export function reportPage(frame: Frame, props: ReportProps): Html {
  const { t } = frame
  const { about, newId, typed, errors, problem } = props
  const kind = about ? 'error' : 'claim'
  const title = t(`report.title_${kind}`)
  const hidden = { verdict: about?.verdict }
  const form = { id: 'report', action: '/report', newId, hidden, typed, errors, guard: true }
  return page(
    frame,
    { title, width: 'narrow' },
    html`
${heading({ title, lead: t(`report.lead_${kind}`) })}
${about ? spoken(frame, about.claim) : nothing}${problem ? alert(html`<p>${problem}</p>`) : nothing}
${postForm(
  frame,
  form,
  (fields) => html`
${fields.area({ name: 'words', label: t(`report.words_${kind}`), hint: t(`report.words_hint_${kind}`, { max: number(frame, MAX_LETTER) }), rows: 7, required: true })}
${fields.text({ name: 'url', type: 'url', label: t(`report.url_${kind}`), hint: t('report.url_hint') })}
${fields.text({ name: 'contact', label: t('report.contact'), hint: t('report.contact_hint'), autocomplete: 'email' })}
<div class="trap" aria-hidden="true"><label for="report-trap">${t('report.trap')}</label><input type="text" id="report-trap" name="${TRAP}" value="" autocomplete="off" tabindex="-1"></div>
<div class="actions">${submit(t('report.submit'), { tone: 'primary' })}</div>
${note(t('report.next'))}`,
)}`,
  )
}

/** The claim whose verdict is said to be wrong. */
const spoken = (frame: Frame, { statement, language }: Claim): Html =>
  html`<p class="statement report-about"${langOf(frame, language)}>${statement}</p>`

/** What happens with a letter now that it is here. */
export function thanksPage(frame: Frame): Html {
  const { t } = frame
  return page(
    frame,
    { title: t('report.thanks'), width: 'narrow' },
    html`
${heading({ title: t('report.thanks'), lead: t('report.thanks_lead') })}
<ul class="next-steps"><li>${t('report.then_read')}</li><li>${t('report.then_choose')}</li><li>${t('report.then_answer')}</li></ul>
<p><a href="/methodology">${t('report.how_we_work')}</a></p>`,
  )
}
