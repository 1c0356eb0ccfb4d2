import { z } from '@hono/zod-openapi'
import { columnFields, columnsInput } from '../../../domain/columns.ts'
import { importFormats, importStatuses, refusedCodes } from '../../../domain/import.ts'
import { labelMeanings } from '../../../domain/label.ts'
import { id, moment, revision, words } from './common.ts'

const count = z.int().nullable()

/** What became of the records of a source, or would become of them by the dry run. */
const tally = { added: count, changed: count, same: count, refused: count }

export const importAnswer = z
  .object({
    ...{ id, revision, name: z.string(), url: words, format: z.enum(importFormats) },
    sha256: z.string().describe('Of what was received'),
    size: z.int().describe('In bytes'),
    publisher: words.describe('Whose the rulings are that do not say so themselves'),
    status: z.enum(importStatuses),
    why: words.describe('Why it failed'),
    ...tally,
    ...{ receivedAt: moment, startedAt: moment.nullable(), endedAt: moment.nullable() },
    progress: z
      .object({
        phase: z.enum(['fetch', 'look', 'run']),
        done: z.int().describe('Records; of pages that are fetched, pages'),
        ...{ added: z.int(), changed: z.int(), same: z.int(), refused: z.int(), at: moment },
      })
      .nullable(),
    isAlive: z.boolean().describe('Whether it is being read; what was killed waits to go on'),
  })
  .openapi('Import')

const suggested = words.describe('A rating that it may amount to, for a person to confirm')

export const openedImport = importAnswer
  .extend({
    labels: z
      .array(
        z.object({
          ...{ publisher: z.string(), label: z.string(), language: z.string() },
          ...{ records: z.int(), suggested },
        }),
      )
      .describe('Of the dry run: labels that nobody said anything of, the most frequent first'),
  })
  .openapi('OpenedImport')

export const refusedAnswer = z
  .object({
    line: z.int().describe('Or the number of the record, from 1'),
    kept: z.boolean().describe('Whether the rest of the record was'),
    ...{ code: z.enum(refusedCodes), field: words, excerpt: z.string() },
  })
  .openapi('RefusedRecord')

export const mappingAnswer = z
  .object({
    ...columnsInput.pick({ delimiter: true, isQuoted: true, hasHead: true, names: true }).shape,
    ...{ id, revision, fields: z.array(z.enum(columnFields).nullable()) },
    dayFirst: z.boolean().nullable(),
    ...{ language: words, publisher: words },
    rows: z.array(z.array(z.string())).describe('The first ones'),
    may: z.boolean().describe('Whether it can be changed, by you and as it stands'),
  })
  .openapi('Mapping')

export const publisherAnswer = z
  .object({
    ...{ publisher: z.string().describe('A host'), name: words, rulings: z.int() },
    ...{ labels: z.int(), open: z.int().describe('Labels that nobody said anything of') },
  })
  .openapi('Publisher')

export const labelAnswer = z
  .object({
    ...{ label: z.string(), language: z.string(), rulings: z.int() },
    revision: z.int().describe('0 where nobody said anything of it'),
    meaning: z
      .enum(labelMeanings)
      .describe('`rating`: that one; `none`: the scale has nothing like it; `open`: to be said'),
    ...{ rating: words, suggested },
  })
  .openapi('PublisherLabel')

export const openedPublisher = z
  .object({
    ...{ publisher: z.string(), name: words },
    labels: z.array(labelAnswer).describe('The most used first, 500 at most'),
  })
  .openapi('OpenedPublisher')
