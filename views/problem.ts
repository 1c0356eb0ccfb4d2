import type { FieldErrors, RefusalCode } from '../src/domain/refusal.ts'
import type { Frame, Typed } from './frame.ts'
import { type Html, html, nothing } from './html.ts'
import { page } from './layout.ts'
import type { MessageKey, Values } from './messages.ts'
import { buttonLink, facts, fieldMessage, heading, keptWords, refusalMessage } from './parts.ts'

export type ProblemProps = {
  /** Null where something broke that nobody foresaw. */
  code: RefusalCode | null
  values?: Values
  /** The number under which the log keeps it. */
  reference?: string | null
  /** The path one came from, where it is on this desk. */
  back?: string | null
  /** What was typed in a form that could not be taken. */
  typed?: Typed
  /** What is wrong with the parameters of the address, by their names. */
  parameters?: FieldErrors | null
}

const titles: Partial<Record<RefusalCode, MessageKey>> = {
  not_found: 'problem.title_not_found',
  forbidden: 'problem.title_forbidden',
  conflict: 'problem.title_conflict',
}

/** What happened, and what to do next, where there is no page to say it on. */
export function problemPage(
  frame: Frame,
  { code, values, reference, back, typed, parameters }: ProblemProps,
): Html {
  const { t, viewer, path } = frame
  const wrong = Object.entries(parameters ?? {})
  const title = code ? t(titles[code] ?? 'problem.title_refused') : t('problem.title_broken')
  const said = code ? refusalMessage(frame, code, values) : t('problem.broken')
  const lead = wrong.length ? t('problem.address', { count: wrong.length }) : said
  const next =
    code === 'unauthenticated' || !viewer
      ? buttonLink(`/signin?next=${encodeURIComponent(path)}`, t('problem.signin'), 'primary')
      : buttonLink('/claims', t('problem.claims'), back ? 'plain' : 'primary')
  return page(
    frame,
    { title, width: 'narrow' },
    html`
${heading({ title, lead })}
${wrong.length ? facts(wrong.map(([name, error]) => [html`<code>${name}</code>`, fieldMessage(frame, error)])) : nothing}
<div class="actions">${back ? buttonLink(back, t('problem.back'), 'primary') : nothing}${next}</div>
${keptWords(frame, typed)}${reference ? html`<p class="note reference">${t('problem.reference')}: <code>${reference}</code></p>` : nothing}`,
  )
}
