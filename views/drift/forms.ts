import { openStages } from '../../src/domain/stage.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, nothing } from '../html.ts'
import { folded, langOf, note, postForm, section, submit, wordDifference } from '../parts.ts'
import type { DriftPlace, DriftProps } from './props.ts'

/** The ways on from words that are not, or not for certain, where they were. */
export function driftForms(frame: Frame, props: DriftProps): Html {
  const { t } = frame
  const { claim, places } = props
  // What a decided claim rests on is changed once it is reopened.
  const canPlace = openStages.includes(claim.stage)
  const closed = canPlace
    ? nothing
    : note(
        html`${t(claim.stage === 'decided' ? 'drift.reopen_first' : 'drift.bring_back_first')} <a href="/claims/${claim.id}">${t('drift.to_claim')}</a>`,
      )
  const ways = [
    canPlace && places.length > 0 ? placing(frame, props) : nothing,
    standing(frame, props, !canPlace || places.length === 0),
    canPlace && props.now ? quoting(frame, props) : nothing,
  ]
  return section('ways', t('drift.ways'), html`${closed}<div class="drift-ways">${ways}</div>`)
}

const kept = ({ typed, errors, form }: DriftProps, own: DriftProps['form']) =>
  form === own ? { typed, errors } : {}

/** The words are these ones now. */
function placing(frame: Frame, props: DriftProps): Html {
  const { t } = frame
  const { drift, places } = props
  const action = `/drifts/${drift.id}/placing`
  const isOne = drift.status === 'changed' && places.length === 1
  const refused = props.typed?.words ? {} : kept(props, 'placing')
  return postForm(
    frame,
    { id: 'placing', action, revision: drift.revision, ...refused },
    (fields) => html`<h3>${t(isOne ? 'drift.take_changed' : 'drift.choose')}</h3>
<p class="hint">${t(isOne ? 'drift.take_changed_hint' : 'drift.choose_hint')}</p>
${isOne ? only(places[0]) : choices(frame, props)}
${fields.text({ name: 'comment', label: t('drift.comment') })}
<div class="actions">${submit(t(isOne ? 'drift.take' : 'drift.choose_do'), { tone: 'primary' })}</div>`,
  )
}

const placeValue = ({ start, end }: DriftPlace): string => `${start}-${end}`

const only = (place: DriftPlace | undefined): Html =>
  place ? html`<input type="hidden" name="place" value="${placeValue(place)}">` : nothing

/** Each place with what stands around it, so that they can be told apart. */
function choices(frame: Frame, { places, language, typed, errors }: DriftProps): Html {
  const { t } = frame
  const choice = (place: DriftPlace, i: number) => {
    const value = placeValue(place)
    const isSame = place.runs.every(({ kind }) => kind === 'same')
    const words = isSame ? html`<mark>${place.words}</mark>` : wordDifference(frame, place.runs)
    return html`<div class="choice"><input type="radio" id="place-${i}" name="place" value="${value}"${typed?.place === value ? html` checked` : ''}> <label for="place-${i}"${langOf(frame, language)}><span class="around">${place.before}</span>${words}<span class="around">${place.after}</span></label></div>`
  }
  const error =
    errors?.words && !typed?.words ? html`<p class="error">${t('drift.choose_one')}</p>` : nothing
  return html`<fieldset class="field group drift-places"><legend class="visually-hidden">${t('drift.choose')}</legend>${error}<div class="choices">${places.map(choice)}</div></fieldset>`
}

/** What was kept stands, with a word why. */
function standing(frame: Frame, props: DriftProps, isFirst: boolean): Html {
  const { t } = frame
  const { drift } = props
  const action = `/drifts/${drift.id}/standing`
  const refused = kept(props, 'standing')
  const form = postForm(
    frame,
    { id: 'standing', action, revision: drift.revision, ...refused },
    (fields) => html`<p class="hint">${t('drift.stand_hint')}</p>
${fields.area({ name: 'comment', label: t('drift.why'), rows: 2, required: true })}
<div class="actions">${submit(t('drift.stand'), { tone: isFirst ? 'primary' : 'plain' })}</div>`,
  )
  if (isFirst) return html`<div class="drift-way"><h3>${t('drift.stand_title')}</h3>${form}</div>`
  const open = props.form === 'standing'
  return folded({ id: 'stand', label: t('drift.stand_title'), open }, form)
}

/** Other words of the newer text, which one copies out of it. */
function quoting(frame: Frame, props: DriftProps): Html {
  const { t } = frame
  const { drift, language, typed } = props
  const action = `/drifts/${drift.id}/placing`
  const refused = typed?.words !== undefined ? kept(props, 'placing') : {}
  const form = postForm(
    frame,
    { id: 'quoting', action, revision: drift.revision, ...refused },
    (fields) => html`<p class="hint">${t('drift.quote_hint')}</p>
${fields.area({ name: 'words', label: t('drift.words'), rows: 3, serif: true, required: true, ...(language && { lang: language }) })}
${fields.text({ name: 'comment', label: t('drift.comment') })}
<div class="actions">${submit(t('drift.quote'))}</div>`,
  )
  const open = props.form === 'placing' && typed?.words !== undefined
  return folded({ id: 'quote-anew', label: t('drift.quote_title'), open }, form)
}
