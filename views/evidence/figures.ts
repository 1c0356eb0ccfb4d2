import type { QuotedFigures } from '../../src/domain/quoted-figures.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, joined, nothing } from '../html.ts'
import { langOf } from '../parts.ts'
import { drawings } from './proof.ts'

/**
 * Beside a quote: which figures of the statement it bears out, for which it gives another one, and of
 * which it does not speak. Shape and word, then colour.
 */
export function figuresLine(frame: Frame, figures: QuotedFigures | undefined): Html {
  if (!figures) return nothing
  const { t } = frame
  const { language, agree, differ, silent } = figures
  const mark = (name: string, drawing: Html, label: string) =>
    html`<span class="figures-mark figures-${name}"><svg class="shape" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">${drawing}</svg> ${label}</span>`
  const quoted = (all: string[]) =>
    [...new Set(all)].map((one, i) => html`${i ? ', ' : ''}<q${langOf(frame, language)}>${one}</q>`)
  const others = differ.map(({ said, quoted }) => t('look.figures', { said, quoted })).join(', ')
  const parts = [
    agree.length > 0 &&
      html`${mark('agree', drawings.exact, t('evidence.figures_agree'))} ${quoted(agree.map(({ said }) => said))}`,
    differ.length > 0 &&
      html`${mark('differ', drawings.changed, t('evidence.figures_differ'))} ${others}`,
    silent.length > 0 &&
      html`${mark('silent', drawings.no_snapshot, t('evidence.figures_silent'))} ${quoted(silent)}`,
  ]
  return html`<p class="note figures-line"><span class="visually-hidden">${t('evidence.figures')}: </span>${joined(parts)}</p>`
}
