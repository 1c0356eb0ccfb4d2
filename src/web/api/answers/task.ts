import { z } from '@hono/zod-openapi'
import { sources } from '../../../domain/article.ts'
import { driftOutcomes, driftStatuses } from '../../../domain/drift.ts'
import { visitOutcomes } from '../../../domain/source.ts'
import { tipStatuses } from '../../../domain/tip.ts'
import { excerpt, id, moment, revision, words } from './common.ts'
import { somebody } from './person.ts'

export const tipAnswer = z
  .object({
    ...{ id, revision, about: z.enum(['claim', 'error']) },
    claim: id.nullable().describe('Whose verdict it speaks of, or which was opened from it'),
    ...{ status: z.enum(tipStatuses), receivedAt: moment },
    letter: z
      .object({ words: z.string(), url: words, contact: words })
      .nullable()
      .describe('What the reader wrote; null where it is erased'),
  })
  .openapi('Tip')

export const sourceAnswer = z
  .object({
    ...{ id, revision, url: z.string() },
    snapshot: id.nullable().describe('The newest'),
    goneSince: moment.nullable(),
    addedAt: moment,
    visit: z
      .object({ at: moment, outcome: z.enum(visitOutcomes) })
      .nullable()
      .describe('The last one'),
  })
  .openapi('Source')

export const snapshotAnswer = z
  .object({
    ...{ id, revision, source: id.nullable(), way: z.enum(sources) },
    warc: z.string().describe('SHA-256 of the WARC file that holds it'),
    bytes: z.string().describe('SHA-256 of what the host sent, or of what was given'),
    size: z.int().describe('In bytes'),
    text: words.describe('SHA-256 of the text that was read from it'),
    ...{ title: words, language: words, mediaType: words },
    url: words.describe('Where it was in the end, after redirects'),
    status: z.int().nullable().describe('HTTP’s'),
    takenAt: moment,
  })
  .openapi('Snapshot')

export const driftAnswer = z
  .object({
    ...{ id, revision, claim: id },
    about: id.describe('An appearance, or a piece of evidence'),
    ...{ aboutKind: z.enum(['appearance', 'evidence']), source: id.nullable() },
    ...{ snapshot: id.nullable(), version: id.nullable() },
    status: z.enum(driftStatuses).describe('What became of the words'),
    ...{ outcome: z.enum(driftOutcomes).nullable(), openedAt: moment },
    settledAt: moment.nullable(),
  })
  .openapi('Drift')

/** A task with the words as they were, and where they may be meant now. */
export const openedDrift = driftAnswer
  .extend({
    excerpt: z.object(excerpt).nullable(),
    places: z.array(z.object({ start: z.int(), end: z.int(), words: z.string() })),
  })
  .openapi('OpenedDrift')

const count = z.int().min(0)

/** The run of rechecks under way, or the last one. */
export const runAnswer = z
  .object({
    ...{ by: somebody, startedAt: moment, done: count, total: count, same: count },
    ...{ changed: count, gone: count, failed: count, barred: count },
    drifts: count.describe('Tasks that were opened, or changed'),
    ended: z.object({ how: z.enum(['done', 'stopped', 'failed']), at: moment }).nullable(),
  })
  .openapi('Recheck')
