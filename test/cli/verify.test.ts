import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { wellKnown } from '../../src/desk/checkpoints.ts'
import { exportVerdicts } from '../../src/desk/exports.ts'
import { type ToldDesk, toldDesk } from '../support/told-desk.ts'
import { riscontro } from './run.ts'

const folder = mkdtempSync(join(tmpdir(), 'riscontro-verify-'))
const file = (name: string) => join(folder, name)
const database = file('told.db')
const [exported, altered, key] = [file('out.json'), file('altered.json'), file('riscontro.json')]
let told: ToldDesk
let id = ''

beforeAll(async () => {
  told = await toldDesk(database)
  const { desk, editor } = told
  const text = await new Response(await exportVerdicts(desk, editor, {})).text()
  writeFileSync(exported, text)
  writeFileSync(key, JSON.stringify(await wellKnown(desk)))
  const whole = JSON.parse(text)
  whole.verdicts[2].conclusion = 'It never was.'
  id = whole.verdicts[2].id
  writeFileSync(altered, JSON.stringify(whole, null, 2))
  await desk.close()
}, 120_000)
afterAll(async () => {
  await told.desk.end().catch(() => undefined)
  rmSync(folder, { recursive: true, force: true })
})

/** Where no desk is, and none is made. */
const nowhere = join(folder, 'never/made.db')
const verify = (...options: string[]) => riscontro(nowhere, ['verify', ...options])

describe('riscontro verify', () => {
  it('proves an export without a desk, from a file or standard input', async () => {
    const input = readFileSync(exported)
    const [plain, json, piped] = await Promise.all([
      verify(exported, '--key', key),
      verify(exported, '--key', key, '--json'),
      riscontro(nowhere, ['verify', '-', '--key', key], { input }),
    ])
    expect([plain.code, plain.err]).toEqual([0, ''])
    expect(plain.out).toMatch(/^7 verdicts, each as it was recorded, by the checkpoint of 20/)
    expect(piped).toEqual(plain)
    expect([json.code, JSON.parse(json.out)]).toMatchObject([
      0,
      { verdicts: 7, hold: 7, failed: [], fault: null, checkpoint: { size: expect.any(Number) } },
    ])
    expect(() => readFileSync(nowhere)).toThrow('no such file')
  }, 120_000)

  it('names a verdict that was altered, and exits with 1', async () => {
    const [plain, json] = await Promise.all([
      verify(altered, '--key', key),
      verify(altered, '--key', key, '--json'),
    ])
    expect([plain.code, plain.out]).toEqual([1, ''])
    expect(plain.err).toContain(`${id}: its words are not those recorded.\n6 of 7 verdicts are`)
    const failed = [{ id, why: 'its words are not those recorded' }]
    expect([json.code, JSON.parse(json.out)]).toMatchObject([1, { hold: 6, failed }])
  }, 120_000)

  it('says what it cannot read, and what it needs', async () => {
    const [none, keyless, wrong, missing] = await Promise.all([
      verify(key, '--key', key),
      verify(exported),
      verify(exported, '--key', exported, '--json'),
      verify(file('missing.json'), '--key', key),
    ])
    expect([none.code, none.err]).toEqual([1, 'It is no riscontro/verdict-export/v1.\n'])
    expect(keyless.code).toBe(2)
    expect(keyless.err).toContain('/.well-known/riscontro.json')
    expect(wrong.code).toBe(1)
    expect(JSON.parse(wrong.out).error.message).toContain('There is no key in it')
    expect([missing.code, missing.err]).toMatchObject([1, expect.stringContaining('no such file')])
  }, 120_000)
})

describe('riscontro ledger', () => {
  it('signs a checkpoint, proves the record with it, and names what was altered', async () => {
    const how = { env: { RISCONTRO_KEY: join(told.desk.files.folder, '..', 'key.pem') } }
    const signed = await riscontro(database, ['ledger', 'checkpoint', '--json'], how)
    const checkpoint = JSON.parse(signed.out)
    expect(checkpoint).toMatchObject({ root: expect.stringMatching(/^[0-9a-f]{64}$/) })
    const whole = await riscontro(database, ['ledger', 'verify', '--json'], how)
    const { size } = checkpoint
    expect([whole.code, JSON.parse(whole.out)]).toMatchObject([
      0,
      { entries: size, checkpoints: expect.any(Number), otherKeys: [], fault: null },
    ])
    const keyless = { env: { RISCONTRO_KEY: join(told.desk.files.folder, '..', 'other.pem') } }
    const unsigned = await riscontro(database, ['ledger', 'verify'], keyless)
    expect(unsigned.out).not.toContain('signed')
    expect(unsigned.err).toContain('No checkpoint that the desk’s key signed covers it')
    const db = new Database(database)
    db.exec(`drop trigger ledger_no_update; update ledger set comment = 'x' where seq = 20`)
    db.close()
    const broken = await riscontro(database, ['ledger', 'verify'], how)
    expect([broken.code, broken.out]).toEqual([1, ''])
    expect(broken.err).toMatch(/^The ledger is broken at entry 20: .*: the entry was altered\.\n$/)
  }, 120_000)
})
