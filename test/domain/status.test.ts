import { describe, expect, it } from 'vitest'
import { type Step, statuses, steps } from '../../src/domain/status.ts'
import { demandStep } from '../../src/domain/verdict.ts'
import * as who from './people.ts'

/** The life of a verdict version, written a second time: every step that exists. */
const life = [
  'none draft draft',
  'draft draft draft',
  'none propose proposed',
  'draft propose proposed',
  'proposed take_back draft',
  'proposed return draft',
  'proposed unsettle draft',
  'proposed publish published',
  'none typo published',
  'published supersede superseded',
  'published withdraw withdrawn',
]

describe('every step, from every status', () => {
  const names = Object.keys(steps).filter((name): name is Step => name in steps)
  for (const step of names) {
    for (const from of ['none', ...statuses] as const) {
      const row = life.find((line) => line.startsWith(`${from} ${step} `))
      it(row ?? `${from} does not ${step}`, () => {
        const verdict = from === 'none' ? null : who.verdictAt(from)
        const take = () => demandStep(step, verdict)
        if (row) {
          expect(take).not.toThrow()
          expect(row.endsWith(` ${steps[step].to}`)).toBe(true)
        } else expect(take).toThrow('wrong_status')
      })
    }
  }
})
