import { type Filter, filters, type Queue, unfiltered } from '../../src/domain/queue.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, nothing } from '../html.ts'
import { queueAddress } from './address.ts'
import type { FilterChoices } from './choices.ts'

/** What is asked for beside stage and person: each can be taken away alone. */
export function queueChips({ t }: Frame, queue: Queue, choices: FilterChoices): Html {
  const asked = filters.filter((name) => queue[name])
  if (asked.length === 0) return nothing
  const chip = (name: Filter): Html => {
    const label = choices[name].find(({ value }) => value === queue[name])?.label
    const href = queueAddress(queue, { [name]: unfiltered[name] })
    return html`<li><a class="chip" href="${href}"><span class="chip-name">${t(`queue.${name}`)}:</span> <span class="chip-value">${label}</span> <span class="cross" aria-hidden="true">✕</span><span class="visually-hidden">, ${t('queue.remove')}</span></a></li>`
  }
  const clear = html`<li><a class="clear" href="${queueAddress(queue, unfiltered)}">${t('queue.clear', { count: asked.length })}</a></li>`
  return html`<ul class="chips" role="list" aria-label="${t('queue.asked')}">${asked.map(chip)}${clear}</ul>`
}
