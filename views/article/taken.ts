import { chain } from '../claim/claimant.ts'
import { uncheckedMark } from '../claim/validity.ts'
import { driftMark } from '../drift/mark.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, joined, nothing, type Part } from '../html.ts'
import { ratingMark, section, stageLabel } from '../parts.ts'
import { readerAddress, type Shown } from './address.ts'
import { placeOf, type Taken } from './place.ts'
import { type ReaderText, said } from './reader.ts'

/** The text that is read, and which version of which article it is. */
type Reading = ReaderText & Shown

/** The claims taken from an article, in the order of its text; those that it lost come last. */
export function takenList(frame: Frame, props: Reading): Html {
  const { t } = frame
  const { taken, canTake } = props
  const at = ({ place }: Taken) => ('start' in place ? place.start : Number.MAX_SAFE_INTEGER)
  const inOrder = taken.toSorted((a, b) => at(a) - at(b))
  const empty = t(canTake ? 'reader.taken_none' : 'reader.taken_none_viewer')
  const list = taken.length
    ? html`<ol class="rows taken" role="list">${inOrder.map((one) => row(frame, one, props))}</ol>`
    : html`<p class="muted">${empty}</p>`
  return section('taken', t('reader.taken'), html`${list}${canTake ? ways(frame) : nothing}`)
}

function row(frame: Frame, one: Taken, props: Reading): Html {
  const { appearance, claim, rating, unchecked } = one
  const mark = unchecked ? html` ${uncheckedMark(frame)}` : nothing
  const told = rating ? html`<span>${ratingMark(frame, rating)}${mark}</span>` : nothing
  return html`<li data-of="${appearance.id}"><a class="statement" href="/claims/${claim.id}" lang="${claim.language}">${claim.statement}</a>
${appearance.attribution.length > 1 ? html`<p class="note">${chain(frame, appearance.attribution)}</p>` : nothing}<p class="note taken-state">${where(frame, one, props)}${told}${stageLabel(frame, claim.stage)}</p>${driftMark(frame, one.drift)}</li>`
}

/** Its sentences; or that this version lost it, and the one where it still stands. */
function where(frame: Frame, one: Taken, props: Reading): Part {
  const { t } = frame
  const { place, appearance } = one
  const found = 'start' in place ? placeOf(props.sentences, place) : null
  const here = found && html`<a href="#s${found.from}">${said(frame, found, 'reader.place')}</a>`
  if (place.status === 'exact' || place.status === 'moved') return here
  const path = readerAddress({ ...props, version: { id: appearance.version }, claim: null }, null)
  return html`<span>${joined([here, t(`reader.lost_${place.status}`), html`<a href="${path}" hx-swap="outerMorph show:top">${t('reader.lost_where')}</a>`])}</span>`
}

/** How words are taken, and with which keys: with script any words, without it whole sentences. */
function ways({ t }: Frame): Html {
  return html`<div class="note ways"><p>${t('reader.ways')} <span class="with-script">${t('reader.ways_select')}</span></p>
<p class="with-script">${t('reader.ways_keys')}</p></div>`
}
