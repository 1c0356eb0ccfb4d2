import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verdictExport } from '../../src/interchange/verdict-export.ts'
import { type ToldDesk, toldDesk } from '../support/told-desk.ts'
import { webOf } from '../support/web.ts'
import { riscontro, root } from './run.ts'

const folder = mkdtempSync(join(tmpdir(), 'riscontro-export-'))
const database = join(folder, 'told.db')
let told: ToldDesk
/** A document, and the command for it, as the page of exports shows them. */
let shown: { document: string; command: string }

const timeless = (document: string) => document.replace(/"generatedAt":"[^"]*"/, '')

beforeAll(async () => {
  told = await toldDesk(database)
  const web = webOf(told.desk)
  const query = `?topic=${encodeURIComponent("l'arza")}&status=under_correction&status=published`
  const page = await (await web.get(told.editor, `/exports${query}`)).text()
  const [, command = ''] = /id="export-command"[^>]* value="([^"]*)"/.exec(page) ?? []
  const document = await (await web.get(told.editor, `/exports/verdicts.json${query}`)).text()
  shown = { document, command: command.replaceAll('&#39;', "'") }
  await told.desk.end()
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const exported = (...options: string[]) => riscontro(database, ['export', 'verdicts', ...options])
const namesIn = (document: string) =>
  verdictExport.parse(JSON.parse(document)).verdicts.map(told.nameOf).sort()

describe('riscontro export verdicts, filtered', () => {
  it('writes what passes every filter, and any value of one', async () => {
    const some = await exported('--rating=false', '--rating', 'mixed')
    expect([some.code, some.err]).toEqual([0, ''])
    expect(namesIn(some.out)).toEqual(['costs 2', 'costs 3', 'debt'])
    const out = join(folder, 'out.json')
    const { anna, first } = told
    const all = [
      ...['--rating=true', '--topic=#Ponti', '--language=it', '--status=superseded'],
      ...[`--article=${first}`, `--claimant=${anna}`, '--from=2/6/2025', '--until=2025-06-02'],
    ]
    const file = await exported(...all, '--out', out, '--json')
    expect(JSON.parse(file.out)).toMatchObject({ verdicts: 1 })
    expect(namesIn(readFileSync(out, 'utf8'))).toEqual(['costs'])
  }, 120_000)

  it('writes, by the command that the page shows, the document that the page shows', async () => {
    const script = shown.command.replace(
      'npm run --silent riscontro --',
      '"$0" src/node.mjs src/cli.ts',
    )
    expect(script).toContain(`--topic='l'\\''arza'`)
    const shell = spawn('sh', ['-c', script, process.execPath], {
      cwd: root,
      env: { ...process.env, RISCONTRO_DB: database },
    })
    expect(timeless(await text(shell.stdout))).toBe(timeless(shown.document))
    expect(namesIn(shown.document)).toEqual(['school'])
  }, 120_000)

  it('writes what the export gave at a moment, read in the desk’s time zone', async () => {
    const { out } = await exported('--as-of=2025-06-02', '--topic=ponti')
    expect(namesIn(out)).toEqual(['bridge', 'costs'])
    const instant = await exported('--as-of', '2025-06-02T21:59:59.999Z', '--topic=ponti')
    expect(timeless(instant.out)).toBe(timeless(out))
  }, 120_000)

  it('refuses what it cannot read, and writes nothing', async () => {
    const out = join(folder, 'none.json')
    const wrong = [
      ['--rating=almost', 'rating: not here'],
      ['--status=draft', 'status: not here'],
      ['--from=2025-06', 'from: no day'],
      ['--as-of=2025-06', 'asOf: not a moment'],
      ['--as-of=2999-01-01', 'asOf: in the future'],
      ['--article=1', 'article: malformed'],
    ]
    const ran = wrong.map(([option = '', why = '']) =>
      exported(option, '--out', out).then((one) => ({ ...one, why })),
    )
    for (const { code, out: said, err, why } of await Promise.all(ran)) {
      expect([code, said]).toEqual([1, ''])
      expect(err).toContain(why)
    }
    expect(() => readFileSync(out)).toThrow('no such file')
    const json = await exported('--rating=almost', '--until=x', '--json')
    expect(json.code).toBe(1)
    expect(Object.keys(JSON.parse(json.out).error.fields)).toEqual(['until'])
    for (const option of ['--ratng=true', '--rating=']) {
      const { code, out: said } = await exported(option)
      expect([code, said]).toEqual([2, ''])
    }
  }, 120_000)
})
