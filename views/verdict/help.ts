import { isPublic } from '../../src/domain/evidence.ts'
import type { ClaimProps } from '../claim/props.ts'
import type { Frame } from '../frame.ts'
import { type Html, html } from '../html.ts'
import { markdown } from '../parts.ts'

const samples = ['help_bold', 'help_link', 'help_list', 'help_quote'] as const

/** How a rationale is written: the few signs of Markdown that matter, and what can be cited. */
export function writingHelp(frame: Frame, { evidence }: Pick<ClaimProps, 'evidence'>): Html {
  const { t } = frame
  const row = (key: (typeof samples)[number]) => {
    const sample = t(`verdict.${key}`)
    return html`<div><dt><code>${sample}</code></dt><dd>${markdown(sample)}</dd></div>`
  }
  const sources = evidence.filter(isPublic)
  const cited = sources.length
    ? html`<p>${t('verdict.help_cite')}</p><ul role="list">${sources.map(({ number, title }) => html`<li><code>[${number}]</code> ${title}</li>`)}</ul>`
    : html`<p>${t('verdict.help_none')}</p>`
  return html`<details class="writing-help" id="draft-help"><summary>${t('verdict.help')}</summary>
<dl>${samples.map(row)}</dl><p>${t('verdict.help_blank')}</p>
${cited}</details>`
}
