import type { Frame } from './frame.ts'
import { classes, type Html, html, nothing } from './html.ts'
import { page } from './layout.ts'
import {
  buttonLink,
  type Choice,
  type Fields,
  type FormOptions,
  heading,
  note,
  postForm,
  submit,
} from './parts.ts'

/** One field that two people saved differently. */
export type ConflictField = {
  name: string
  label: string
  /** What is saved now; several values where the field takes several. */
  theirs: string | string[]
  /** What this person sent. */
  mine: string | string[]
  /** A text of several lines. */
  long?: boolean
  /** Where the field takes one (or some) of these, and no free text. */
  choices?: Choice[]
}

export type ConflictProps = {
  title: string
  /** Where theirs is left as it is. */
  back: string
  /** Where mine is sent to. */
  action: string
  fields: ConflictField[]
  /** What is sent along, with the revision that is saved now. */
  hidden: FormOptions['hidden']
}

/**
 * Somebody saved in between: both versions side by side. Mine can be changed and saved over theirs
 * knowingly, or theirs is left. What is the same in both is sent along, and not shown.
 */
export function conflictPage(frame: Frame, props: ConflictProps): Html {
  const { t } = frame
  const { title, back, action, fields: all, hidden } = props
  const differing = all.filter((field) => !isSame(field))
  const typed = Object.fromEntries(all.map(({ name, mine }) => [name, mine]))
  const form = { id: 'conflict', action, hidden, guard: true, typed }
  return page(
    frame,
    { title: t('conflict.title') },
    html`
${heading({ title: t('conflict.title'), lead: title, back: { href: back, label: t('conflict.back') } })}
<div class="alert" role="alert" tabindex="-1"><p>${t('conflict.lead')}</p></div>
${postForm(
  frame,
  form,
  (fields) => html`
${all.filter(isSame).map(same)}
${differing.map((field) => pair(frame, fields, field))}
${differing.length === 0 ? note(t('conflict.same')) : nothing}
<div class="actions">${submit(t('conflict.submit'), { tone: 'primary' })}${buttonLink(back, t('conflict.leave'))}</div>`,
)}`,
  )
}

const values = (value: string | string[]): string[] => [value].flat().filter(Boolean)

const isSame = ({ theirs, mine }: ConflictField): boolean =>
  JSON.stringify(values(theirs).map(plain)) === JSON.stringify(values(mine).map(plain))

/** Browsers send line ends of their own; they are no difference. */
const plain = (text: string): string => text.replaceAll('\r\n', '\n').trim()

const same = ({ name, mine }: ConflictField): Html[] =>
  values(mine).map((value) => html`<input type="hidden" name="${name}" value="${value}">`)

function pair(frame: Frame, fields: Fields, field: ConflictField): Html {
  const { t } = frame
  const { label, long, choices } = field
  const word = (value: string) => choices?.find((one) => one.value === value)?.label ?? value
  const theirs = values(field.theirs)
  const shown = theirs.length
    ? theirs.map(
        (value) => html`<p class="${classes('saved', long && 'serif')}">${word(value)}</p>`,
      )
    : html`<p class="unknown">${t('conflict.nothing')}</p>`
  return html`<div class="conflict-pair"><div class="conflict-theirs" role="group" aria-label="${label}: ${t('conflict.theirs')}"><p class="conflict-label">${label} · ${t('conflict.theirs')}</p>${shown}</div>
<div class="conflict-mine">${mineField(frame, fields, field)}</div></div>`
}

function mineField({ t }: Frame, fields: Fields, field: ConflictField): Html {
  const { name, label, long, choices, mine, theirs } = field
  const options = { name, label: t('conflict.mine', { label }), unmarked: true }
  // One box that was checked is sent as a text, several as a list.
  if (choices && [mine, theirs].some(Array.isArray)) return fields.checks({ ...options, choices })
  if (choices) return fields.select({ ...options, choices, empty: t('conflict.nothing') })
  return long ? fields.area({ ...options, rows: 4, serif: true }) : fields.text(options)
}
