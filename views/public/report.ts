import { MAX_LETTER } from '../../src/domain/tip.ts'
import type { PublicFrame } from '../frame.ts'
import { type Html, html, nothing } from '../html.ts'
import { alert, note, number, postForm, type Refused, submit } from '../parts.ts'
import { publicPage } from './layout.ts'
import { inTongue, statementOf, verdictPath } from './parts.ts'
import type { ToldVerdict } from './props.ts'

/** The field that no person sees, named so that no browser fills it in: whoever does is a program. */
export const TRAP = 'remarks'

export type ReportProps = Refused & {
  newId: string
  /** The verdict that is said to be wrong, as the address names it, and as it was told last. */
  about: { verdict: string; told: ToldVerdict } | null
  /** Why it was refused, where no field is to blame. */
  problem?: string | null
}

/** Where a reader sends in a claim to check, or says what is wrong in a verdict. */
export function reportPage(frame: PublicFrame, props: ReportProps): Html {
  const { t } = frame
  const { about, problem } = props
  const kind = about ? 'error' : 'claim'
  const title = t(`report.title_${kind}`)
  const description = t(`report.lead_${kind}`)
  const unlisted = about !== null || props.typed !== undefined
  return publicPage(
    frame,
    { title, description, canonical: '/report', form: true, unlisted },
    html`
<header><h1>${title}</h1><p class="lead">${description}</p>${about ? nothing : elsewhere(frame)}</header>
${about ? spokenOf(frame, about.told) : nothing}
${problem ? alert(html`<p>${problem}</p>`) : nothing}
${letterForm(frame, props)}`,
  )
}

/** Whoever found an error is led to where it is. */
const elsewhere = ({ t }: PublicFrame): Html =>
  note(html`${t('report.error_how')} <a href="/verdicts">${t('public.all')}</a>`)

/** What the verdict is on that is said to be wrong. */
function spokenOf(frame: PublicFrame, told: ToldVerdict): Html {
  const { text, lang } = statementOf(frame, told)
  return html`<p class="report-about"><a href="${verdictPath(told)}"${inTongue(frame, lang)}>${text}</a></p>`
}

function letterForm(frame: PublicFrame, { newId, about, typed, errors }: ReportProps): Html {
  const { t } = frame
  const kind = about ? 'error' : 'claim'
  const hidden = { verdict: about?.verdict }
  const form = { id: 'report', action: '/report', newId, hidden, typed, errors }
  const max = number(frame, MAX_LETTER)
  return postForm(
    frame,
    form,
    (fields) => html`
${fields.area({ name: 'words', label: t(`report.words_${kind}`), hint: t(`report.words_hint_${kind}`, { max }), rows: 7, required: true })}
${fields.text({ name: 'url', type: 'url', label: t(`report.url_${kind}`), hint: t('report.url_hint') })}
${fields.text({ name: 'contact', label: t('report.contact'), hint: t('report.contact_hint'), autocomplete: 'email' })}
<div class="trap" aria-hidden="true"><label for="report-trap">${t('report.trap')}</label><input type="text" id="report-trap" name="${TRAP}" value="" autocomplete="off" tabindex="-1"></div>
<div class="actions">${submit(t('report.submit'), { tone: 'primary' })}</div>
${note(t('report.next'))}`,
  )
}

/** What happens with a letter now that it is here. */
export function thanksPage(frame: PublicFrame): Html {
  const { t } = frame
  const title = t('report.thanks')
  const description = t('report.thanks_lead')
  return publicPage(
    frame,
    { title, description, canonical: '/report/thanks', form: true, unlisted: true },
    html`
<header><h1>${title}</h1><p class="lead">${description}</p></header>
<ul class="next-steps"><li>${t('report.then_read')}</li><li>${t('report.then_choose')}</li><li>${t('report.then_answer')}</li></ul>
<p><a href="/methodology">${t('report.how_we_work')}</a></p>`,
  )
}
