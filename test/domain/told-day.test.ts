import { describe, expect, it } from 'vitest'
import { type DayReading, readDay } from '../../src/domain/told-day.ts'

const rome: DayReading = { timeZone: 'Europe/Rome', dayFirst: true, language: 'it' }
const dayIn = (written: string, how: Partial<DayReading> = {}) =>
  readDay(written, { ...rome, ...how })?.day ?? null

describe('a date as it is told', () => {
  it('is the day that a moment in UTC was where the desk is', () => {
    expect(dayIn('2017-08-02T22:00:00Z')).toBe('2017-08-03')
    expect(dayIn('2016-03-18T23:00:00Z')).toBe('2016-03-19')
    expect(dayIn('2017-08-02T22:00:00Z', { timeZone: 'America/New_York' })).toBe('2017-08-02')
    expect(dayIn('2017-08-09T20:29:12.500Z')).toBe('2017-08-09')
  })

  it('stays the day that it says where a moment is midnight, or has an offset of its own', () => {
    expect(dayIn('2018-11-19T00:00:00Z', { timeZone: 'America/New_York' })).toBe('2018-11-19')
    expect(dayIn('2018-11-19T00:30:00+02:00', { timeZone: 'UTC' })).toBe('2018-11-19')
    expect(dayIn('2018-11-18T23:30:00+00:00')).toBe('2018-11-19')
  })

  it.each([
    ['2018-10-27 12:38', '2018-10-27'],
    ['27/10/2018 12:38', '2018-10-27'],
    ['27.10.2018', '2018-10-27'],
    ['27-10-18', '2018-10-27'],
    ['2018-10', '2018-10'],
    ['2018', '2018'],
    ['20181027', '2018-10-27'],
    ['2018/10/27', '2018-10-27'],
    ['27 ottobre 2018', '2018-10-27'],
    ['Oct 27, 2018', '2018-10-27'],
    ['Sat, 27 Oct 2018 12:38:00 GMT', '2018-10-27'],
    ['1540593600', '2018-10-27'],
  ])('%s is %s', (written, day) => {
    expect(dayIn(written)).toBe(day)
  })

  it('is read in the order that it can only have, whatever is usual', () => {
    expect(dayIn('10/27/2018')).toBe('2018-10-27')
    expect(dayIn('27/10/2018', { dayFirst: false })).toBe('2018-10-27')
  })

  it('says that it is a guess where it could be two days, and is none where nothing tells', () => {
    expect(readDay('03/04/2018', rome)).toEqual({ day: '2018-04-03', isGuess: true })
    expect(readDay('03/04/2018', { ...rome, dayFirst: false })).toEqual({
      day: '2018-03-04',
      isGuess: true,
    })
    expect(readDay('04/04/2018', rome)).toEqual({ day: '2018-04-04', isGuess: false })
    expect(readDay('03/04/2018', { ...rome, dayFirst: null })).toBeNull()
  })

  it.each([
    '',
    'ieri',
    '31/02/2018',
    '2018-02-31',
    '2018-13-01T10:00:00Z',
    '0001-01-01T00:00:00Z',
    '99/99/9999',
  ])('%s is none', (written) => {
    expect(dayIn(written)).toBeNull()
  })
})
