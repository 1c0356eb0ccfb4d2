import type { Claim } from '../../src/domain/claim.ts'
import type { Contact } from '../../src/domain/contact.ts'
import type { Look } from '../../src/domain/drafting.ts'
import type { Drift } from '../../src/domain/drift.ts'
import type { Evidence } from '../../src/domain/evidence.ts'
import type { SealedEntry } from '../../src/domain/ledger.ts'
import type { Link } from '../../src/domain/link.ts'
import type { Sense } from '../../src/domain/linking.ts'
import type { Outgoing } from '../../src/domain/look/outgoing.ts'
import type { Finding } from '../../src/domain/look.ts'
import type { OriginalStanding } from '../../src/domain/original.ts'
import type { QuotedFigures } from '../../src/domain/quoted-figures.ts'
import type { Rating } from '../../src/domain/rating.ts'
import type { Reading } from '../../src/domain/reading.ts'
import type { ReadingState } from '../../src/domain/reading-state.ts'
import type { FieldErrors, RefusalCode } from '../../src/domain/refusal.ts'
import type { SearchRecord } from '../../src/domain/search-record.ts'
import { type Move, openStages, type Stage } from '../../src/domain/stage.ts'
import type { Tip } from '../../src/domain/tip.ts'
import type { Verdict } from '../../src/domain/verdict.ts'
import type { KeptSource } from '../evidence/kept.ts'
import type { Proofs } from '../evidence/proof.ts'
import type { Frame, Typed } from '../frame.ts'
import { type Html, html, nothing } from '../html.ts'
import type { Values } from '../messages.ts'
import { alert, type FoldedRun, type Names, type Run, refusalMessage } from '../parts.ts'
import type { Place } from './claimant.ts'

/** The forms of a claim's page, as a refused one is named. */
export type ClaimForm =
  | 'verdict'
  | 'evidence'
  | 'search'
  | 'contact'
  | 'set_aside'
  | 'reading'
  | 'return'
  | 'publication'
  | 'reopening'
  | 'keeping'
  | 'withdrawal'
  | 'typo'
  | 'assignment'
  | 'plan'
  | 'confirmation'
  | 'recheck'
  | 'link'
  | 'unlinking'
  | 'reuse'
  | 'original'

/** A form that was refused, shown again where it stands. */
export type RefusedForm = {
  form: ClaimForm
  typed: Typed
  errors: FieldErrors
  code: RefusalCode
  /** Of the refusal's message. */
  values?: Values
}

/** How a proposal differs from what the public read last, word by word; `rationale` null where it is too much. */
export type Changes = {
  against: Verdict
  conclusion: readonly Run[]
  conclusionEn: readonly Run[]
  conclusionIt: readonly Run[]
  rationale: readonly FoldedRun[] | null
}

/** A link as it reads from the page's claim, with the other one and what is public on it. */
export type LinkedClaim = {
  link: Link
  sense: Sense
  claim: Claim
  told: Verdict | null
  /** Who made it. */
  by: string | null
}

/** How a verdict stands that another one took over, and the claim that it is on. */
export type Taken = OriginalStanding & { claim: Claim }

