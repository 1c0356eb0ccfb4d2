import { describe, expect, it } from 'vitest'
import { readMoment } from '../../src/domain/moment.ts'
import { refusalOf } from './refusals.ts'

const now = '2026-11-25T10:00:00.000Z'
const inRome = (text: string) => readMoment(text, { timeZone: 'Europe/Rome', now })

describe('a moment', () => {
  it.each([
    ['an instant', '2025-05-21T12:00:00Z', '2025-05-21T12:00:00.000Z'],
    ['an instant without its seconds', '2025-05-21T12:00Z', '2025-05-21T12:00:00.000Z'],
    ['an instant to the millisecond', '2025-05-21T12:00:00.123Z', '2025-05-21T12:00:00.123Z'],
    ['an instant with its offset', '2025-05-21T12:00:00+02:00', '2025-05-21T10:00:00.000Z'],
    ['an offset without its colon', '2025-05-21T12:00-0330', '2025-05-21T15:30:00.000Z'],
    ['a plus that an address made a blank', '2025-05-21T12:00 02:00', '2025-05-21T10:00:00.000Z'],
    ['a time on the desk’s clock', '2025-05-21T12:00', '2025-05-21T10:00:00.000Z'],
    ['the same in winter', '2025-01-21T12:00', '2025-01-21T11:00:00.000Z'],
    ['a day and a time as people write them', ' 21/5/2025 12:00:30 ', '2025-05-21T10:00:30.000Z'],
    ['a day, to its end', '2025-05-21', '2025-05-21T21:59:59.999Z'],
    ['a day as people write it', '21.5.2025', '2025-05-21T21:59:59.999Z'],
    ['a day that is not over, to now', '2026-11-25', now],
    ['this very moment', now, now],
  ])('is %s', (_, text, moment) => {
    expect(inRome(text)).toBe(moment)
  })

  it.each([
    ['', 'not_a_moment'],
    ['yesterday', 'not_a_moment'],
    ['2025', 'not_a_moment'],
    ['2025-05', 'not_a_moment'],
    ['20250521', 'not_a_moment'],
    ['2025-02-29', 'not_a_moment'],
    ['2025-05-21T25:00', 'not_a_moment'],
    ['2025-05-21T12', 'not_a_moment'],
    ['2025-05-21T12:00:00Z[Europe/Rome]', 'not_a_moment'],
    ['2025-05-21T12:00:00+25:00', 'not_a_moment'],
    ['0025-05-21', 'not_a_moment'],
    ['2026-11-25T10:00:00.001Z', 'in_the_future'],
    ['2026-11-25T11:00:01', 'in_the_future'],
    ['2026-11-26', 'in_the_future'],
    ['9999-12-31', 'in_the_future'],
  ])('is not %s', (text, code) => {
    expect(refusalOf(() => inRome(text))).toMatchObject({
      code: 'invalid',
      fields: { asOf: { code } },
    })
  })
})

it('is no moment of the past, where its year has five digits by the end of the day', () => {
  const inNewYork = () => readMoment('9999-12-31', { timeZone: 'America/New_York', now })
  expect(refusalOf(inNewYork).fields).toEqual({ asOf: { code: 'in_the_future' } })
})

describe('when clocks change', () => {
  it('a day ends where the next one begins, be it an hour longer or shorter', () => {
    expect(inRome('2025-03-29')).toBe('2025-03-29T22:59:59.999Z')
    expect(inRome('2025-03-30')).toBe('2025-03-30T21:59:59.999Z')
    expect(inRome('2025-10-25')).toBe('2025-10-25T21:59:59.999Z')
    expect(inRome('2025-10-26')).toBe('2025-10-26T22:59:59.999Z')
  })

  it('a day that has no midnight begins when its clocks have leapt', () => {
    const inBrazil = (text: string) => readMoment(text, { timeZone: 'America/Sao_Paulo', now })
    expect(inBrazil('2018-11-03')).toBe('2018-11-04T02:59:59.999Z')
    expect(inBrazil('2018-11-04T00:30')).toBe('2018-11-04T03:00:00.000Z')
  })

  it('a time that comes twice means the second one', () => {
    expect(inRome('2025-10-26T01:59')).toBe('2025-10-25T23:59:00.000Z')
    expect(inRome('2025-10-26T02:00')).toBe('2025-10-26T01:00:00.000Z')
    expect(inRome('2025-10-26T02:59')).toBe('2025-10-26T01:59:00.000Z')
    expect(inRome('2025-10-26T03:00')).toBe('2025-10-26T02:00:00.000Z')
  })

  it('a time that never comes means the leap over it', () => {
    expect(inRome('2025-03-30T01:59')).toBe('2025-03-30T00:59:00.000Z')
    expect(inRome('2025-03-30T02:00')).toBe('2025-03-30T01:00:00.000Z')
    expect(inRome('2025-03-30T02:59')).toBe('2025-03-30T01:00:00.000Z')
    expect(inRome('2025-03-30T03:00')).toBe('2025-03-30T01:00:00.000Z')
  })

  it('a day that an island skipped is over as it begins', () => {
    const onSamoa = (text: string) => readMoment(text, { timeZone: 'Pacific/Apia', now })
    expect(onSamoa('2011-12-29')).toBe('2011-12-30T09:59:59.999Z')
    expect(onSamoa('2011-12-30T12:00')).toBe('2011-12-30T10:00:00.000Z')
    expect(onSamoa('2011-12-30')).toBe('2011-12-30T09:59:59.999Z')
  })

  it.each(['Europe/Rome', 'America/Havana', 'Australia/Lord_Howe', 'America/Santiago'])(
    'what is later on the wall is never earlier: %s',
    (timeZone) => {
      const ofYear = Array.from({ length: 366 * 24 * 2 }, (_, half) =>
        new Date(Date.parse('2025-01-01T00:00Z') + half * 1_800_000).toISOString().slice(0, 16),
      )
      const moments = ofYear.map((text) => readMoment(text, { timeZone, now }))
      expect(moments).toEqual(moments.toSorted())
    },
  )
})
