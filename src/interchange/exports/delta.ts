import { z } from 'zod'
import { exportChanges } from '../../domain/export-change.ts'
import { place, publicVerdict, verdictExport } from '../verdict-export.ts'

/** Names the form of the document. A change that a reader could trip over gets a new number. */
export const DELTA_ID = 'riscontro/verdict-changes/v1'
export const DELTA_PATH = '/schemas/verdict-changes/v1.json'

const id = z.string()

/** What became of one verdict version: an element of the document, and a line of NDJSON. */
export const verdictChange = z.object({
  change: z.enum(exportChanges),
  at: z.iso.datetime().describe('When the public was told; else as of when the document stands'),
  id: id.describe('Of the verdict version'),
  claimId: id,
  version: z.number().int(),
  gone: z
    .boolean()
    .describe('A tombstone: take it away from what stands now; verdict says what is left of it'),
  reason: z
    .string()
    .nullable()
    .describe(
      'In public: why it was withdrawn or corrected; of a superseded one, why the next came',
    ),
  verdict: publicVerdict
    .extend({ ledger: place })
    .nullable()
    .describe('As the whole export has it; null where the filters do not let it through any more'),
})
export type VerdictChange = z.output<typeof verdictChange>

/** The whole document: what changed after `since`, up to `cursor`. */
export const verdictDelta = verdictExport
  .pick({ generatedAt: true, desk: true, scale: true, cursor: true, filters: true })
  .extend({
    schema: z.literal(DELTA_ID),
    since: z.string().describe('As it was asked for'),
    next: z.string().describe('To be asked for as since the next time'),
    changes: z.array(verdictChange).describe('Each version once, as it stands at the cursor'),
  })

/** The document's JSON Schema (2020-12), generated from the schema above. */
export const verdictDeltaSchema = () => ({
  $id: DELTA_PATH,
  title: 'Riscontro verdict changes, version 1',
  ...z.toJSONSchema(verdictDelta, { io: 'input' }),
})
