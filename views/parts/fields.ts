import type { FieldErrors } from '../../src/domain/refusal.ts'
import type { Frame, Typed } from '../frame.ts'
import { classes, type Html, html, nothing, type Part } from '../html.ts'

/** What is wrong with one field, in words. */
export const fieldMessage = ({ t }: Pick<Frame, 't'>, error: FieldErrors[string]): string =>
  t(`field.${error.code}`, { max: 0, min: 0, what: '', ...error.values })

type Common = {
  name: string
  label: string
  hint?: Part
  required?: boolean
  /** Not called optional: one of several of which one is needed. */
  unmarked?: boolean
}
type One = Common & { value?: string | number | null }

/** One of several; `label` is shown, `hint` explains it. */
export type Choice = { value: string; label: Part; hint?: string; disabled?: boolean }

export type TextOptions = One & {
  type?: 'text' | 'email' | 'password' | 'url' | 'search'
  autocomplete?: string
  /** Short fields (dates, codes) do not run across the page. */
  size?: 'short' | 'medium'
  /** For words that are not in the language of the page. */
  lang?: string
  readonly?: boolean
  /** What is often written here; anything else may be, too. */
  suggestions?: readonly string[]
}

/** The fields of one form. Each ties its label, hint and error together, and keeps what was typed. */
export class Fields {
  readonly labels = new Map<string, string>()
  readonly places = new Map<string, string>()
  readonly frame: Frame
  readonly form: string
  readonly typed: Typed | undefined
  readonly errors: FieldErrors

  constructor(frame: Frame, form: string, typed: Typed | undefined, errors: FieldErrors) {
    this.frame = frame
    this.form = form
    this.typed = typed
    this.errors = errors
  }

  /** One line of text. A password is never written back. */
  text(options: TextOptions): Html {
    const { name, type = 'text', autocomplete, size, lang } = options
    const shown = type === 'password' ? '' : this.valueOf(options)
    const more = html`${autocomplete ? html` autocomplete="${autocomplete}"` : ''}${
      lang ? html` lang="${lang}"` : ''
    }${options.readonly ? html` readonly` : ''}`
    const list = options.suggestions?.length ? `${this.id(name)}-list` : null
    const input = html`<input${size ? html` class="${size}"` : ''} type="${type}" id="${this.id(name)}" name="${name}" value="${shown}"${list ? html` list="${list}"` : ''}${more}${this.ties(options)}>`
    const offered = list
      ? html`<datalist id="${list}">${options.suggestions?.map((one) => html`<option value="${one}"></option>`)}</datalist>`
      : nothing
    return this.row(options, html`${input}${offered}`)
  }

  /** Several lines of text. `serif` for statements and other words that will be read. */
  area(options: One & { rows?: number; serif?: boolean; lang?: string }): Html {
    const { name, rows = 4, serif, lang } = options
    const input = html`<textarea${serif ? html` class="serif"` : ''} id="${this.id(name)}" name="${name}" rows="${rows}"${lang ? html` lang="${lang}"` : ''}${this.ties(options)}>
${this.valueOf(options)}</textarea>`
    return this.row(options, input)
  }

  /** One of many, folded. `empty` is the label of no choice at all. */
  select(options: One & { choices: Choice[]; empty?: string }): Html {
    const chosen = this.valueOf(options)
    const option = ({ value, label }: Choice) =>
      html`<option value="${value}"${value === chosen ? html` selected` : ''}>${label}</option>`
    const none = options.empty === undefined ? [] : [{ value: '', label: options.empty }]
    const input = html`<select id="${this.id(options.name)}" name="${options.name}"${this.ties(options)}>${[...none, ...options.choices].map(option)}</select>`
    return this.row(options, input)
  }

  /** One of a few, all in sight. */
  radios(options: One & { choices: Choice[]; inline?: boolean }): Html {
    const chosen = this.valueOf(options)
    return this.group(options, 'radio', (value) => value === chosen)
  }

  /** Any of a few. */
  checks(options: Common & { value?: string[]; choices: Choice[]; inline?: boolean }): Html {
    const typed = this.typed?.[options.name]
    const chosen = this.typed ? [typed ?? []].flat() : (options.value ?? [])
    return this.group(options, 'checkbox', (value) => chosen.includes(value))
  }

