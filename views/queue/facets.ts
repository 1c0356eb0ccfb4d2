import { claimKinds } from '../../src/domain/claim.ts'
import type { Queue } from '../../src/domain/queue.ts'
import type { Frame } from '../frame.ts'
import { classes, type Html, html, nothing, type Part } from '../html.ts'
import { languageName, number, ratingLabel, ratingShape } from '../parts.ts'
import { queueAddress } from './address.ts'
import type { FacetsShown, QueueProps } from './props.ts'

type Facet = Exclude<keyof FacetsShown, 'among'>
type Value = { value: string; claims: number; name?: string | null }

/**
 * What is shown can be narrowed down to what it has; each with how many of it there are. What was searched
 * for is laid out in wide windows; a list is not pushed down by it.
 */
export function queueFacets(frame: Frame, props: QueueProps): Html {
  const { t } = frame
  const { facets, search } = props
  const groups = [
    group(frame, props, 'rating', facets.rating),
    group(frame, props, 'language', facets.language),
    group(frame, props, 'kind', facets.kind),
    group(frame, props, 'claimant', facets.claimant),
    group(frame, props, 'topic', facets.topic),
  ].filter((one) => one !== nothing)
  if (groups.length === 0) return nothing
  const { among } = facets
  const least =
    among === null ? nothing : html`<p class="note">${t('find.facets_least', { count: among })}</p>`
  return html`<details class="${classes('facets', search && 'laid-out')}" id="queue-facets"><summary>${t('find.facets')}</summary>
<nav aria-label="${t('find.facets')}">${groups}${least}</nav></details>`
}

/** Where a claim can be narrowed down to a value. A kind is typed: it is no filter of the queue. */
function narrowed(queue: Queue, facet: Facet, value: string): string {
  if (facet === 'kind') return queueAddress(queue, { q: `${queue.q} kind:${value}`.trim() })
  return queueAddress(queue, { [facet]: value })
}

/** A kind of claim, in the reader’s words. */
function kindLabel({ t }: Frame, value: string): string {
  const kind = claimKinds.find((one) => one === value)
  return kind ? t(`kind.${kind}`) : value
}

function group(frame: Frame, { queue, choices }: QueueProps, facet: Facet, values: Value[]): Html {
  const { t } = frame
  const isSet = facet === 'kind' ? /\b(?:kind|tipo):/i.test(queue.q) : queue[facet] !== null
  // What all of it has narrows nothing down.
  if (isSet || values.length < 2) return nothing
  const label = ({ value, name }: Value): Part => {
    const rating = choices.scale.find(({ id }) => id === value)
    if (facet === 'rating' && rating)
      return html`${ratingShape(rating)} ${ratingLabel(frame, rating)}`
    if (facet === 'language') return languageName(frame, value)
    if (facet === 'topic') return `#${value}`
    if (facet === 'kind') return kindLabel(frame, value)
    if (value === 'outlet' || value === 'unknown') return t(`claimant.${value}`)
    return name ?? value
  }
  return html`<div class="facet"><h2>${t(facet === 'kind' ? 'find.kind' : `queue.${facet}`)}</h2><ul role="list">${values.map(
    (one) =>
      html`<li><a href="${narrowed(queue, facet, one.value)}">${label(one)} <span class="count">${number(frame, one.claims)}</span></a></li>`,
  )}</ul></div>`
}
