import type { RefusalCode } from '../../src/domain/refusal.ts'
import type { PublicFrame } from '../frame.ts'
import { type Html, html } from '../html.ts'
import type { Values } from '../messages.ts'
import { refusalMessage } from '../parts.ts'
import { publicPage } from './layout.ts'

/** What could not be shown to the public, and the way to what can. */
export function publicProblemPage(
  frame: PublicFrame,
  { code, values }: { code: RefusalCode | null; values?: Values },
): Html {
  const { t } = frame
  const isMissing = code === 'not_found'
  const title = t(isMissing ? 'problem.title_not_found' : 'public.problem')
  const lead = isMissing
    ? t('public.not_found')
    : code
      ? refusalMessage(frame, code, values)
      : t('public.broken')
  return publicPage(
    frame,
    { title, description: lead, canonical: '/verdicts', unlisted: true },
    html`
<header><h1>${title}</h1>
<p class="lead">${lead}</p></header>
<p class="after"><a href="/verdicts">${t('public.all')}</a></p>`,
  )
}
