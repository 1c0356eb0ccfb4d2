import type { FieldErrors } from '../../src/domain/refusal.ts'
import type { Frame, Typed } from '../frame.ts'
import { classes, type Html, html, nothing, type Part } from '../html.ts'
import { Fields, fieldMessage } from './fields.ts'

/** What a page with a form is given when the form was refused. */
export type Refused = { typed?: Typed; errors?: FieldErrors }

type Hidden = Record<string, string | number | null | undefined>

export type FormOptions = Refused & {
  /** What its fields begin with, which nobody typed: it may be left without a word. */
  begun?: Typed | undefined
  /**
   * Unique on the page and the same each time it is made: its fields are named after it, and what
   * somebody has typed in it survives when another form of the page is sent.
   */
  id: string
  action: string
  /** The id of what the form will make, sent as `newId`: a form sent twice makes one thing. */
  newId?: string
  /** The revision that the person read, sent as `revision`. */
  revision?: number
  /**
   * Values the person does not see. Nothing is sent for null. In the browser a field called `id`,
   * `action` or `method` hides the form's own, and htmx loses sight of it: none is called so.
   */
  hidden?: Hidden & { id?: never; action?: never; method?: never }
  /** Ask before leaving the page while something typed is not sent. */
  guard?: boolean
  upload?: boolean
  /** A new page rather than a swap: for whatever changes language or identity. */
  reload?: boolean
  class?: string
  /** For a form whose button alone does not say what it is about. */
  label?: string
}

/**
 * A form that works with and without script: POST, then 303 to a page. The errors of a refused one
 * stand beside their fields and, linked, on top.
 * @param body gets the fields to place
 */
export function postForm(frame: Frame, options: FormOptions, body: (fields: Fields) => Part): Html {
  const { id, action, typed, errors = {}, label, newId, revision } = options
  const fields = new Fields(frame, id, typed ?? options.begun, errors)
  const inside = html`${body(fields)}`
  const attributes = html`${options.upload ? html` enctype="multipart/form-data"` : ''}${
    options.reload ? html` hx-boost="false"` : ''
  }${options.guard ? html` data-guard="${typed ? 'unsaved' : 'typed'}"` : ''}${
    label ? html` aria-label="${label}"` : ''
  }`
  return html`<form class="${classes('form', options.class)}" id="${id}-form" method="post" action="${action}" novalidate${attributes}>
${hiddenFields({ newId, revision, ...options.hidden, ...revisionsRead(options) })}${errorSummary(fields, 'form.errors')}${inside}</form>`
}

/**
 * A form that was wrong goes on from what was read when it was first filled in: to mend a slip in it is
 * not to agree with what a colleague saved meanwhile.
 */
function revisionsRead({ typed = {}, errors = {}, revision, hidden }: FormOptions): Hidden {
  if (Object.keys(errors).length === 0) return {}
  const there = Object.keys({ ...(revision !== undefined && { revision }), ...hidden })
  const read = there.filter((name) => /revision$/i.test(name) && typeof typed[name] === 'string')
  return Object.fromEntries(read.map((name) => [name, String(typed[name])]))
}

const hiddenFields = (hidden: Hidden): Html[] =>
  Object.entries(hidden).flatMap(([name, value]) =>
    value === null || value === undefined
      ? []
      : [html`<input type="hidden" name="${name}" value="${value}">`],
  )

/**
 * What is wrong, on top of its form, each linked to its field. The focus is put on it.
 * @param title of the number of errors
 */
export function errorSummary(
  { frame, form, errors, labels, places }: Fields,
  title: 'form.errors' | 'form.asked_errors',
): Html {
  const wrong = Object.entries(errors)
  if (wrong.length === 0) return nothing
  const row = ([name, error]: (typeof wrong)[number]) => {
    const label = labels.get(name)
    const place = places.get(name)
    const text = `${label ? `${label}: ` : ''}${fieldMessage(frame, error)}`
    return html`<li>${place ? html`<a href="#${place}">${text}</a>` : text}</li>`
  }
  return html`<div class="alert" role="alert" tabindex="-1" id="${form}-errors">
<p class="alert-title">${frame.t(title, { count: wrong.length })}</p>
<ul>${wrong.map(row)}</ul>
</div>`
}

export type Tone = 'primary' | 'plain' | 'danger' | 'quiet'

/** A button that sends its form. One primary button a page. */
export function submit(
  label: string,
  options: { tone?: Tone; name?: string; value?: string } = {},
): Html {
  const { tone = 'plain', name, value } = options
  const sent = name ? html` name="${name}" value="${value ?? ''}"` : ''
  return html`<button class="button ${tone}" type="submit"${sent}>${label}</button>`
}

/** A link that looks like a button, for a step that begins on another page. */
export const buttonLink = (href: string, label: string, tone: Tone = 'plain'): Html =>
  html`<a class="button ${tone}" href="${href}">${label}</a>`

/**
 * A step that takes nothing but a click: a form of one button.
 * @param options `label` is the button's; `about` names, for those who hear it, what it acts on
 */
export function action(
  frame: Frame,
  options: Omit<FormOptions, 'label'> & { label: string; about?: string; tone?: Tone },
): Html {
  const { label, about, tone = 'plain', ...form } = options
  const hint = about ? html`<span class="visually-hidden"> ${about}</span>` : ''
  return postForm(
    frame,
    { ...form, class: classes('inline', form.class) },
    () => html`<button class="button ${tone}" type="submit">${label}${hint}</button>`,
  )
}

/** Something folded behind a button until it is wanted, such as the form that adds one more. */
export function folded(
  options: { id: string; label: Part; open?: boolean; tone?: Tone },
  body: Part,
): Html {
  const { id, label, open, tone = 'plain' } = options
  return html`<details class="folded" id="${id}"${open ? html` open` : ''}><summary class="button ${tone}">${label}</summary>
${body}</details>`
}

/** A dangerous step: a summary to open, the consequence in words, and only then the button. */
export function asking(
  options: { id: string; label: string; consequence: string; open?: boolean; tone?: Tone },
  body: Part,
): Html {
  const { id, label, consequence, open, tone = 'quiet' } = options
  return html`<details class="${classes('asking', tone)}" id="${id}"${open ? html` open` : ''}>
<summary class="button ${tone}">${label}</summary>
<div class="asking-body"><p>${consequence}</p>${body}</div>
</details>`
}
