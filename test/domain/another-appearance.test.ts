import { describe, expect, it } from 'vitest'
import { addAnotherAppearance } from '../../src/domain/another-appearance.ts'
import type { Appearance } from '../../src/domain/appearance.ts'
import { excerptAt } from '../../src/domain/excerpt.ts'
import type { Member } from '../../src/domain/member.ts'
import type { Stage } from '../../src/domain/stage.ts'
import * as who from './people.ts'
import { refusalOf } from './refusals.ts'

const text = 'The bridge reopened. So says the town.'
const form = { claimantKind: 'outlet', claimant: '', attribution: '', claimedOn: '2024-03' }
const naming = { known: null, newId: 'claimant' }
const none = { working: null, publicVerdict: null }
const read = { working: who.verdictAt('proposed'), publicVerdict: null }

const there: Appearance = {
  ...{ id: 'appearance', revision: 1, claim: 'claim', article: 'article', version: 'version' },
  ...excerptAt(text, 0, 19),
  ...{ claimantKind: 'outlet', claimant: null, claimantId: null, attribution: [] },
  ...{ claimedOn: null, claimedOnReason: null, movedFrom: null },
  addedAt: '2025-05-01T10:00:00.000Z',
}

function add(stage: Stage, at: { version?: string; start?: number } = {}, by: Member = who.author) {
  const standing = stage === 'in_review' ? read : none
  const about = { claim: who.claimAt(stage), standing, appearances: [there] }
  const excerpt = excerptAt(text, at.start ?? 4, 19)
  const place = { article: 'article', version: at.version ?? 'version', excerpt }
  return addAnotherAppearance('new', about, place, form, naming, who.act(by))
}

describe('a claim found once more', () => {
  it.each(['inbox', 'checking'] as const)('gets the words while it is at %s', (stage) => {
    const [added, ...more] = add(stage)
    expect(more).toEqual([])
    expect(added?.after).toMatchObject({ id: 'new', claim: 'claim', quote: 'bridge reopened' })
  })
  it('goes back to work where its proposal is being read', () => {
    const changes = add('in_review')
    expect(changes.map(({ kind, entry }) => `${kind} ${entry.verb}`)).toEqual([
      'claim unsettle',
      'verdict unsettle',
      'appearance add',
    ])
  })
  it('stays decided: what was told of it stands', () => {
    expect(add('decided').map(({ entry }) => entry.verb)).toEqual(['add'])
  })
  it('gets nothing while it is set aside', () => {
    const values = { stage: 'set_aside' }
    expect(refusalOf(() => add('set_aside'))).toMatchObject({ code: 'wrong_stage', values })
  })
  it('does not get the very words that it has', () => {
    const { fields } = refusalOf(() => add('inbox', { start: 0 }))
    expect(fields).toEqual({ excerpt: { code: 'taken', values: { what: 'excerpt' } } })
  })
  it('gets the same words of another version, and words that overlap', () => {
    expect(add('inbox', { start: 0, version: 'newer' })).toHaveLength(1)
    expect(add('inbox', { start: 1 })).toHaveLength(1)
  })
  it('gets nothing from a viewer', () => {
    expect(refusalOf(() => add('inbox', {}, who.viewer)).code).toBe('forbidden')
  })
})
