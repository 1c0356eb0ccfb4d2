import { whose } from '../../src/domain/queue.ts'
import { stages } from '../../src/domain/stage.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, nothing } from '../html.ts'
import { number } from '../parts.ts'
import { queueAddress } from './address.ts'
import type { QueueProps } from './props.ts'

/** Whose work, and at which stage; each with what there is of it under all other filters. */
export function queueTabs(frame: Frame, { queue, isLeast, ...counts }: QueueProps): Html {
  const { t } = frame
  const tab = (href: string, label: string, count: number, isCurrent: boolean) =>
    html`<a href="${href}"${isCurrent ? html` aria-current="true"` : ''}>${label} <span class="count">${number(frame, count)}${isLeast && count > 0 ? '+' : nothing}</span></a>`
  const people = whose.map((who) =>
    tab(queueAddress(queue, { who }), t(`queue.who_${who}`), counts.whose[who], queue.who === who),
  )
  const every = tab(
    queueAddress(queue, { stage: null }),
    t('queue.all_stages'),
    counts.stages.all,
    queue.stage === null,
  )
  const standing = stages.map((stage) =>
    tab(
      queueAddress(queue, { stage }),
      t(`queue.stage_${stage}`),
      counts.stages[stage],
      queue.stage === stage,
    ),
  )
  return html`<div class="queue-tabs">
<nav aria-label="${t('queue.by_who')}">${people}</nav>
<nav aria-label="${t('queue.by_stage')}">${every}${standing}</nav>
</div>`
}
