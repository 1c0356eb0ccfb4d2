import { citedInVain } from '../../src/domain/citations.ts'
import type { FieldErrors } from '../../src/domain/refusal.ts'
import type { Written } from '../../src/domain/verdict.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, nothing } from '../html.ts'
import type { MessageKey } from '../messages.ts'
import { fieldMessage, note } from '../parts.ts'
import { type Ground, verdictAsTold } from './told.ts'

/** What is written so far, exactly as the public will read it. */
export function preview(frame: Frame, written: Written, ground: Ground): Html {
  const { conclusion, rationale, rating } = written
  if (!conclusion && !rationale && !rating) return note(frame.t('verdict.preview_empty'))
  const vain = citedInVain(rationale, ground.evidence)
  return html`${vain ? html`<p class="consequence">${fieldMessage(frame, vain)}</p>` : nothing}${verdictAsTold(frame, written, ground)}`
}

/** What a proposal asks for: how it is called, and where on the page it stands. */
const asked: Record<string, { label: MessageKey; place: string }> = {
  rating: { label: 'verdict.rating', place: 'draft-rating-0' },
  conclusion: { label: 'verdict.conclusion', place: 'draft-conclusion' },
  rationale: { label: 'verdict.rationale', place: 'draft-rationale' },
  evidence: { label: 'claim.evidence', place: 'evidence' },
}

/** What a proposal still lacks, each with the way to it. */
export function missingList(frame: Frame, missing: FieldErrors): Html {
  const { t } = frame
  const row = ([name, error]: [string, FieldErrors[string]]) => {
    const field = asked[name]
    if (!field) return nothing
    const label = t(field.label)
    // What is empty needs no more words than its name; which sources are at fault the preview says.
    const text =
      name === 'evidence'
        ? fieldMessage(frame, error)
        : error.code === 'required'
          ? label
          : t('verdict.missing_sources', { field: label })
    return html`<li><a href="#${field.place}">${text}</a></li>`
  }
  const rows = Object.entries(missing).map(row)
  return rows.length ? html`<p>${t('verdict.missing')}</p><ul>${rows}</ul>` : nothing
}