export type ClaimProps = {
  claim: Claim
  /** The moment (ISO 8601, UTC) at which all this stood so, where it is past: nothing can be changed. */
  asOf?: string
  /** The address of the queue that one came from, as it was asked for there. */
  queue?: string | null
  appearances: Place[]
  evidence: Evidence[]
  /** Whether the quotes of the evidence are in what was kept of it, by the evidence's id. */
  proofs: Proofs
  /** What each quote says of the figures of the statement, by the evidence’s id. */
  figures?: Record<string, QuotedFigures>
  /** What the desk has of the source of each piece, by its id. */
  kept: Record<string, KeptSource>
  /** Tasks that are open: words of appearances and evidence that are to be looked at again. */
  drifts: Drift[]
  /** The newest letters that say its verdict is wrong, and wait; for checkers. */
  letters?: Tip[]
  searches: SearchRecord[]
  contacts: Contact[]
  /** All that this viewer may see, oldest first. */
  versions: Verdict[]
  /** The draft or the proposal; null where there is none, or where this viewer may not see it. */
  working: Verdict | null
  workingHidden?: boolean
  /** What has come of its second reading; null where this viewer may not see it. */
  second?: {
    state: ReadingState
    reading: Reading | null
    /** A blind one that lapsed, and came to another rating. */
    dissent: Reading | null
    wasSeen: boolean
  } | null
  /** The version that is public now. */
  told: Verdict | null
  scale: Rating[]
  /** Newest first. */
  history: SealedEntry[]
  /** What people are called, by their id. */
  names: Record<string, string>
  /** For every move, why it cannot be made now, or null where it can. */
  moves: Record<Move, RefusalCode | null>
  /** What a proposal still lacks: `rating`, `conclusion`, `rationale`, `evidence`. */
  missing: FieldErrors
  /** What a critical colleague would ask about a verdict; null for whoever only reads. */
  look?: Look | null
  /** What one would lack as structured data; null for whoever only reads. */
  outgoing?: Outgoing | null
  /** What they would ask about it as it stands on this page. */
  findings?: Finding[]
  /** Who can be given the claim. */
  colleagues: { id: string; name: string }[]
  /** Whether the viewer's role writes at all. */
  mayWrite: boolean
  /** New ids for what the forms make. */
  ids: Record<'verdict' | 'reading' | 'evidence' | 'search' | 'contact' | 'link', string>
  /** Whether a version was ever public, so that the next one corrects the record. */
  everPublic: boolean
  /** How the proposal differs from what the public read last; null where there is no such two. */
  changes?: Changes | null
  /** Whether the public version is a mended typo that nobody else has read yet. */
  awaitsReader: boolean
  /** The claim that survives this one. */
  duplicateOf: Claim | null
  /** The compound claim that this one was a part of, and the parts of this one. */
  splitFrom: Claim | null
  parts: Claim[]
  /** Other claims that are named already, to set this one aside for, or to link it to. */
  chosen: Claim[]
  /** What is public on claims that are the same, where it could be taken over. */
  reusable: { claim: Claim; told: Verdict }[]
  /** How the verdicts stand that these versions took over, by the id of the version that did. */
  originals: Record<string, Taken>
  /** How it stands to others. */
  links: LinkedClaim[]
  /** What the address begins: setting it aside for another claim, or linking it to one (ids). */
  begun?: { duplicateOf: string | null; link: string | null; sense: Sense | null }
  refused?: RefusedForm
  /** A verdict as it was typed, to be looked at and not saved. */
  previewed?: Typed
}

/** What was refused of one form, where it was this one. */
export const refusedBy = ({ refused }: ClaimProps, form: ClaimForm): RefusedForm | undefined =>
  refused?.form === form ? refused : undefined

/** Why a form was refused. Where somebody changed the claim in between, the page shows it as it is. */
export const reason = (frame: Frame, { code, values }: RefusedForm): string =>
  code === 'conflict' ? frame.t('claim.moved_on') : refusalMessage(frame, code, values)

/** Why a form was refused, where none of its fields is to blame: those speak for themselves. */
export function complaint(frame: Frame, refused: RefusedForm | undefined): Html {
  if (!refused || Object.keys(refused.errors).length > 0) return nothing
  return alert(html`<p>${reason(frame, refused)}</p>`)
}

/** Whether this viewer can change what the claim rests on now. */
export const canWork = ({ mayWrite, claim }: Pick<ClaimProps, 'mayWrite' | 'claim'>): boolean =>
  mayWrite && openStages.includes(claim.stage)

/** What people are called, as the parts ask for it. */
export const namesOf = ({ names }: ClaimProps): Names => ({ people: names })

/** What a change does to a verdict that a colleague is reading. */
export const unsettles = ({ t }: Frame, stage: Stage): Html =>
  stage === 'in_review' ? html`<p class="consequence">${t('claim.unsettles')}</p>` : nothing
