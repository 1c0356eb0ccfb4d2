import type { Frame } from '../frame.ts'
import { type Html, html, type Part } from '../html.ts'
import { Fields } from './fields.ts'
import { errorSummary, type Refused, submit } from './form.ts'

/**
 * A form that only asks: what it holds goes into the address. With script each change asks at once,
 * and takes the place of what was asked before; the button is for where there is none.
 * @param options `label` names it for those who hear it; `button` is the button's
 * @param body gets the fields to place
 */
export function askForm(
  frame: Frame,
  options: Refused & { id: string; action: string; label: string; button: string },
  body: (fields: Fields) => Part,
): Html {
  const { id, action, label, button, typed, errors = {} } = options
  const fields = new Fields(frame, id, typed, errors)
  const inside = html`${body(fields)}`
  return html`<form class="form ask" id="${id}-form" method="get" action="${action}" novalidate aria-label="${label}" hx-trigger="change, submit" hx-sync="replace">
${errorSummary(fields, 'form.asked_errors')}${inside}
<div class="actions scriptless">${submit(button)}</div></form>`
}