  /** Yes or no. `apart`: what it is found by, where it is one of several of its name and stands elsewhere. */
  check(options: Common & { value?: string; checked?: boolean; apart?: string }): Html {
    const { label, value = 'yes' } = options
    const name = options.apart ?? options.name
    const one = { ...options, name }
    this.remember(name, label)
    const typed = this.typed?.[options.name]
    const checked = this.typed ? [typed ?? []].flat().includes(value) : options.checked
    return html`<div class="field check"><input type="checkbox" id="${this.id(name)}" name="${options.name}" value="${value}"${checked ? html` checked` : ''}${this.ties(one)}> <label for="${this.id(name)}">${label}</label>${this.hints(one)}</div>`
  }

  /** A file from the person's machine. */
  file(options: Common & { accept: string }): Html {
    const { name, accept } = options
    // A browser forgets the file of a form that is shown again; morphing keeps it.
    const again = this.typed
      ? html`<p class="hint without-script">${this.frame.t('field.file_again')}</p>`
      : nothing
    const input = html`<input type="file" id="${this.id(name)}" name="${name}" accept="${accept}"${this.ties(options)}>${again}`
    return this.row(options, input)
  }

  /** The id of a field's element. */
  id(name: string): string {
    return `${this.form}-${name}`
  }

  private valueOf({ name, value }: One): string {
    const typed = this.typed?.[name]
    return String((Array.isArray(typed) ? typed[0] : typed) ?? value ?? '')
  }

  private remember(name: string, label: string) {
    this.labels.set(name, label)
    this.places.set(name, this.id(name))
  }

  private ties({ name, hint, required }: Common): Html {
    const error = this.errors[name]
    const ids = [error ? `${this.id(name)}-error` : '', hint ? `${this.id(name)}-hint` : '']
    const described = ids.filter(Boolean).join(' ')
    return html`${required ? html` required` : ''}${error ? html` aria-invalid="true"` : ''}${
      described ? html` aria-describedby="${described}"` : ''
    }`
  }

  private hints({ name, hint }: Common): Html {
    const error = this.errors[name]
    return html`${hint ? html`<p class="hint" id="${this.id(name)}-hint">${hint}</p>` : nothing}${
      error
        ? html`<p class="error" id="${this.id(name)}-error">${fieldMessage(this.frame, error)}</p>`
        : nothing
    }`
  }

  private mark({ required, unmarked }: Common): Html {
    return required || unmarked
      ? nothing
      : html` <span class="optional">${this.frame.t('form.optional')}</span>`
  }

  private row(options: Common, input: Html): Html {
    this.remember(options.name, options.label)
    return html`<div class="field"><label for="${this.id(options.name)}">${options.label}${this.mark(options)}</label>${this.hints(options)}${input}</div>`
  }

  private group(
    options: Common & { choices: Choice[]; inline?: boolean },
    type: 'radio' | 'checkbox',
    isChosen: (value: string) => boolean,
  ): Html {
    const { name, choices, inline } = options
    const choice = ({ value, label, hint, disabled }: Choice, i: number) => {
      const id = `${this.id(name)}-${i}`
      return html`<div class="choice"><input type="${type}" id="${id}" name="${name}" value="${value}"${isChosen(value) ? html` checked` : ''}${disabled ? html` disabled` : ''}${hint ? html` aria-describedby="${id}-hint"` : ''}> <label for="${id}">${label}</label>${hint ? html`<span class="hint" id="${id}-hint">${hint}</span>` : ''}</div>`
    }
    return this.several(
      options,
      html`<div class="${classes('choices', inline && 'inline')}">${choices.map(choice)}</div>`,
    )
  }

  /** Several inputs under one legend; the first one's id ends with `-0`. */
  several(options: Common, inside: Html): Html {
    const { name, label } = options
    this.remember(name, label)
    this.places.set(name, `${this.id(name)}-0`)
    return html`<fieldset class="field group" id="${this.id(name)}"${this.groupTies(options)}><legend>${label}${this.mark(options)}</legend>${this.hints(options)}${inside}</fieldset>`
  }

  /** A group of radios is described as a whole; aria-invalid is not for fieldsets. */
  private groupTies(options: Common): Html {
    return this.ties({ ...options, required: false })
  }
}
