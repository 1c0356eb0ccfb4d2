import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDesk } from '../../src/desk/open.ts'
import { citing } from '../support/citing.ts'
import { person } from '../support/desk.ts'
import { riscontro } from './run.ts'

const folder = mkdtempSync(join(tmpdir(), 'riscontro-doctor-'))
const [whole, lacking] = ['whole.db', 'lacking.db'].map((name) => join(folder, name))
const files = join(folder, 'elsewhere')
const leftover = 'ab/1234.part'

beforeAll(async () => {
  mkdirSync(join(files, 'ab'), { recursive: true })
  writeFileSync(join(files, leftover), 'half')
  const desk = await openDesk(lacking ?? '', { files })
  const carla = await person(desk, 'checker', 'Carla')
  await desk.store.save([citing(desk, carla, 'nowhere')])
  await desk.close()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const doctor = (database: string | undefined, ...options: string[]) =>
  riscontro(database ?? '', ['doctor', ...options], { env: { RISCONTRO_FILES: files } })

it('the doctor is content where everything is there, and lists what lies there besides', async () => {
  const [plain, json] = [await doctor(whole), await doctor(whole, '--json')]
  expect([plain.code, plain.err]).toEqual([0, ''])
  expect(plain.out).toBe(
    `orphan  ${leftover}  4 bytes\nEverything is there: 0 snapshots (0 cited by nothing), 1 files.\n`,
  )
  expect([json.code, json.err]).toEqual([0, ''])
  const orphans = [{ path: leftover, size: 4, removed: false }]
  expect(JSON.parse(json.out)).toEqual({ snapshots: 0, files: 1, uncited: 0, faults: [], orphans })
}, 120_000)

it('the doctor names what is missing, and exits with 1', async () => {
  const [plain, json] = [await doctor(lacking), await doctor(lacking, '--json')]
  expect([plain.code, plain.out]).toEqual([1, `orphan  ${leftover}  4 bytes\n`])
  expect(plain.err).toMatch(/^source [\da-f-]{36}: its snapshot nowhere is not there\.\n$/)
  expect([json.code, json.err]).toEqual([1, plain.err])
  expect(JSON.parse(json.out).faults).toEqual([
    { subject: expect.any(String), why: 'its snapshot nowhere is not there' },
  ])
}, 120_000)

it('the doctor takes away no orphan that may be on its way', async () => {
  const { code, out } = await doctor(lacking, '--remove-orphans')
  expect([code, out]).toEqual([1, `orphan  ${leftover}  4 bytes\n`])
}, 120_000)
