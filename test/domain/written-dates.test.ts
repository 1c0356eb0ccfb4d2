import { describe, expect, it } from 'vitest'
import { readDate } from '../../src/domain/written-dates.ts'
import { readDateline } from '../../src/ingest/dateline.ts'

const rows: [written: string, language: string | null, date: string | null][] = [
  ['Mag 21, 2025', 'it', '2025-05-21'],
  ['21 maggio 2025', 'it', '2025-05-21'],
  ['mercoledì 21 maggio 2025', 'it', '2025-05-21'],
  ['1° maggio 2025', 'it', '2025-05-01'],
  ['primo maggio 2025', 'it', '2025-05-01'],
  ['21 mag 2025 14:30', 'it', '2025-05-21'],
  ['9 sett. 2023', 'it', '2023-09-09'],
  ['21/05/2025', 'it', '2025-05-21'],
  ['21.05.25', 'it', '2025-05-21'],
  ['05/21/2025', 'it', null],
  ['05/21/2025', 'en', '2025-05-21'],
  ['05/06/2025', 'en', null],
  ['05/06/2025', null, null],
  ['05/05/2025', 'en', '2025-05-05'],
  ['2025-05-21', 'en', '2025-05-21'],
  ['Published: May 21, 2025', 'en', '2025-05-21'],
  ['21st of May 2025', 'en', '2025-05-21'],
  ['Sept. 9, 2023', 'en', '2023-09-09'],
  ['31 febbraio 2025', 'it', null],
  ['29 febbraio 2024', 'it', '2024-02-29'],
  ['29 febbraio 2025', 'it', null],
  ['21 maggio', 'it', null],
  ['dopo maggio', 'it', null],
]

describe('dates', () => {
  for (const [written, language, date] of rows) {
    it(`reads ${written} (${language}) as ${date}`, () => {
      expect(readDate(written, language)).toBe(date)
    })
  }

  it('takes a year of two digits as the latest one that is not to come', () => {
    expect(readDate('21/05/31', 'it', '2026-01-15')).toBe('1931-05-21')
    expect(readDate('21/05/25', 'it', '2026-01-15')).toBe('2025-05-21')
  })
})

const datelines: [line: string, agency: string | null, month: number | null, rest: string][] = [
  ['Roma, 21 mag. (askanews) – Testo', 'askanews', 5, 'Testo'],
  ['(ANSA) - ROMA, 21 MAG - Testo', 'ANSA', 5, 'Testo'],
  ['(AGI) - Roma, 21 mag. - Testo', 'AGI', 5, 'Testo'],
  ['ROMA (Reuters) - Testo', 'Reuters', null, 'Testo'],
  ['WASHINGTON, May 21 (Reuters) - Text', 'Reuters', 5, 'Text'],
  ['NEW YORK (AP) — Text', 'AP', null, 'Text'],
  ['REGGIO CALABRIA, 21 MAG - Testo', null, 5, 'Testo'],
]

describe('datelines', () => {
  for (const [line, agency, month, rest] of datelines) {
    it(`reads ${line}`, () => {
      const dateline = readDateline(line, 'it')
      expect(dateline?.agency).toBe(agency)
      expect(dateline?.date?.month ?? null).toBe(month)
      expect(line.slice(dateline?.end).trim()).toBe(rest)
    })
  }

  it('sees none where a line only begins alike', () => {
    for (const line of [
      'Trento (TN) - Un caso',
      'Putin (video) - Il caso',
      '(Lo dice lui) - Testo',
    ]) {
      expect(readDateline(line, 'it')).toBeNull()
    }
  })
})
