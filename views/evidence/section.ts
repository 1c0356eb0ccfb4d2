import { countOrigins, type Evidence, isUsable, stances } from '../../src/domain/evidence.ts'
import { adding } from '../claim/adding.ts'
import { type ClaimProps, canWork } from '../claim/props.ts'
import { driftAbout, driftMark } from '../drift/mark.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, joined, nothing } from '../html.ts'
import { type Fields, note, section, stanceCount } from '../parts.ts'
import { evidenceFields } from './fields.ts'
import { evidenceItem } from './item.ts'
import { keptLine } from './kept.ts'

/** What speaks for a claim, against it, and around it, by number; and the form to add one more. */
export function evidenceSection(frame: Frame, props: ClaimProps): Html {
  const { t } = frame
  const { evidence } = props
  const working = canWork(props)
  const usable = evidence.filter(isUsable)
  const on = (side: string) => usable.filter(({ stance }) => stance === side).length
  const edit = (id: string, number: number) =>
    working
      ? html`<a class="edit" href="/evidence/${id}">${t('claim.edit')}<span class="visually-hidden"> [${number}]</span></a>`
      : null
  const item = (one: Evidence) =>
    evidenceItem(frame, one, {
      proof: props.proofs[one.id],
      working,
      tools: edit(one.id, one.number),
      kept: html`${driftMark(frame, driftAbout(props.drifts, one.id))}${keptLine(frame, one, props.kept[one.id])}`,
    })
  const list = evidence.length
    ? html`<ol class="evidence-list" role="list">${evidence.map(item)}</ol>`
    : note(t('evidence.none'))
  const counts = evidence.length
    ? joined([
        stanceCount(frame, { supports: on('supports'), refutes: on('refutes') }),
        ...stances.map((side) => sameOrigins(frame, usable, side)),
      ])
    : nothing
  const form = {
    form: 'evidence',
    part: 'evidence',
    label: t('evidence.add'),
    submit: t('evidence.submit'),
    upload: true,
    fields: (fields: Fields) => evidenceFields(frame, fields, null),
  } as const
  return section(
    'evidence',
    t('claim.evidence'),
    html`${list}${working ? adding(frame, props, form) : nothing}`,
    counts,
  )
}

/** Where sources on one side repeat one another: how many there are, and of how many origins. */
function sameOrigins({ t }: Frame, usable: Evidence[], side: Evidence['stance']): string | null {
  const some = usable.filter(({ stance }) => stance === side)
  const origins = countOrigins(some)
  const said = { stance: t(`stance.${side}`), count: some.length, origins }
  return origins < some.length ? t('evidence.origins', said) : null
}
