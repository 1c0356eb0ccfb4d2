import { type Filter, filters, type Queue, unfiltered } from '../../src/domain/queue.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, nothing } from '../html.ts'
import { queueAddress } from './address.ts'
import { type FilterChoices, quotedOnce } from './choices.ts'

/** Filters that were typed among the words, each with the search without it. */
type Typed = { text: string; rest: string }[]

/**
 * What is asked for beside stage and person: each can be taken away alone, the words apart from the filters
 * that were typed among them.
 */
export function queueChips(frame: Frame, queue: Queue, choices: FilterChoices, typed: Typed): Html {
  const { t } = frame
  const chip = (change: Partial<Queue>, name: Filter | null, value: string | undefined): Html => {
    const label = name && html`<span class="chip-name">${t(`queue.${name}`)}:</span> `
    return html`<li><a class="chip" href="${queueAddress(queue, change)}">${label}<span class="chip-value">${value}</span> <span class="cross" aria-hidden="true">✕</span><span class="visually-hidden">, ${t('queue.remove')}</span></a></li>`
  }
  const words = typed
    .reduce((left, { text }) => left.replace(text, ' '), queue.q)
    .replace(/\s+/g, ' ')
    .trim()
  const others = typed.map(({ text }) => text).join(' ')
  const chosen = filters.filter((name) => name !== 'q' && queue[name])
  const chips = [
    ...(words ? [chip({ q: others }, 'q', quotedOnce(frame, words))] : []),
    ...typed.map(({ text, rest }) => chip({ q: rest }, null, text)),
    ...chosen.map((name) =>
      chip(
        { [name]: unfiltered[name] },
        name,
        choices[name].find(({ value }) => value === queue[name])?.label,
      ),
    ),
  ]
  if (chips.length === 0) return nothing
  const clear = html`<li><a class="clear" href="${queueAddress(queue, unfiltered)}">${t('queue.clear', { count: chips.length })}</a></li>`
  return html`<ul class="chips" role="list" aria-label="${t('queue.asked')}">${chips}${clear}</ul>`
}
