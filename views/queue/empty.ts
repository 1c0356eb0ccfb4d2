import { countFilters, unfiltered } from '../../src/domain/queue.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, nothing } from '../html.ts'
import type { MessageKey } from '../messages.ts'
import { emptyState } from '../parts.ts'
import { queueAddress } from './address.ts'
import type { QueueProps } from './props.ts'

/**
 * No claim to show: an empty desk says what a claim is and where it comes from; an empty filter what
 * it would hold, and the way out of it.
 */
export function emptyQueue(
  { t }: Frame,
  props: QueueProps,
  { isBare, actions }: { isBare: boolean; actions: Html },
): Html {
  const { queue, total } = props
  if (isBare) {
    return emptyState(t('queue.empty'), actions)
  }
  const link = (href: string, key: MessageKey) => html`<a href="${href}">${t(key)}</a>`
  const everything = link('/claims', 'queue.show_all')
  if (props.next)
    return emptyState(t('find.look_on'), link(queueAddress(queue, {}, props.next), 'queue.next'))
  if (total > 0) return emptyState(t('queue.ended'), link(queueAddress(queue), 'queue.first'))
  if (countFilters(queue) > 0) {
    const wider = queue.stage || queue.who !== 'all'
    const seen = queue.q
      ? html` · <a href="/seen?${String(new URLSearchParams({ text: queue.q }))}">${t('seen.instead')}</a>`
      : nothing
    return emptyState(
      t(queue.q ? 'find.none_found' : 'queue.none_match'),
      html`${link(queueAddress(queue, unfiltered), 'queue.clear_all')}${wider ? html` · ${everything}` : nothing}${seen}`,
    )
  }
  // Of one stage it can only be said that there is none: there may be some at another.
  if (queue.stage) return emptyState(t('queue.none_here'), everything)
  if (queue.who === 'mine') {
    const nobodys = queueAddress(queue, { who: 'nobody', stage: null })
    return emptyState(t('queue.none_mine'), link(nobodys, 'queue.show_nobodys'))
  }
  return emptyState(t(queue.who === 'nobody' ? 'queue.none_nobody' : 'queue.none_here'), everything)
}
