import type { Frame, Typed } from '../frame.ts'
import { type Html, html, nothing } from '../html.ts'

/** Words that people write; choices and what forms carry along are not among them. */
const written = new Set(
  `conclusion conclusionEn conclusionIt statementEn statementIt rationale comment reason words correctionReason title publisher url quote translation
  rankReason visibilityReason place note statement explanation text locator origin who role question
  reply`.split(/\s+/),
)

/**
 * What somebody typed in a form that has no place on the page any more, such as a comment on a
 * proposal that was taken back meanwhile: to be read, and copied from.
 */
export function keptWords({ t }: Frame, typed: Typed | undefined): Html {
  const texts = Object.entries(typed ?? {})
    .filter(([name]) => written.has(name))
    .flatMap(([, value]) => [value ?? []].flat())
    .filter((text) => text.trim())
  if (texts.length === 0) return nothing
  return html`<p>${t('form.typed')}</p>${texts.map((text) => html`<div class="plain-text">${text}</div>`)}`
}
