import type { Claim } from '../../src/domain/claim.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, nothing, type Part } from '../html.ts'
import { page } from '../layout.ts'
import {
  alert,
  type Fields,
  heading,
  keptWords,
  note,
  postForm,
  type Refused,
  submit,
} from '../parts.ts'
import { canWork, unsettles } from './props.ts'

/** What the page of one piece of evidence, or of one contact, is given besides it. */
export type GroundProps = Refused & {
  claim: Claim
  /** Whether the viewer's role writes at all. */
  mayWrite: boolean
  /** Why the form was refused, where no field is to blame. */
  problem?: string | null
}

type Ground = {
  /** The section of the claim's page that it stands in; its own address begins with it, too. */
  part: string
  subject: { id: string; revision: number }
  heading: string
  title: string
  /** As it stands, for whoever cannot change it now; and why they cannot. */
  shown: Html
  closed: string
  fields: (fields: Fields) => Part
  /** What whoever changes it reads first. */
  before?: Part
  /** What else there is of it, below. */
  more?: (working: boolean) => Part
}

/** One of the things that a claim rests on: changed by whoever works on the claim, else as it stands. */
export function groundPage(frame: Frame, props: GroundProps, ground: Ground): Html {
  const { t } = frame
  const { claim, problem, typed, errors } = props
  const { part, subject, title, shown, closed } = ground
  const back = { href: `/claims/${claim.id}#${part}`, label: claim.statement }
  const working = canWork(props)
  const { id, revision } = subject
  const form = {
    id: `edit-${part}`,
    action: `/${part}/${id}`,
    revision,
    guard: true,
    typed,
    errors,
  }
  const editing = () => html`${ground.before}${unsettles(frame, claim.stage)}
${postForm(
  frame,
  form,
  (fields) => html`
${ground.fields(fields)}
<div class="actions">${submit(t('form.save'), { tone: 'primary' })}</div>`,
)}`
  return page(
    frame,
    { title, width: 'narrow' },
    html`
${heading({ title: ground.heading, back })}
${problem ? alert(html`<p>${problem}</p>${working ? nothing : keptWords(frame, typed)}`) : nothing}${
  working ? editing() : html`${shown}${props.mayWrite ? note(closed) : nothing}`
}${ground.more?.(working)}`,
  )
}
