import type { Reading } from '../../src/domain/reading.ts'
import { judgedWithout } from '../../src/domain/reading-state.ts'
import { type ClaimProps, complaint, namesOf, refusedBy } from '../claim/props.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, joined, nothing } from '../html.ts'
import {
  folded,
  langOf,
  markdown,
  note,
  personName,
  postForm,
  ratingMark,
  refusalMessage,
  submit,
  when,
} from '../parts.ts'

const formOf = ({ claim, ids }: ClaimProps) => ({
  id: 'reading',
  action: `/claims/${claim.id}/reading`,
  newId: ids.reading,
  revision: claim.revision,
  guard: true,
})

/** A proposal that this viewer may not see: they read it blind, or why they cannot. */
export function blindReading(frame: Frame, props: ClaimProps): Html {
  const { t } = frame
  const code = props.moves.read
  const waits = html`<p class="blind-waits">${t('reading.waits')}</p>`
  if (code) return html`${waits}<p class="why-not">${refusalMessage(frame, code)}</p>`
  const refused = refusedBy(props, 'reading')
  const { language } = props.claim
  const offered = props.scale.filter(({ retiredAt }) => !retiredAt)
  const ratings = offered.map((one) => ({ value: one.id, label: ratingMark(frame, one) }))
  const form = postForm(
    frame,
    { ...formOf(props), ...refused },
    (fields) => html`
${fields.radios({ name: 'rating', label: t('verdict.rating'), choices: ratings, inline: true, required: true })}
${fields.area({ name: 'rationale', label: t('verdict.rationale'), hint: t('reading.rationale_hint'), rows: 6, serif: true, lang: language, required: true })}
<div class="actions">${submit(t('reading.file'), { tone: 'primary' })}</div>`,
  )
  const open = refused !== undefined
  return html`${waits}${note(t('reading.blind_lead'))}
<div class="ways">${folded({ id: 'read-blind', label: t('reading.read_blind'), open, tone: 'primary' }, html`${complaint(frame, refused)}${form}`)}</div>`
}

/** A second reader's word that they read what is proposed, and agree. */
export function signing(frame: Frame, props: ClaimProps): Html {
  const { t } = frame
  const refused = refusedBy(props, 'reading')
  const form = postForm(
    frame,
    { ...formOf(props), ...refused },
    (fields) => html`${note(t('reading.sign_lead'))}
${fields.area({ name: 'rationale', label: t('reading.word'), hint: t('reading.word_hint'), rows: 2 })}
<div class="actions">${submit(t('reading.sign'), { tone: 'primary' })}</div>`,
  )
  const open = refused !== undefined
  return folded(
    { id: 'sign', label: t('reading.sign_open'), open, tone: 'primary' },
    html`${complaint(frame, refused)}${form}`,
  )
}

/** Why a version is read by two where verdicts are read blind. */
export const whyTwo = ({ t }: Frame, { second }: ClaimProps): Html =>
  second?.wasSeen ? html`<p class="consequence read-by-two">${t('reading.seen')}</p>` : nothing

/** The second reading of the version at work, and what has come of it. */
export function readingFiled(frame: Frame, props: ClaimProps): Html {
  const { t } = frame
  const { reading = null, state } = props.second ?? {}
  if (!reading) return nothing
  const who = personName(frame, namesOf(props), reading.reader)
  const isBlind = reading.mode === 'blind'
  const title = t(isBlind ? 'reading.title_blind' : 'reading.title')
  const isOwn = state === 'differs' && reading.rating === props.working?.rating
  const outcome =
    isBlind && state && state !== 'awaits' && state !== 'not_needed'
      ? html`<p class="reading-state">${t(`reading_state.${isOwn ? 'own' : state}`)}</p>`
      : nothing
  const decided = reading.adjudication
    ? html`<p class="note">${t('adjudication.reason_given')}</p><p class="plain-text">${reading.adjudication}</p>`
    : nothing
  return html`<section class="second-reading" id="second-reading" aria-labelledby="second-reading-title"><h3 id="second-reading-title">${title}</h3>
<p class="note">${joined([t('verdict.read_by', { who }), when(frame, reading.filedAt)])}</p>
${readingSaid(frame, reading, props)}${outcome}${withoutEvidence(frame, reading, props)}${decided}</section>`
}

/** What a colleague came to who read it blind, before the claim was put in other words. */
export function dissenting(frame: Frame, props: ClaimProps): Html {
  const { t } = frame
  const dissent = props.second?.dissent
  if (!dissent) return nothing
  const who = personName(frame, namesOf(props), dissent.reader)
  const decided = dissent.adjudication
    ? html`<p class="note">${t('adjudication.reason_given')}</p><p class="plain-text">${dissent.adjudication}</p>`
    : nothing
  return html`<section class="second-reading" id="dissent" aria-labelledby="dissent-title"><h3 id="dissent-title">${t('reading.title_lapsed')}</h3>
<p class="note">${joined([t('verdict.read_by', { who }), when(frame, dissent.filedAt)])}</p>
${readingSaid(frame, dissent, props)}<p class="reading-state">${t('reading.lapsed')} <a href="/claims/${props.claim.id}/history">${t('reading.lapsed_history')}</a></p>${decided}</section>`
}

/** What a blind reading was judged without: evidence that came, or came to say something else, since. */
export function withoutEvidence(
  { t, lang }: Frame,
  reading: Reading,
  { evidence, history }: Pick<ClaimProps, 'evidence' | 'history'>,
): Html {
  const ids = judgedWithout(reading, history)
  const found = evidence.filter(({ id }) => ids.includes(id))
  if (found.length === 0) return nothing
  const list = new Intl.ListFormat(lang, { type: 'conjunction' })
  const numbers = list.format(found.map(({ number }) => `[${number}]`))
  return html`<p class="consequence judged-without">${t('reading.judged_without', { count: found.length, numbers })}</p>`
}

/**
 * What somebody concluded, and why.
 * @param sentence the same in one sentence, where they wrote one
 */
export function readingSaid(
  frame: Frame,
  { rating: chosen, rationale }: Pick<Reading, 'rating' | 'rationale'>,
  { scale, claim }: Pick<ClaimProps, 'scale' | 'claim'>,
  sentence: Html = nothing,
): Html {
  const rating = scale.find(({ id }) => id === chosen)
  const lang = langOf(frame, claim.language)
  return html`${rating ? html`<p class="told-rating">${ratingMark(frame, rating)}</p>` : nothing}${sentence}${
    rationale ? html`<div${lang}>${markdown(rationale)}</div>` : nothing
  }`
}
