import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { goOn } from '../../src/cli/export-series.ts'
import { exportFromTerminal } from '../../src/desk/terminal.ts'
import { withdraw } from '../../src/desk/verdicts.ts'
import { manyVerdicts } from '../support/many.ts'
import * as story from '../support/story.ts'
import { type ToldDesk, toldDesk } from '../support/told-desk.ts'
import { riscontro, root } from './run.ts'

const folder = mkdtempSync(join(tmpdir(), 'riscontro-series-'))
const database = join(folder, 'told.db')
let told: ToldDesk
beforeAll(async () => {
  told = await toldDesk(database)
}, 60_000)
afterAll(async () => {
  await told.desk.end()
  rmSync(folder, { recursive: true, force: true })
})

const never = new AbortController().signal
const ndjson = { format: 'ndjson', asked: {}, home: null } as const
const linesOf = (file: string) => readFileSync(file, 'utf8').split('\n').filter(Boolean)
const filesIn = (out: string, begin: string) =>
  readdirSync(out)
    .filter((name) => name.startsWith(begin))
    .sort()
    .map((name) => join(out, name))

/** What somebody has who reads the files in their order. */
function followed(out: string): Map<string, string> {
  const has = new Map<string, string>()
  for (const file of filesIn(out, 'verdicts-')) {
    for (const line of linesOf(file)) has.set(JSON.parse(line).id, line)
  }
  for (const file of filesIn(out, 'changes-')) {
    for (const line of linesOf(file)) {
      const [, verdict = ''] = /,"verdict":(.*)}$/.exec(line) ?? []
      has.set(JSON.parse(line).id, verdict)
    }
  }
  return has
}

/** The lines of the whole export, in no order of theirs. */
async function whole(): Promise<string[]> {
  const { stream } = await exportFromTerminal(told.desk, ndjson)
  const text = await new Response(await stream()).text()
  return text.split('\n').filter(Boolean).sort()
}

const bridge = async () => {
  const { publicVerdict } = await story.read(told.desk, told.claims.bridge)
  if (!publicVerdict) throw new Error('it is not public')
  return publicVerdict
}

describe('riscontro export verdicts --since-last', () => {
  const exported = (out: string, ...options: string[]) =>
    riscontro(database, ['export', 'verdicts', '--since-last', '--out', out, ...options])

  it('writes everything once, then what changed, and nothing where nothing did', async () => {
    const out = join(folder, 'series')
    const first = await exported(out, '--format=ndjson', '--json')
    expect([first.code, first.err]).toEqual([0, ''])
    const { file, cursor, verdicts } = JSON.parse(first.out)
    expect([verdicts, linesOf(file).length]).toEqual([7, 7])
    expect(JSON.parse(readFileSync(join(out, 'cursor.json'), 'utf8'))).toMatchObject({ cursor })
    const none = await exported(out, '--format=ndjson')
    expect([none.code, none.out]).toEqual([0, 'Nothing changed: nothing was written.\n'])
    await withdraw(told.desk, told.editor, await bridge(), { reason: 'Era un altro ponte.' })
    const second = await exported(out, '--format=ndjson')
    const [changes = ''] = filesIn(out, 'changes-')
    expect(second.out).toBe(`${changes}\n`)
    expect(linesOf(changes).map((line) => JSON.parse(line))).toMatchObject([
      { change: 'withdrawn', gone: true, reason: 'Era un altro ponte.' },
    ])
    const other = await exported(out, '--format=csv')
    expect([other.code, other.out]).toEqual([1, ''])
    expect(other.err).toContain('Choose another folder.')
    expect([...followed(out).values()].sort()).toEqual(await whole())
    expect(readdirSync(out).length).toBe(3)
  }, 120_000)

  it('does not give again what was whole before its cursor was kept', async () => {
    const out = join(folder, 'killed')
    const run = () => goOn(told.desk, out, ndjson, never)
    const { cursor } = await run()
    writeFileSync(
      join(out, 'cursor.json'),
      readFileSync(join(out, 'cursor.json'), 'utf8').replace(`"${cursor}"`, 'null'),
    )
    writeFileSync(join(out, 'changes.ndjson.1.part'), 'half a line')
    writeFileSync(join(out, 'export.lock'), '999999999')
    expect(await run()).toMatchObject({ file: null, cursor, verdicts: 0 })
    expect(readdirSync(out).length).toBe(2)
    expect(readFileSync(join(out, 'cursor.json'), 'utf8')).toContain(cursor)
  })

  it('goes on where it was killed, whenever that was', async () => {
    manyVerdicts(database, 3000)
    const out = join(folder, 'often')
    mkdirSync(out)
    const settings = { PATH: process.env.PATH, RISCONTRO_DB: database }
    const words = ['export', 'verdicts', '--since-last', '--format=ndjson', '--out', out]
    for (const ms of [500, 900]) {
      const child = spawn(process.execPath, ['src/cli.ts', ...words], { cwd: root, env: settings })
      const ended = new Promise((resolve) => child.on('close', resolve))
      await wait(ms)
      child.kill('SIGKILL')
      await ended
      for (const file of filesIn(out, '').filter((name) => name.endsWith('.ndjson'))) {
        for (const line of linesOf(file)) JSON.parse(line)
      }
    }
    await goOn(told.desk, out, ndjson, never)
    // Copies of one verdict: they share its id, and each has a line.
    expect(filesIn(out, 'verdicts-').flatMap(linesOf).sort()).toEqual(await whole())
    expect(filesIn(out, 'changes-')).toEqual([])
    expect(filesIn(out, 'verdicts-').length).toBe(1)
    expect(readdirSync(out).filter((name) => name.endsWith('.part'))).toEqual([])
  }, 120_000)
})

describe('riscontro export verdicts --format', () => {
  it('writes each form, to a file or to standard output', async () => {
    const origin = { env: { RISCONTRO_ORIGIN: 'https://desk.example' } }
    const write = (...options: string[]) =>
      riscontro(database, ['export', 'verdicts', '--topic=bilancio', ...options], origin)
    const csv = await write('--format=csv', '--columns=version,url', '--bom', '--out=-')
    expect(csv.out).toMatch(
      /^\uFEFF?version,url\r\n(1,https:\/\/desk\.example\/verdicts\/.+\r\n)+$/,
    )
    const out = join(folder, 'out.csv')
    const file = await write('--format=csv', '--out', out, '--json')
    expect(JSON.parse(file.out)).toMatchObject({ file: out, verdicts: expect.any(Number) })
    const homeless = await riscontro(database, ['export', 'verdicts', '--format=jsonld'])
    expect([homeless.code, homeless.out]).toEqual([1, ''])
    expect(homeless.err).toContain('origin: required')
    expect((await write('--since-last', '--out=x', '--since=0')).code).toBe(2)
  }, 120_000)
})
