import type { Evidence } from '../../src/domain/evidence.ts'
import { type GroundProps, groundPage } from '../claim/ground.ts'
import type { Frame } from '../frame.ts'
import { type Html, html } from '../html.ts'
import { evidenceFields } from './fields.ts'
import { evidenceItem } from './item.ts'
import type { Proved } from './proof.ts'
import { proofSection } from './proof-section.ts'
import { type SnapshotProps, snapshotSection } from './snapshot.ts'

/** One piece of evidence. */
export function evidencePage(
  frame: Frame,
  props: GroundProps & { evidence: Evidence; proof: Proved; kept: SnapshotProps },
): Html {
  const { t } = frame
  const { evidence, proof, kept } = props
  const heading = t('evidence.page_title', { number: evidence.number })
  return groundPage(frame, props, {
    part: 'evidence',
    subject: evidence,
    heading,
    title: `${heading}: ${evidence.title}`,
    shown: html`<ol class="evidence-list" role="list">${evidenceItem(frame, evidence, { proof })}</ol>`,
    closed: t('evidence.closed'),
    fields: (fields) => evidenceFields(frame, fields, evidence, proof),
    before: proofSection(frame, evidence, proof),
    more: (working) => snapshotSection(frame, evidence, kept, working),
  })
}
