import { html as template } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'

/** Text that is markup already: whatever `html` returned. */
export type Html = HtmlEscapedString

/** What can stand in a template: text is escaped, markup is not, nothing and booleans vanish. */
export type Part = Html | string | number | boolean | null | undefined | readonly Part[]

/** A template whose values are escaped. Pages render at once: nothing in them is awaited. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  const made = template(strings, ...parts)
  if (made instanceof Promise) throw new TypeError('a page renders synchronously')
  return made
}

/** Nothing to show. */
export const nothing: Html = html``

/** Ends a line rather than to begin one. */
const dot = '\u00a0· '

/** Several parts with a separator between them; what is empty is left out. */
export function joined(parts: Part[], separator: Part = dot): Html {
  const shown = parts.filter(
    (part) => part !== null && part !== undefined && part !== false && `${part}`,
  )
  return html`${shown.map((part, i) => (i === 0 ? part : html`${separator}${part}`))}`
}

/** The names of a class attribute, without those that do not hold. */
export const classes = (...names: (string | false | null | undefined)[]): string =>
  names.filter(Boolean).join(' ')
