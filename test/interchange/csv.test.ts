import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type CsvRow, csvHead, csvRows } from '../../src/interchange/exports/csv.ts'

/** A row of which nothing but its reason is looked at: it may say anything. */
const row = (reason: string | null): CsvRow => ({
  told: { id: 'v', claimId: 'c', version: 1 },
  place: null,
  url: null,
  change: { change: 'withdrawn', at: '2025-06-01T00:00:00Z', reason },
})
const cell = (reason: string | null) => csvRows([row(reason)], ['changeReason', 'version'])

const soffice = (() => {
  try {
    return execFileSync('sh', ['-c', 'command -v soffice'], { encoding: 'utf8' }).trim()
  } catch {
    return null
  }
})()

describe('CSV', () => {
  it.each([
    ['=1+1', "'=1+1,1\r\n"],
    ['+39 06 1234', "'+39 06 1234,1\r\n"],
    ['-2 gradi', "'-2 gradi,1\r\n"],
    ['@SUM(A1)', "'@SUM(A1),1\r\n"],
    ['\t=1', "'\t=1,1\r\n"],
    ['\r=1', '"\'\r=1",1\r\n'],
    ['=HYPERLINK("http://x","y")', '"\'=HYPERLINK(""http://x"",""y"")",1\r\n'],
  ])('runs nothing in a spreadsheet: %j', (said, written) => {
    expect(cell(said)).toBe(written)
  })

  it.each([
    ['detto così', 'detto così,1\r\n'],
    ['a, "b"', '"a, ""b""",1\r\n'],
    ['a\nb', '"a\nb",1\r\n'],
    ['a\rb', '"a\rb",1\r\n'],
    ['1 = 1', '1 = 1,1\r\n'],
    [null, ',1\r\n'],
  ])('is written by RFC 4180: %j', (said, written) => {
    expect(cell(said)).toBe(written)
  })

  it('has a byte order mark where it is asked for', () => {
    expect(csvHead(['id', 'claim.statement'], false)).toBe('id,claim.statement\r\n')
    expect(csvHead(['id'], true)).toBe('\uFEFFid\r\n')
    expect(csvRows([], ['id'])).toBe('')
  })

  it.skipIf(!soffice)('opens in LibreOffice with no formula run (where it is installed)', () => {
    const folder = mkdtempSync(join(tmpdir(), 'riscontro-csv-'))
    const file = join(folder, 'verdicts.csv')
    writeFileSync(file, csvHead(['changeReason', 'version'], false) + cell('=1+1'))
    const words = ['--headless', '--convert-to', 'html', '--outdir', folder, file]
    execFileSync(soffice ?? '', words, { env: { ...process.env, HOME: folder } })
    expect(readFileSync(join(folder, 'verdicts.html'), 'utf8')).toContain('=1+1')
    rmSync(folder, { recursive: true })
  })
})
