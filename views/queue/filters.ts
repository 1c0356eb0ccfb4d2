import { countFilters, type Filter, type Queue, sortOf, sorts } from '../../src/domain/queue.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, nothing } from '../html.ts'
import { Fields } from '../parts/fields.ts'
import { submit } from '../parts.ts'
import { queueFields } from './address.ts'
import type { FilterChoices } from './choices.ts'

/** Selects are as wide as their longest choice. */
const LONGEST = 60

function short(text: string): string {
  const letters = Array.from(text)
  if (letters.length <= LONGEST) return text
  const kept = letters.slice(0, LONGEST - 1).join('')
  return `${kept.trim()}…`
}

/** The form that asks for something else. It works by its button; with script, by each choice. */
export function queueForm(frame: Frame, queue: Queue, choices: FilterChoices): Html {
  const { t } = frame
  const fields = new Fields(frame, 'queue', undefined, {})
  const select = (name: Exclude<Filter, 'q'>) =>
    fields.select({
      name,
      label: t(`queue.${name}`),
      value: queue[name],
      choices: choices[name].map(({ value, label }) => ({ value, label: short(label) })),
      empty: t('queue.any'),
      unmarked: true,
    })
  const usual = queue.q ? null : sortOf({ ...queue, sort: null })
  const orders = [
    ...(queue.q ? [{ value: '', label: t('find.best') }] : []),
    ...sorts.map((one) => ({ value: one === usual ? '' : one, label: t(`queue.sort_${one}`) })),
  ]
  const chosen = queue.q ? (queue.sort ?? '') : sortOf(queue)
  const order = { label: t('queue.sort'), value: chosen === usual ? '' : chosen, choices: orders }
  const kept = queueFields(queue).filter(([name]) => ['stage', 'who', 'q'].includes(name))
  // What is searched for stands in the search box, and not in here.
  const count = countFilters({ ...queue, q: '' })
  return html`<details class="queue-filters" id="queue-filters"><summary>${t('queue.filters')}${
    count ? html` <span class="count">${count}</span>` : nothing
  }</summary>
<form class="queue-form" id="queue-form" method="get" action="/claims" autocomplete="off" hx-sync="replace" data-asks>${kept.map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )}
${select('rating')}${select('reason')}${select('language')}${select('topic')}${select('claimant')}${select('article')}
${fields.select({ name: 'sort', unmarked: true, ...order })}
<div class="queue-apply" data-without-script>${submit(t('queue.apply'))}</div></form></details>`
}
