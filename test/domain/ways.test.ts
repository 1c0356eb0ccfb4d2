import { describe, expect, it } from 'vitest'
import { rewordClaim } from '../../src/domain/claim.ts'
import { newDesk } from '../../src/domain/desk.ts'
import type { Change } from '../../src/domain/ledger.ts'
import { unsettle } from '../../src/domain/review.ts'
import { fileReading } from '../../src/domain/second-reading.ts'
import { maySee } from '../../src/domain/veil.ts'
import { isVerdictChange, type Verdict } from '../../src/domain/verdict.ts'
import { lapsing, tightening } from '../../src/domain/ways.ts'
import * as who from './people.ts'

const told = (changes: Change[]) => changes.map(({ entry }) => `${entry.kind} ${entry.verb}`)

describe('proposals in review, where the desk comes to read more strictly', () => {
  const by = who.act(who.admin)
  const desk = { ...newDesk('Desk'), blindTopics: ['troops'], twoReaderTopics: ['town'] }
  const waiting = (topics: string[] | null, mode: Verdict['mode'] = null) => ({
    claim: { topics },
    verdict: who.verdictAt('proposed', { mode }),
  })

  it('are read by two where their claim asks for it, in the name of whoever decided so', () => {
    const [first, ...none] = tightening(desk, [waiting(['town']), waiting(['harbour'])], by)
    expect(none).toEqual([])
    expect(first?.entry).toMatchObject({
      ...{ verb: 'change_way', actor: who.admin.id, claim: 'claim' },
      change: { mode: [null, 'two_readers'] },
    })
  })
  it('are read by two even where it would be read blind: others could see them', () => {
    const [first] = tightening(desk, [waiting(['troops'])], by)
    expect(first?.after.mode).toBe('two_readers')
  })
  it('stay as they are where they are read strictly already', () => {
    const strict = [waiting(['troops'], 'two_readers'), waiting(['town'], 'blind')]
    expect(tightening(desk, strict, by)).toEqual([])
  })
})

describe('a blind reading of a claim that comes to say something else', () => {
  const by = who.act(who.author)
  const reading = who.readingAt()
  const standing = (status: Verdict['status'], readings = [reading]) => ({
    working: who.verdictAt(status, { mode: 'blind' }),
    publicVerdict: null,
    readings,
  })
  const reworded = (statement: string) => ({ statement, language: 'en', kind: 'happened' })
  const claim = who.claimAt('in_review')
  const change = rewordClaim(claim, reworded('The bridge fell'), by)

  it('holds no more, and two read what is no secret any more', () => {
    const changes = lapsing([change], claim, standing('draft'), by)
    expect(told(changes)).toEqual(['claim reword', 'reading lapse', 'verdict change_way'])
    expect(changes[1]?.after.outcome).toBe('lapsed')
    expect(changes[2]?.entry.change).toEqual({ mode: ['blind', 'two_readers'] })
  })
  it('does so where the proposal goes back to work in the same save', () => {
    const at = standing('proposed')
    const versions = lapsing([...unsettle(claim, at, by), change], claim, at, by)
      .filter(isVerdictChange)
      .map(({ after }) => [after.revision, after.status, after.mode])
    expect(versions).toEqual([
      [3, 'draft', 'blind'],
      [4, 'draft', 'two_readers'],
    ])
  })
  it('lets nobody who could see the version read it blind', () => {
    const lapsed = { ...reading, outcome: 'lapsed' } as const
    const last = lapsing([change], claim, standing('proposed'), by).find(isVerdictChange)
    if (!last) throw new Error('nothing became of the version')
    expect(maySee(last.after, who.editor, { assignee: null, readings: [lapsed] })).toBe(true)
    const at = { working: last.after, publicVerdict: null, readings: [lapsed] }
    const form = { rating: 'true', rationale: 'So it is.' }
    const [, filed] = fileReading(
      { claim, standing: at, scale: [] },
      'new',
      form,
      who.act(who.editor),
    )
    expect(filed?.after).toMatchObject({ mode: 'two_readers', rating: null })
  })
  it('holds where the claim says the same, or nobody has read it yet', () => {
    const same = rewordClaim(claim, reworded(claim.statement), by)
    expect(told(lapsing([same], claim, standing('draft'), by))).toEqual(['claim reword'])
    expect(told(lapsing([change], claim, standing('draft', []), by))).toEqual(['claim reword'])
  })
})
