import { type Html, html, nothing, type Part } from '../html.ts'

/** Characters that a line holds before a list or an object is set over several. */
const LINE = 100

const mark = (kind: 'key' | 'number' | 'word', text: string): Html =>
  html`<span class="json-${kind}">${text}</span>`

function scalar(value: unknown): Part {
  const text = JSON.stringify(value)
  if (typeof value === 'string') return text
  return mark(typeof value === 'number' ? 'number' : 'word', text)
}

/** @param from how far the value's own line is set in */
function laidOut(value: unknown, from: number): Part {
  if (typeof value !== 'object' || value === null) return scalar(value)
  const list = Array.isArray(value)
  const [open, close] = list ? '[]' : '{}'
  const parts = list
    ? value.map((one) => ({ key: nothing, one }))
    : Object.entries(value).map(([key, one]) => ({
        key: html`${mark('key', JSON.stringify(key))}: `,
        one,
      }))
  if (parts.length === 0) return `${open}${close}`
  const short = from + JSON.stringify(value).length <= LINE
  const [before, between, after] = short
    ? [list ? '' : ' ', ', ', list ? '' : ' ']
    : [`\n${' '.repeat(from + 2)}`, `,\n${' '.repeat(from + 2)}`, `\n${' '.repeat(from)}`]
  const shown = parts.map(
    ({ key, one }, i) => html`${i ? between : before}${key}${laidOut(one, from + 2)}`,
  )
  return html`${open}${shown}${after}${close}`
}

/** JSON laid out for reading, with its parts told apart. Nothing in it is markup. */
export const jsonCode = (json: string): Html => html`${laidOut(JSON.parse(json), 0)}`
