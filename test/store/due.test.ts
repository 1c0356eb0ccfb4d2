import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Appearance } from '../../src/domain/appearance.ts'
import { addArticle } from '../../src/domain/article.ts'
import { lastDay } from '../../src/domain/dates.ts'
import { record } from '../../src/domain/ledger.ts'
import { isUnsettled, originalOf } from '../../src/domain/original.ts'
import { checking, dueFor } from '../../src/domain/validity.ts'
import type { Verdict } from '../../src/domain/verdict.ts'
import { sha256 } from '../../src/store/seal.ts'
import * as who from '../domain/people.ts'
import { onPostgres, postgresMissing } from '../support/postgres.ts'
import { type Opened, onServer, onSqlite } from './opened.ts'

const act = who.act(who.editor)
const today = '2025-06-10'
const dates = [null, '2023', '2023-05', '2023-05-21', '2024', '2024-02', '2024-02-03']
const days = [null, '2025-06-09', '2025-06-10', '2025-06-11', '2023-01-01']
const untils = [null, '2024', '2025', '2025-05', '2025-06', '2025-06-09', '2025-06-10']
const added = ['2025-05-01T10:00:00.000Z', '2025-05-03T10:00:00.000Z', '2025-05-05T10:00:00.000Z']

/** The same numbers each time, and nothing in them that repeats soon. */
let seed = 7
const pick = <T>(some: readonly T[]): T | undefined => {
  seed = (seed * 48271) % 2147483647
  return some[seed % some.length]
}

const appearanceOf = (claim: string, i: number): Appearance => ({
  ...{ id: `${claim}-appearance-${i}`, revision: 0, claim, article: 'article', version: 'version' },
  ...{ quote: 'q', prefix: '', suffix: '', start: 0, end: 1, attribution: [], movedFrom: null },
  ...{ claimantKind: 'outlet', claimant: null, claimantId: null, claimedOnReason: null },
  claimedOn: pick(dates) ?? null,
  addedAt: pick(added) ?? '',
})

/** What of a version may have become of it, and when it was withdrawn. */
const marked = ['2025-05-06T10:00:00.000Z', '2025-06-02T10:00:00.000Z']
const stages = ['2025-05-02T10:00:00.000Z', '2025-05-07T10:00:00.000Z', '2025-06-03T10:00:00.000Z']
const WITHDRAWN = '2025-06-01T10:00:00.000Z'

/** A claim with a public verdict, now and then one whose typo was mended, and where it appears. */
function life(n: number) {
  const id = `claim-${String(n).padStart(3, '0')}`
  const appearances = [0, 1, 2].slice(0, n % 4).map((i) => appearanceOf(id, i))
  const base: Verdict = {
    ...who.verdictAt('published', { revision: 0, publishedAt: '2025-05-02T10:00:00.000Z' }),
    ...{ id: `${id}-verdict`, claim: id },
    holdsOn: pick(dates) ?? null,
    validUntil: pick(untils) ?? null,
    recheckOn: pick(days) ?? null,
    reasons: n % 6 === 0 ? ['satire', 'outdated_since'] : [],
    confirmed: n % 5 === 0 ? appearances.slice(0, 1).map((one) => one.id) : null,
  }
  const mended: Verdict = {
    ...base,
    ...{ id: `${id}-mended`, number: 2, correctionKind: 'typo' },
    publishedAt: '2025-05-04T10:00:00.000Z',
  }
  const old: Verdict = { ...base, status: 'superseded' }
  const corrected: Verdict = { ...mended, id: `${id}-corrected`, correctionKind: 'correction' }
  const single: Verdict[] = [n % 7 === 0 ? { ...base, status: 'withdrawn' } : base]
  const versions = n % 3 === 0 ? [old, n % 2 === 0 ? mended : corrected] : single
  return { id, appearances, versions, stageSince: pick(stages) ?? '' }
}

type Life = ReturnType<typeof life>

const originalIn = (versions: Verdict[], taken: string) =>
  originalOf(taken, versions, versions.at(-1)?.status === 'withdrawn' ? WITHDRAWN : null)

