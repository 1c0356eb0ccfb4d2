import type { Evidence } from '../../src/domain/evidence.ts'
import { type Claimed, madeBy, namesForOrigins } from '../../src/domain/origins.ts'
import type { QuotedFigures } from '../../src/domain/quoted-figures.ts'
import { type GroundProps, groundPage } from '../claim/ground.ts'
import type { Frame } from '../frame.ts'
import { type Html, html } from '../html.ts'
import { evidenceFields } from './fields.ts'
import { evidenceItem } from './item.ts'
import type { Proved } from './proof.ts'
import { proofSection } from './proof-section.ts'
import { type SnapshotProps, snapshotSection } from './snapshot.ts'

type EvidenceProps = GroundProps & {
  evidence: Evidence
  /** All of the same claim's, and where that is made. */
  all: readonly Evidence[]
  places: readonly Claimed[]
  proof: Proved
  /** What its quote says of the figures of the statement. */
  figures?: QuotedFigures
  kept: SnapshotProps
}

/** One piece of evidence. */
export function evidencePage(frame: Frame, props: EvidenceProps): Html {
  const { t } = frame
  const { evidence, claim, all, places, proof, kept, figures } = props
  const heading = t('evidence.page_title', { number: evidence.number })
  return groundPage(frame, props, {
    part: 'evidence',
    subject: evidence,
    heading,
    title: `${heading}: ${evidence.title}`,
    shown: html`<ol class="evidence-list" role="list">${evidenceItem(frame, evidence, madeBy(claim, places), { proof, figures })}</ol>`,
    closed: t('evidence.closed'),
    fields: (fields) =>
      evidenceFields(frame, fields, evidence, namesForOrigins(all, places), proof),
    before: proofSection(frame, evidence, proof, figures),
    more: (working) =>
      html`${snapshotSection(frame, evidence, kept, working)}<p class="note to-history"><a href="/evidence/${evidence.id}/history">${t('told.history')}</a></p>`,
  })
}
