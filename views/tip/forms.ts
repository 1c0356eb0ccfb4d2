import type { Letter, Tip } from '../../src/domain/tip.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, nothing } from '../html.ts'
import { buttonLink, type Fields, folded, postForm, type Refused, submit } from '../parts.ts'

type Props = {
  tip: Tip
  letter: Letter | null
  refused?: (Refused & { form: 'taking' | 'dismissal' }) | undefined
}

/** What can be decided on a letter that waits: something comes of it, or nothing. */
export function tipForms(frame: Frame, props: Props): Html {
  const { t } = frame
  const { id, about } = props.tip
  if (about === 'error') {
    return html`<div class="tip-ways">${taking(frame, props)}${dismissal(frame, props)}</div>`
  }
  const open = props.refused?.form === 'taking'
  const known = folded({ id: 'known', label: t('tip.known'), open }, taking(frame, props))
  const make = buttonLink(`/claims/new?tip=${id}`, t('tip.make_claim'), 'primary')
  return html`<div class="tip-ways"><p>${make}</p>${known}${dismissal(frame, props)}</div>`
}

/** An error was looked into; or what is to be checked is on the desk already. */
function taking(frame: Frame, { tip, letter, refused }: Props): Html {
  const { t } = frame
  const isError = tip.about === 'error'
  const form = {
    id: 'taking',
    action: `/tips/${tip.id}/taking`,
    revision: tip.revision,
    ...(refused?.form === 'taking' ? refused : {}),
  }
  return postForm(
    frame,
    form,
    (fields) => html`
${isError ? nothing : fields.text({ name: 'claim', label: t('tip.which'), hint: t('tip.which_hint'), required: true })}
${remark(frame, fields, t(isError ? 'tip.comment_error' : 'tip.comment'))}
${keeping(frame, fields, letter)}
<div class="actions">${submit(t(isError ? 'tip.seen_to' : 'tip.take'), { tone: isError ? 'primary' : 'plain' })}</div>`,
  )
}

function dismissal(frame: Frame, { tip, letter, refused }: Props): Html {
  const { t } = frame
  const mine = refused?.form === 'dismissal' ? refused : undefined
  const form = {
    id: 'dismissal',
    action: `/tips/${tip.id}/dismissal`,
    revision: tip.revision,
    ...mine,
  }
  return folded(
    { id: 'dismiss', label: t('tip.dismiss'), tone: 'quiet', open: mine !== undefined },
    postForm(
      frame,
      form,
      (fields) => html`
${remark(frame, fields, t('tip.comment_dismiss'))}
${keeping(frame, fields, letter)}
<div class="actions">${submit(t('tip.dismiss_submit'))}</div>`,
    ),
  )
}

/** A word for the record, which keeps it when the letter itself is erased. */
const remark = ({ t }: Frame, fields: Fields, label: string): Html =>
  fields.area({ name: 'comment', label, hint: t('tip.comment_hint'), rows: 2 })

/** How to reach the reader is erased with the decision, unless this says otherwise. */
export const keeping = ({ t }: Frame, fields: Fields, letter: Letter | null): Html =>
  letter?.contact
    ? fields.check({
        name: 'keepContact',
        label: t('tip.keep_contact'),
        hint: t('tip.keep_contact_hint'),
      })
    : nothing
