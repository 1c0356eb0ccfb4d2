import type { Evidence } from '../../src/domain/evidence.ts'
import { isProved } from '../../src/domain/proof.ts'
import type { QuotedFigures } from '../../src/domain/quoted-figures.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, nothing } from '../html.ts'
import { buttonLink, section } from '../parts.ts'
import { figuresLine } from './figures.ts'
import { quotation } from './item.ts'
import { keptReading, type Proved, passagePath, placesToChoose, proofLine } from './proof.ts'

/**
 * A quote with what became of it in the text that was kept, and the ways on: to choose among places,
 * to quote by reading, or to read it there.
 * @param figures what it says of the figures of the statement
 */
export function proofSection(
  frame: Frame,
  evidence: Evidence,
  proof: Proved,
  figures?: QuotedFigures,
): Html {
  const { t } = frame
  const { status } = proof
  const path = passagePath(evidence)
  // A snapshot of which nothing could be read has no text to quote from.
  const hasText = evidence.snapshot !== null && status !== 'no_snapshot'
  if (status === 'no_quote' && !hasText) return nothing
  const read = isProved(proof) ? html`<a href="${path}#quote">${t('proof.read')}</a>` : nothing
  const quote = hasText ? buttonLink(path, t('quoting.from_text')) : nothing
  // Places to choose from, and a reason, speak for themselves.
  const about =
    status === 'ambiguous' || evidence.quoteReason
      ? nothing
      : html`<p class="note">${t(`proof.about_${status}`)}</p>`
  return section(
    'proof',
    t('proof.title'),
    html`${status === 'no_quote' ? nothing : quotation(frame, evidence, proof)}
${proofLine(frame, evidence, proof)}${about}
${keptReading(frame, evidence, proof)}${placesToChoose(frame, evidence, proof)}${figuresLine(frame, figures)}
<div class="actions">${quote}${read}</div>`,
  )
}