/** Every other claim took over what was first told on the one before; some of what became of it is confirmed. */
function reusing(lives: Life[]): Life[] {
  const marking = lives.map((one, n) => ({
    ...one,
    versions: one.versions.map((version) =>
      n % 4 === 0 && version.status === 'published'
        ? { ...version, underCorrectionSince: pick(marked) ?? null }
        : version,
    ),
  }))
  return marking.map((one, n) => {
    const [first] = marking[n - 1]?.versions ?? []
    if (n % 2 === 0 || !first) return one
    const key = originalIn(marking[n - 1]?.versions ?? [], first.id)?.key ?? null
    const originalSeen = n % 5 === 0 ? key : n % 7 === 0 ? 'another' : null
    const versions = one.versions.map((v) => ({ ...v, reusedFrom: first.id, originalSeen }))
    return { ...one, versions }
  })
}

/** What is due, as the domain has it, and since when. */
function expected(lives: Life[]) {
  return lives
    .flatMap(({ id, appearances, versions, stageSince }, n) => {
      const told = versions.find(({ status }) => status === 'published')
      const is = checking(versions)
      if (!told || !is) return []
      const later = appearances.filter((one) => !is(one))
      const original = originalIn(lives[n - 1]?.versions ?? [], told.reusedFrom ?? '')
      const unsettled = original && isUnsettled(told, stageSince, original) ? original.since : null
      const reasons = dueFor(told, later.length, unsettled !== null, today)
      if (reasons.length === 0) return []
      const over = told.validUntil && lastDay(told.validUntil)
      const since = [
        reasons.includes('planned') ? told.recheckOn : null,
        reasons.includes('expired') && !told.recheckOn ? over : null,
        unsettled?.slice(0, 10) ?? null,
        ...later.map(({ addedAt }) => addedAt.slice(0, 10)),
      ]
      const first = since.flatMap((day) => day ?? []).toSorted()[0]
      return [{ claim: id, verdict: told.id, since: first, reasons }]
    })
    .toSorted((a, b) => `${a.since} ${a.verdict}`.localeCompare(`${b.since} ${b.verdict}`, 'en'))
}

function contract(open: () => Promise<Opened>) {
  let on: Opened
  const lives = reusing(Array.from({ length: 120 }, (_, n) => life(n)))
  beforeAll(async () => {
    on = await open()
    const text = { text: sha256('text'), key: 'key', source: 'paste', snapshot: null } as const
    const named = { article: 'article', version: 'version' }
    const changes = addArticle(named, text, { title: 'Article', language: 'it' }, act)
    await on.store.save(changes, { texts: [{ hash: text.text, text: 'text' }] })
    for (const { id, appearances, versions, stageSince } of lives) {
      const claim = { ...who.claimAt('decided'), id, stageSince, revision: 0 }
      await on.store.save([
        record('claim', 'open', act, null, claim),
        ...appearances.map((one) => record('appearance', 'add', act, null, one)),
        ...versions.map((one) =>
          one.status === 'withdrawn'
            ? record('verdict', 'withdraw', { ...act, at: WITHDRAWN }, null, one)
            : record('verdict', 'publish', act, null, one),
        ),
      ])
    }
  })
  afterAll(() => on.end())

  it('finds what the domain says is due, longest first', async () => {
    const all = expected(lives)
    expect(all.length).toBeGreaterThan(40)
    const reused = all.filter(({ reasons }) => reasons.includes('reused'))
    expect(reused.length).toBeGreaterThan(8)
    const rows = all.map(({ reasons, ...row }) => row)
    expect(await on.store.due.list(today, null, 200)).toEqual(rows)
    expect(await on.store.due.count(today)).toBe(all.length)
  })

  it('finds each once, page by page', async () => {
    const found: string[] = []
    for (let after: { since: string; id: string } | null = null; ; ) {
      const rows = await on.store.due.list(today, after, 7)
      found.push(...rows.map(({ verdict }) => verdict))
      const last = rows.at(-1)
      if (!last) break
      after = { since: last.since, id: last.verdict }
    }
    expect(found).toEqual(expected(lives).map(({ verdict }) => verdict))
  })
}

describe('what is to be looked at again, on SQLite', () => contract(onSqlite))
describe.skipIf(postgresMissing)(onPostgres('what is to be looked at again'), () =>
  contract(onServer),
)
