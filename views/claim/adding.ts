import type { Frame } from '../frame.ts'
import { type Html, html, type Part } from '../html.ts'
import { type Fields, folded, postForm, submit } from '../parts.ts'
import { type ClaimProps, complaint, refusedBy, unsettles } from './props.ts'

type Adding = {
  /** Which of the page's forms it is; it is named after it, and so is the id of what it makes. */
  form: 'evidence' | 'search' | 'contact'
  /** The section of the page, which the form's address ends with. */
  part: string
  label: string
  submit: string
  /** Whether a file can come with it. */
  upload?: boolean
  fields: (fields: Fields) => Part
}

/** The folded form that adds to what a claim rests on. */
export function adding(frame: Frame, props: ClaimProps, add: Adding): Html {
  const { claim, ids } = props
  const { form, part, label, upload, fields } = add
  const refused = refusedBy(props, form)
  const begun = form === 'evidence' && !refused ? props.begun?.evidence : null
  const options = {
    id: `new-${form}`,
    action: `/claims/${claim.id}/${part}`,
    newId: ids[form],
    revision: claim.revision,
    guard: true,
    upload,
    ...refused,
    begun: begun ?? undefined,
  }
  return folded(
    { id: `add-${form}`, label, open: refused !== undefined || Boolean(begun) },
    html`
${complaint(frame, refused)}${unsettles(frame, claim.stage)}
${postForm(
  frame,
  options,
  (all) => html`
${fields(all)}
<div class="actions">${submit(add.submit)}</div>`,
)}`,
  )
}
