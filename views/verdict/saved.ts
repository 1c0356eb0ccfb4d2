import type { Look } from '../../src/domain/drafting.ts'
import type { Outgoing } from '../../src/domain/look/outgoing.ts'
import type { Refusal } from '../../src/domain/refusal.ts'
import type { Written } from '../../src/domain/verdict.ts'
import type { ClaimProps } from '../claim/props.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, nothing } from '../html.ts'
import { clock, fieldMessage, refusalMessage } from '../parts.ts'
import { lookList, lookTitle } from './look.ts'
import { outgoingList } from './outgoing.ts'
import { missingList, preview } from './preview.ts'
import type { Ground } from './told.ts'

/** What came of a draft that saves itself. `written`: as it was sent, saved or not. */
export type Saving = Ground &
  Pick<ClaimProps, 'working' | 'missing' | 'appearances'> & {
    look: Look
    outgoing: Outgoing
    written: Written
    refusal: Refusal | null
  }

/**
 * What the form of a verdict is told after it saved itself, put in its place by `assets/drafts.js`:
 * the revision that the next save is on, what to say of this one, what is wrong with which field, what
 * a proposal still lacks, what a colleague would ask, and how it reads.
 */
export function savedDraft(frame: Frame, saving: Saving): Html {
  const { working, missing, refusal, written } = saving
  // A field can be put right while one writes on; anything else is for the person to look at.
  const state = refusal === null ? 'saved' : refusal.code === 'invalid' ? 'refused' : 'stopped'
  const wrong = Object.entries(refusal?.fields ?? {}).map(
    ([name, error]) =>
      html`<p class="error" id="draft-${name}-error" data-of="draft-${name}">${fieldMessage(frame, error)}</p>`,
  )
  const lacks = refusal
    ? nothing
    : html`<div data-part="draft-missing">${missingList(frame, missing)}</div>`
  const findings = saving.look(written)
  const look = html`<div data-part="look-title">${lookTitle(frame, findings)}</div><div data-part="look-findings">${lookList(frame, findings, saving)}${outgoingList(frame, saving.outgoing(written), saving.claim)}</div>`
  return html`<div id="saved-draft" data-state="${state}" data-revision="${working?.revision ?? 0}" data-new-id="${working?.id}" data-lacks="${Object.keys(missing).join(' ')}"><p>${said(frame, refusal)}</p>
${wrong}${lacks}${look}<div data-part="draft-preview-body">${preview(frame, written, saving)}</div></div>`
}

function said(frame: Frame, refusal: Refusal | null): string {
  const { t, now } = frame
  if (!refusal) return t('verdict.saved_at', { time: clock(frame, now) })
  if (refusal.code === 'invalid') return t('verdict.not_saved')
  if (refusal.code === 'conflict') return t('verdict.saved_since')
  return refusalMessage(frame, refusal.code, refusal.values)
}
