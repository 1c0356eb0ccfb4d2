import { type Claim, claimKinds } from '../../src/domain/claim.ts'
import { MOST_PARTS } from '../../src/domain/split.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, nothing } from '../html.ts'
import { page } from '../layout.ts'
import {
  alert,
  buttonLink,
  type Fields,
  heading,
  postForm,
  type Refused,
  submit,
} from '../parts.ts'
import { excerpt } from './appearances.ts'
import type { Place } from './claimant.ts'
import { unsettles } from './props.ts'

export type SplitProps = Refused & {
  claim: Claim
  /** The first place where it appears: the words that hold several claims. */
  place: Place | null
  problem?: string | null
}

/** A compound claim becomes several in one step; it goes on itself as the first of them. */
export function splitPage(frame: Frame, props: SplitProps): Html {
  const { t } = frame
  const { claim, place, problem, typed, errors } = props
  const path = `/claims/${claim.id}`
  const form = { id: 'split', action: `${path}/split`, revision: claim.revision, typed, errors }
  const parts = Array.from({ length: MOST_PARTS }, (_, i) => i + 1)
  return page(
    frame,
    { title: t('split.title'), width: 'narrow' },
    html`
${heading({ title: t('split.title'), lead: t('split.lead'), back: { href: path, label: claim.statement } })}
${place ? excerpt(frame, place) : nothing}
${problem ? alert(html`<p>${problem}</p>`) : nothing}${unsettles(frame, claim.stage)}
${postForm(
  frame,
  { ...form, guard: true },
  (fields) => html`
${parts.map((number) => partFields(frame, fields, claim, number))}
<div class="actions">${submit(t('split.submit'), { tone: 'primary' })}${buttonLink(path, t('article.cancel'), 'quiet')}</div>`,
)}`,
  )
}

function partFields(frame: Frame, fields: Fields, claim: Claim, number: number): Html {
  const { t } = frame
  const required = number <= 2
  const kinds = claimKinds.map((value) => ({ value, label: t(`kind.${value}`) }))
  const label = t(number === 1 ? 'split.first' : 'split.part', { number })
  return html`<div class="part">
${fields.area({ name: `statement${number}`, label, value: number === 1 ? claim.statement : '', rows: 2, serif: true, lang: claim.language, required, ...(number === 1 && { hint: t('split.first_hint') }) })}
${fields.select({ name: `kind${number}`, label: t('split.kind', { number }), value: required ? claim.kind : '', choices: kinds, required, ...(required ? {} : { empty: t('claim.choose') }) })}
</div>`
}
