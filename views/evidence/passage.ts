import type { Evidence } from '../../src/domain/evidence.ts'
import { isProved } from '../../src/domain/proof.ts'
import type { Snapshot } from '../../src/domain/snapshot.ts'
import type { Choice, Sentence } from '../article/place.ts'
import { placeOf } from '../article/place.ts'
import { readerText, said } from '../article/reader.ts'
import type { GroundProps } from '../claim/ground.ts'
import { canWork, unsettles } from '../claim/props.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, joined, nothing, type Part } from '../html.ts'
import { page } from '../layout.ts'
import { alert, heading, note, outside, section, when } from '../parts.ts'
import { quotation } from './item.ts'
import { keptReading, type Proved, passagePath, placesToChoose, proofLine } from './proof.ts'
import { type Quoting, quoteForm } from './quote-form.ts'

export type PassageProps = GroundProps & {
  evidence: Evidence
  proof: Proved
  /** What the text was read from; null where nothing was kept. */
  snapshot: Snapshot | null
  /** Of the text, ISO 639. */
  language: string
  sentences: readonly Sentence[]
  /** Whether the text has more sentences than these. */
  isCut: boolean
  /** What is chosen in the text, with the words around it. */
  quoting: Quoting | null
}

/** The address at which something is chosen in the text that was kept. */
function choiceAddress(evidence: Pick<Evidence, 'id'>, choice: Choice | null): string {
  const path = passagePath(evidence)
  if (!choice) return path
  const { start, end, from, to, whole } = { start: 0, end: 0, whole: true, ...choice }
  return whole ? `${path}?from=${from}&to=${to}` : `${path}?start=${start}&end=${end}`
}

/** The text that was kept of a source, to be read and quoted from; what is quoted is marked in it. */
export function passagePage(frame: Frame, props: PassageProps): Html {
  const { t } = frame
  const { evidence, claim, snapshot, language, sentences, isCut, quoting, proof } = props
  const canTake = canWork(props)
  const choice = quoting?.choice ?? null
  const quoted = { sure: isProved(proof), places: proof.places }
  const text = readerText(frame, {
    ...{ sentences, choice, quoted, canTake, purpose: 'quote', taken: [] },
    article: { title: snapshot?.title ?? '', language },
    address: (next) => choiceAddress(evidence, next),
    taking: passagePath(evidence),
  })
  const title = t('quoting.title', { number: evidence.number })
  return page(
    frame,
    { title: `${title}: ${evidence.title}`, width: 'wide' },
    html`
${heading({ title, back: { href: `/evidence/${evidence.id}`, label: evidence.title }, lead: about(frame, props) })}
<div class="reader">
<section class="reader-text" aria-label="${t('quoting.text')}">${sentences.length ? text : note(t('quoting.no_text'))}${isCut ? note(t('snapshot.cut')) : nothing}</section>
<div class="reader-side">${side(frame, props, canTake)}${canTake && !quoting ? unsettles(frame, claim.stage) : nothing}</div>
</div>`,
  )
}

function about(frame: Frame, { evidence, snapshot }: PassageProps): Part {
  const { url, publisher } = evidence
  const kept = snapshot
    ? html`<a href="/snapshots/${snapshot.id}">${frame.t('quoting.kept')} ${when(frame, snapshot.takenAt)}</a>`
    : null
  return joined([publisher, url ? outside(url) : null, kept])
}

function side(frame: Frame, props: PassageProps, canTake: boolean): Html {
  const { problem, quoting, sentences, mayWrite } = props
  const { t } = frame
  const trouble = problem ? alert(html`<p>${problem}</p>`) : nothing
  if (canTake && quoting) return html`${trouble}${quoteForm(frame, props, quoting)}`
  const ways = sentences.length && canTake ? howTo(frame) : nothing
  const closed = mayWrite && !canTake ? note(t('quoting.closed')) : nothing
  return html`${trouble}${present(frame, props, canTake)}${ways}${closed}`
}

/** What is quoted now, where it stands, and what became of it. */
function present(frame: Frame, props: PassageProps, canTake: boolean): Html {
  const { t } = frame
  const { evidence, proof, sentences } = props
  const [place] = proof.status === 'ambiguous' ? [] : proof.places
  const at = place ? placeOf(sentences, place) : null
  const jump = at ? html`<a href="#quote">${said(frame, at, 'reader.place')}</a>` : nothing
  const body =
    proof.status === 'no_quote'
      ? note(t('quoting.nothing'))
      : html`${quotation(frame, evidence)}${proofLine(frame, evidence, proof)}${keptReading(frame, evidence, proof)}${
          canTake ? placesToChoose(frame, evidence, proof) : nothing
        }`
  return section('quoted', t('quoting.current'), body, jump)
}

/** How words are quoted, and with which keys: with script any words, without it whole sentences. */
const howTo = ({ t }: Frame): Html =>
  html`<div class="note ways"><p>${t('reader.ways')} <span class="with-script">${t('reader.ways_select')}</span></p>
<p class="with-script">${t('reader.ways_keys')}</p></div>`
