import { type Evidence, isUsable } from '../../src/domain/evidence.ts'
import { atEvidence } from '../../src/domain/look.ts'
import {
  countOrigins,
  type Made,
  madeBy,
  namesForOrigins,
  type OriginCount,
} from '../../src/domain/origins.ts'
import { adding } from '../claim/adding.ts'
import { type ClaimProps, canWork } from '../claim/props.ts'
import { driftAbout, driftMark } from '../drift/mark.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, joined, nothing } from '../html.ts'
import { type Fields, note, section, stanceCount } from '../parts.ts'
import { backToLook } from '../verdict/look.ts'
import { evidenceFields } from './fields.ts'
import { evidenceItem } from './item.ts'
import { keptLine } from './kept.ts'
import { originsPicture } from './origins-picture.ts'

/** What speaks for a claim, against it, and around it, by number; and the form to add one more. */
export function evidenceSection(frame: Frame, props: ClaimProps): Html {
  const { t } = frame
  const { claim, evidence, appearances } = props
  const made = madeBy(claim, appearances)
  const working = canWork(props)
  const tools = ({ id, number }: Evidence) => {
    const edit = html`<a class="edit" href="/evidence/${id}">${t('claim.edit')}<span class="visually-hidden"> [${number}]</span></a>`
    return joined([working ? edit : null, backToLook(frame, props, atEvidence({ number }))])
  }
  const item = (one: Evidence) =>
    evidenceItem(frame, one, made, {
      proof: props.proofs[one.id],
      figures: props.figures?.[one.id],
      working,
      tools: tools(one),
      kept: html`${driftMark(frame, driftAbout(props.drifts, one.id))}${keptLine(frame, one, props.kept[one.id])}`,
    })
  const list = evidence.length
    ? html`<ol class="evidence-list" role="list">${evidence.map(item)}</ol>`
    : note(t('evidence.none'))
  const form = {
    form: 'evidence',
    part: 'evidence',
    label: t('evidence.add'),
    submit: t('evidence.submit'),
    upload: true,
    fields: (fields: Fields) =>
      evidenceFields(frame, fields, null, namesForOrigins(evidence, appearances)),
  } as const
  return section(
    'evidence',
    t('claim.evidence'),
    html`${list}${originsPicture(frame, evidence, made)}${working ? adding(frame, props, form) : nothing}`,
    evidence.length
      ? counts(frame, evidence, made, backToLook(frame, props, '#evidence'))
      : nothing,
  )
}

/** How many sources stand on each side, of how many independent origins; the claimant apart. */
function counts(frame: Frame, evidence: readonly Evidence[], made: Made, back: Html | null): Html {
  const { t } = frame
  const usable = evidence.filter(isUsable)
  const on = (side: Evidence['stance']) => usable.filter(({ stance }) => stance === side).length
  const supports = countOrigins(usable, 'supports', made)
  const refutes = countOrigins(usable, 'refutes', made)
  const origins = { supports: supports.independent, refutes: refutes.independent }
  const sources = { supports: on('supports'), refutes: on('refutes') }
  return html`<p class="counts">${joined([
    html`<span>${t('evidence.sources')} ${stanceCount(frame, sources)}</span>`,
    html`<span>${t('evidence.independent')} ${stanceCount(frame, origins)}</span>`,
    claimantsWords(frame, supports, refutes),
    back,
  ])}</p>`
}

/** Where the claimant’s own words stand on a side, they are said, and not counted. */
function claimantsWords({ t }: Frame, supports: OriginCount, refutes: OriginCount): string | null {
  if (!supports.claimant && !refutes.claimant) return null
  const side = !refutes.claimant ? 'supports' : supports.claimant ? 'both' : 'refutes'
  return t('evidence.and_claimants', { side })
}
