import type { Frame } from '../frame.ts'
import { classes, type Html, html, nothing, type Part } from '../html.ts'
import { page } from '../layout.ts'
import type { MessageKey } from '../messages.ts'
import {
  buttonLink,
  type Fields,
  type FormOptions,
  heading,
  note,
  postForm,
  quoted,
  submit,
} from '../parts.ts'
import {
  type Compared,
  type ConflictField,
  isSame,
  type Merged,
  type Merging,
  merge,
  type Piece,
  type Value,
  values,
} from './merged.ts'

export type ConflictProps = {
  title: string
  /** Where theirs is left as it is. */
  back: string
  /** Where what is chosen is sent to. */
  action: string
  fields: ConflictField[]
  compare: Merging['compare']
  /** What is sent along, with the revision that is saved now. */
  hidden: FormOptions['hidden']
}

/**
 * Somebody saved in between: both versions side by side, and beneath them both in one, to be changed
 * and saved, or left. What is the same in both is sent along, and not shown.
 */
export function conflictPage(frame: Frame, props: ConflictProps): Html {
  const { t } = frame
  const { title, back, action, fields: all, hidden, compare } = props
  const fields = all.map((field) => merge(field, compare))
  const differing = fields.filter((field) => !isSame(field.theirs, field.mine))
  const typed = Object.fromEntries(fields.map(({ name, value }) => [name, value]))
  const form = { id: 'conflict', action, hidden, guard: true, typed, class: 'conflict' }
  return page(
    frame,
    { title: t('conflict.title') },
    html`
${heading({ title: t('conflict.title'), lead: title, back: { href: back, label: t('conflict.back') } })}
<div class="alert" role="alert" tabindex="-1"><p>${t('conflict.lead')}</p></div>
${differing.some(({ words }) => words) ? html`<p class="note legend">${t('conflict.legend')}</p>` : nothing}
${postForm(
  frame,
  form,
  (inputs) => html`
${fields.filter((field) => !differing.includes(field)).map(alike)}
${differing.map((field) => both(frame, inputs, field))}
${differing.length === 0 ? note(t('conflict.same')) : nothing}
<div class="actions">${submit(t('conflict.submit'), { tone: 'primary' })}${buttonLink(back, t('conflict.leave'))}</div>`,
)}`,
  )
}

const alike = ({ name, mine }: Merged): Html[] =>
  values(mine).map((value) => html`<input type="hidden" name="${name}" value="${value}">`)

const outcomes: Record<Merged['outcome'], MessageKey> = {
  theirs: 'conflict.outcome_theirs',
  mine: 'conflict.outcome_mine',
  merged: 'conflict.outcome_merged',
  both: 'conflict.outcome_both',
}

function both(frame: Frame, inputs: Fields, field: Merged): Html {
  const { t } = frame
  const { name, label, theirs, mine, words } = field
  const id = inputs.id(name)
  const side = (whose: 'theirs' | 'mine', value: Value, title: MessageKey) =>
    html`<div class="conflict-side" role="group" aria-labelledby="${id}-name ${id}-${whose}"><h3 id="${id}-${whose}">${t(title)}</h3>${version(frame, field, value, words?.[whose])}</div>`
  return html`<section class="${classes('conflict-field', words && 'long')}" aria-labelledby="${id}-name"><h2 id="${id}-name">${label}</h2>
<div class="conflict-sides">${side('theirs', theirs, 'conflict.theirs')}${side('mine', mine, 'conflict.sent')}</div>
${clashes(frame, field)}<div class="${classes('conflict-merged', field.outcome === 'both' && 'both')}">${input(frame, inputs, field)}</div></section>`
}

/** One person's version. The words that the other has not got are marked, also for those who hear them. */
function version({ t }: Frame, field: Merged, value: Value, pieces?: Piece[]): Html {
  const { choices, long } = field
  if (values(value).length === 0) return html`<p class="unknown">${t('conflict.nothing')}</p>`
  const mark = ({ text, differs }: Piece) =>
    differs
      ? html`<mark class="differs" data-from="${t('conflict.mark_from')} " data-to=" ${t('conflict.mark_to')}">${text}</mark>`
      : text
  if (pieces) return html`<p class="saved serif">${pieces.map(mark)}</p>`
  const word = (one: string): Part => choices?.find((choice) => choice.value === one)?.label ?? one
  return html`${values(value).map((one) => html`<p class="${classes('saved', long && 'serif')}">${word(one)}</p>`)}`
}

/** More of a place than this says nothing that the versions above do not. */
const SHOWN = 200

/** The places that both changed, one by one; where all of it is one place, the versions say it. */
function clashes(frame: Frame, { words, mine: all }: Merged): Html {
  const { t } = frame
  const places = words?.clashes.filter(({ mine }) => mine !== all) ?? []
  if (places.length === 0) return nothing
  const said = (text: string) =>
    text
      ? quoted(frame, text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text)
      : html`<span class="unknown">${t('conflict.nothing')}</span>`
  const place = ({ was, theirs, mine }: Compared['clashes'][number]) =>
    html`<li>${was ? html`${t('conflict.place')} ${said(was)}` : t('conflict.place_new')}: ${t('conflict.place_theirs')} ${said(theirs)}, ${t('conflict.place_yours')} ${said(mine)}</li>`
  return html`<div class="clashes"><h3>${t('conflict.places')}</h3><ul>${places.map(place)}</ul></div>`
}

function input({ t }: Frame, inputs: Fields, field: Merged): Html {
  const { name, label, long, choices, mine, theirs, outcome } = field
  const hint = t(outcomes[outcome])
  const options = { name, label: t('conflict.saved_as', { label }), hint, unmarked: true }
  // One box that was checked is sent as a text, several as a list.
  if (choices && [mine, theirs].some(Array.isArray)) return inputs.checks({ ...options, choices })
  if (choices) return inputs.select({ ...options, choices, empty: t('conflict.nothing') })
  return long ? inputs.area({ ...options, rows: 4, serif: true }) : inputs.text(options)
}
