import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { placingInput } from '../../src/desk/drifts.ts'
import { appearanceInput } from '../../src/domain/appearance.ts'
import { articleInput } from '../../src/domain/article.ts'
import { asideInput } from '../../src/domain/aside.ts'
import { claimInput, openInput, setAsideInput } from '../../src/domain/claim.ts'
import { claimantInput } from '../../src/domain/claimant.ts'
import { contactInput } from '../../src/domain/contact.ts'
import { letStandInput, placedInput } from '../../src/domain/drift.ts'
import { evidenceInput } from '../../src/domain/evidence.ts'
import { excerptPlace } from '../../src/domain/excerpt.ts'
import { endInput, linkInput } from '../../src/domain/linking.ts'
import { standInput } from '../../src/domain/original.ts'
import { parse } from '../../src/domain/parse.ts'
import { planInput } from '../../src/domain/plan.ts'
import { passageInput } from '../../src/domain/quote-passage.ts'
import { restoringInput } from '../../src/domain/restoring.ts'
import * as review from '../../src/domain/review.ts'
import { searchRecordInput } from '../../src/domain/search-record.ts'
import * as readings from '../../src/domain/second-reading.ts'
import { splitInput } from '../../src/domain/split.ts'
import { dismissInput, letterInput, takeInput } from '../../src/domain/tip.ts'
import { typoInput } from '../../src/domain/typo.ts'
import { recheckInput } from '../../src/domain/validity.ts'
import { verdictInput } from '../../src/domain/verdict.ts'

/** What people and programs send, of everything that a desk keeps. */
const inputs = {
  ...{ articleInput, asideInput, appearanceInput, excerptPlace, claimantInput },
  ...{ claimInput, openInput, planInput, setAsideInput, splitInput, linkInput, endInput },
  ...{ evidenceInput, passageInput, searchRecordInput, contactInput },
  ...{ verdictInput, typoInput, recheckInput, standInput, restoringInput },
  ...{ commentInput: review.commentInput, keepInput: review.keepInput },
  ...{ reasonInput: review.reasonInput, reopenInput: review.reopenInput },
  ...{ publicationInput: review.publicationInput, blindInput: readings.blindInput },
  ...{ signedInput: readings.signedInput, decisionInput: readings.decisionInput },
  ...{ letterInput, takeInput, dismissInput, letStandInput, placedInput, placingInput },
}

/** Every text in a description, however deep, by where it stands. */
function textsIn(of: unknown, path: string): [string, object][] {
  if (typeof of !== 'object' || of === null) return []
  const own: [string, object][] = 'type' in of && of.type === 'string' ? [[path, of]] : []
  return [...own, ...Object.entries(of).flatMap(([key, one]) => textsIn(one, `${path}.${key}`))]
}

const described = (schema: z.ZodType) =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })

describe('what is sent', () => {
  for (const [name, schema] of Object.entries(inputs)) {
    it(`says of each text in ${name} how long it may be, or which ones there are`, () => {
      const texts = textsIn(described(schema), name)
      const bound = ['maxLength', 'enum', 'const', 'format', 'pattern']
      const boundless = texts.filter(([, one]) => !bound.some((key) => key in one))
      expect(boundless).toEqual([])
      expect(Object.keys(described(schema).properties ?? {}).length).toBeGreaterThan(0)
    })
  }

  it('may say null where it says nothing, as it is answered', () => {
    const nothing = {
      publisher: null,
      url: null,
      publishedOn: null,
      kind: null,
      quoteLanguage: null,
    }
    const sent = { stance: 'supports', title: 'Verbale', ...nothing }
    expect(parse(evidenceInput, sent)).toMatchObject(nothing)
    expect(parse(setAsideInput, { reason: 'opinion', words: null, duplicateOf: null })).toEqual({
      reason: 'opinion',
      words: null,
      duplicateOf: null,
    })
  })

  it('may leave out what a form would send empty', () => {
    expect(parse(evidenceInput, { stance: 'supports', title: 'Verbale' }).kind).toBeNull()
    expect(parse(verdictInput, { conclusion: 'Sì', rationale: '' })).toMatchObject({
      reasons: [],
      confirmed: null,
    })
  })

  it('may be a list where a form sends one text', () => {
    const asList = { topics: ['Ponti', ' #bilancio ', ''] }
    const asText = { topics: 'Ponti, #bilancio' }
    expect(parse(planInput, asList).topics).toEqual(['ponti', 'bilancio'])
    expect(parse(planInput, asText).topics).toEqual(['ponti', 'bilancio'])
    expect(parse(planInput, { topics: null }).topics).toBeNull()
  })
})
