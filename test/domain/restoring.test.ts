import { getTableColumns } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { type Change, kinds } from '../../src/domain/ledger.ts'
import {
  asForm,
  readRestoring,
  restorable,
  restoredBy,
  restoring,
} from '../../src/domain/restoring.ts'
import { decisions, readAsked, story } from '../../src/domain/story.ts'
import { tableOf } from '../../src/store/save.ts'
import { tables } from '../../src/store/tables.sqlite.ts'

const entry = {
  format: 1,
  at: '2025-06-01T08:00:00Z',
  actor: 'a',
  verb: 'reword',
  kind: 'claim',
  subject: 'c',
  claim: 'c',
  revision: 5,
  change: {},
  comment: null,
} as const
const change: Change = { kind: 'claim', before: null, after: { id: 'c', revision: 5 }, entry }

describe('what is said again', () => {
  it('is the form of what is there, but for the fields that are to be as they were', () => {
    const now = { statement: 'now', kind: 'said', topics: ['a'], statementEn: null, language: 'it' }
    const was = { statement: 'then', kind: 'figure', topics: ['b'], statementEn: 'then' }
    const wanted = { restore: 2, fields: ['statement', 'statementEn'], why: null }
    expect(asForm('claim', now, was, wanted)).toEqual({
      ...{ statement: 'then', statementEn: 'then', statementIt: '', language: 'it', kind: 'said' },
    })
  })

  it('says which revision it restores, and why, under a verb of its own', () => {
    const mark = restoring({ kind: 'claim', id: 'c' }, { restore: 2, why: 'It was\nright' })
    const made = mark(change).entry
    expect([made.verb, made.comment]).toEqual(['restore', '#2 It was\nright'])
    expect(restoredBy(made)).toEqual({ revision: 2, why: 'It was\nright' })
    const silent = restoring({ kind: 'claim', id: 'c' }, { restore: 31, why: null })
    expect(restoredBy(silent(change).entry)).toEqual({ revision: 31, why: null })
  })

  it('leaves alone what else is decided with it', () => {
    const mark = restoring({ kind: 'claim', id: 'c' }, { restore: 2, why: null })
    const unsettled = { ...change, entry: { ...entry, verb: 'unsettle' } }
    expect(mark(unsettled)).toBe(unsettled)
    const other = { ...change, entry: { ...entry, subject: 'd' } }
    expect(mark(other)).toBe(other)
    // A rating that is put back into use restores no revision.
    expect(restoredBy({ verb: 'restore', comment: null })).toBeNull()
    expect(restoredBy({ verb: 'return', comment: '#2 is wrong' })).toBeNull()
  })

  it('is what somebody wrote, and nothing else', () => {
    const read = (fields: unknown) => readRestoring('claim', { restore: '1', fields })
    expect(read('statement').fields).toEqual(['statement'])
    for (const [fields, code] of [
      [undefined, 'required'],
      [['statement', 'stage'], 'unknown_choice'],
      [['assignee'], 'unknown_choice'],
    ] as const) {
      expect(() => read(fields)).toThrow(
        expect.objectContaining({ code: 'invalid', fields: { fields: { code } } }),
      )
    }
    for (const kind of ['claim', 'article', 'evidence', 'verdict'] as const) {
      const columns = Object.keys(getTableColumns(tableOf(tables)[kind]))
      expect(restorable[kind].filter((field) => !columns.includes(field))).toEqual([])
    }
  })
})

describe('what a history tells', () => {
  /** Ids of what the page is about, places, hashes, and times that are those of the entry. */
  const silent: Partial<Record<string, string[]>> = {
    article: ['addedAt'],
    article_version: ['article', 'text', 'key', 'source', 'snapshot', 'addedAt'],
    aside: ['version', 'prefix', 'suffix', 'start', 'end', 'addedAt'],
    claim: ['stageSince', 'leadAppearance'],
    claimant: ['key', 'addedAt'],
    appearance: [
      ...['version', 'prefix', 'suffix', 'start', 'end', 'claimantId', 'movedFrom', 'addedAt'],
    ],
    evidence: [
      ...['claim', 'number', 'quotePrefix', 'quoteSuffix', 'quoteStart', 'quoteEnd', 'addedAt'],
    ],
    source: ['addedAt'],
    snapshot: [
      ...['source', 'way', 'warc', 'bytes', 'size', 'text', 'language', 'status', 'takenAt'],
    ],
    drift: [
      ...['claim', 'about', 'aboutKind', 'source', 'snapshot', 'version', 'openedAt', 'settledAt'],
    ],
    search_record: ['claim', 'addedAt'],
    contact: ['claim', 'addedAt'],
    verdict: [
      ...['claim', 'number', 'confirmed', 'publishedAt', 'findings', 'publication', 'originalSeen'],
    ],
    link: ['addedAt'],
    reading: ['claim', 'verdict', 'filedAt', 'adjudicatedAt'],
    person: ['joinedAt'],
    invitation: ['tokenHash', 'expiresAt', 'person'],
    token: ['tokenHash', 'person'],
    webhook: ['address', 'addedAt'],
    rating: ['position'],
    tip: ['receivedAt'],
    import: ['sha256', 'size', 'head', 'mapping', 'why', 'receivedAt', 'startedAt', 'endedAt'],
    label: ['labelKey'],
  }

  it.each(kinds)('is every field of %s, or it is left out on purpose', (kind) => {
    const columns = Object.keys(getTableColumns(tableOf(tables)[kind]))
    const known = [...Object.keys(story[kind]), ...(silent[kind] ?? []), 'id', 'revision']
    expect(known.sort()).toEqual(columns.sort())
  })

  it('is asked for by an address, and what cannot be read there is passed over', () => {
    const nothing = { who: null, what: null, how: null, before: null }
    expect(readAsked({})).toEqual(nothing)
    const odd = { who: '<b>', what: 'elephant', how: 'toString', before: '-1' }
    expect(readAsked(odd)).toEqual(nothing)
    const right = { who: 'terminal', what: 'verdict', how: 'review', before: '12' }
    expect(readAsked(right)).toEqual({ ...right, before: 12 })
    expect(decisions.restored).toEqual(['restore'])
  })
})
