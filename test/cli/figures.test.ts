import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { riscontro, start } from './run.ts'

const folder = mkdtempSync(join(tmpdir(), 'riscontro-figures-'))
const nowhere = join(folder, 'never/made.db')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const answers = (out: string) =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

describe('riscontro figures', () => {
  it('answers every line with its figures, in the language that it is in', async () => {
    const input =
      'Il ponte costa 12.500 euro.\r\nThe bridge cost 12,500 euros in 2024.\n\nUn italiano su tre'
    const { code, out, err } = await riscontro(nowhere, ['figures', '-'], { input })
    expect([code, err]).toEqual([0, ''])
    const [italian, english, empty, short] = answers(out)
    expect(italian).toEqual({
      language: 'it',
      figures: [
        {
          ...{ value: 12_500, low: 12_450, high: 12_550, unit: 'money', measure: 'EUR', of: [] },
          ...{ exactness: 'exact', text: '12.500 euro', from: 15, to: 26 },
        },
      ],
    })
    expect(english.figures).toMatchObject([
      { value: 12_500, measure: 'EUR' },
      { value: '2024', low: '2024-01-01', high: '2024-12-31', unit: 'date' },
    ])
    expect(empty.figures).toEqual([])
    expect(short).toMatchObject({ language: 'it', figures: [{ unit: 'percent', of: ['ital'] }] })
  }, 120_000)

  it('reads a file, in the language that was said', async () => {
    const file = join(folder, 'texts.txt')
    writeFileSync(file, 'Cost: 12.500\n')
    const ran = await riscontro(nowhere, ['figures', file, '--language', 'en'])
    expect(answers(ran.out)).toMatchObject([{ language: 'en', figures: [{ value: 12.5 }] }])
  }, 120_000)

  it('answers a line before the next one comes', async () => {
    const child = start(['src/cli.ts', 'figures', '-'])
    const lines: unknown[] = []
    const ended = new Promise((resolve) => child.on('close', resolve))
    child.stdout?.on('data', (chunk) => {
      lines.push(...answers(String(chunk)))
      if (lines.length === 1) child.stdin?.end('Il 4 per cento\n')
      else child.stdin?.destroy()
    })
    child.stdin?.write('Il 40 per cento\n')
    await ended
    expect(lines).toMatchObject([{ figures: [{ value: 40 }] }, { figures: [{ value: 4 }] }])
  }, 120_000)

  it('says of a line that is too long that it is, and goes on', async () => {
    const input = `${'9 '.repeat(600_000)}\nIl 40 per cento`
    const { code, out, err } = await riscontro(nowhere, ['figures', '-'], { input })
    expect([code, err]).toEqual([1, 'line 1: The line has more than 1,000,000 characters.\n'])
    expect(answers(out)).toMatchObject([
      { error: { code: 'too_large', message: expect.any(String), fields: {} } },
      { figures: [{ value: 40, unit: 'percent' }] },
    ])
  }, 120_000)

  it('refuses a file that is not there, and a language that is none', async () => {
    const missing = await riscontro(nowhere, ['figures', join(folder, 'missing.txt')])
    expect([missing.code, missing.out]).toEqual([1, ''])
    expect(missing.err).toMatch(/no such file/)
    const odd = await riscontro(nowhere, ['figures', '-', '--language', 'Italian'])
    expect([odd.code, odd.err]).toEqual([2, "Option '--language' takes a code such as it or en.\n"])
  }, 120_000)
})
