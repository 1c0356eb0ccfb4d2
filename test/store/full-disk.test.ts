import { execFileSync, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { examine } from '../../src/desk/doctor.ts'
import { openDesk } from '../../src/desk/open.ts'
import { openFiles } from '../../src/store/files.ts'
import { person } from '../support/desk.ts'
import * as story from '../support/story.ts'

/** A file system of its own, so small that it is soon full. */
const disk = mkdtempSync(join(tmpdir(), 'riscontro-disk-'))
const mount = (options: string) =>
  spawnSync('sh', ['-c', `mount -t tmpfs -o ${options} riscontro "$0"`, disk], { encoding: 'utf8' })
const mounted = mount('size=256k')
const impossible = mounted.status === 0 ? '' : mounted.stderr || String(mounted.error?.message)
afterAll(() => {
  if (!impossible) execFileSync('sh', ['-c', 'umount -l "$0"', disk])
  rmSync(disk, { recursive: true, force: true })
})

const listed = (folder: string) => Array.fromAsync(openFiles(folder).list(), ({ hash }) => hash)

const why = impossible && ` (none can be mounted: ${impossible.trim()})`
describe.skipIf(impossible)(`a disk that is full${why}`, () => {
  const files = openFiles(join(disk, 'files'))
  const large = randomBytes(300_000)
  let small: string
  beforeAll(async () => {
    small = await files.put(randomBytes(100_000))
  })

  it('is told, and nothing is half kept', async () => {
    for (let i = 0; i < 3; i++) {
      await expect(files.put(large)).rejects.toMatchObject({ code: 'disk_full' })
      expect(await listed(files.folder)).toEqual([small])
    }
  })

  it('keeps what it had, and takes what still fits', async () => {
    expect(await files.read(small)).toHaveLength(100_000)
    const other = await files.put(randomBytes(20_000))
    expect((await listed(files.folder)).sort()).toEqual([small, other].sort())
  })

  it('is told too where not even a folder can be made', async () => {
    const packed: string[] = []
    const fill = async () => {
      for (let i = 0; i < 1000; i++) packed.push(await files.put(randomBytes(100)))
    }
    await expect(fill()).rejects.toMatchObject({ code: 'disk_full' })
    expect((await listed(files.folder)).filter((hash) => hash === null)).toEqual([])
    expect(packed.length).toBeGreaterThan(0)
  })

  it('takes the same again once there is room', async () => {
    expect(mount('remount,size=2m').status).toBe(0)
    const hash = await files.put(large)
    expect(Buffer.from(await files.read(hash)).equals(large)).toBe(true)
  })
})

describe.skipIf(impossible)(`a desk whose whole disk is full${why}`, () => {
  it('refuses the decision, keeps nothing of it, and carries it out once there is room', async () => {
    rmSync(join(disk, 'files'), { recursive: true, force: true })
    expect(mount('remount,size=8m').status).toBe(0)
    const desk = await openDesk(join(disk, 'desk.db'))
    const carla = await person(desk, 'checker', 'Carla')
    const bring = (number: number) =>
      story.article(desk, carla, `${story.bridge}\n${`parola ${number} di molte, `.repeat(20_000)}`)
    let number = 0
    const bringMany = async () => {
      while (number < 100) await bring(number++)
    }
    await expect(bringMany()).rejects.toMatchObject({ code: 'disk_full' })
    expect(number).toBeGreaterThan(1)
    expect(await desk.store.articles.list(null, 100)).toHaveLength(number - 1)
    expect(mount('remount,size=32m').status).toBe(0)
    await bring(number - 1)
    expect(await desk.store.articles.list(null, 100)).toHaveLength(number)
    expect((await desk.store.verify()).fault).toBeNull()
    const found = await Array.fromAsync(examine(desk))
    expect(found.filter((one) => 'fault' in one)).toEqual([])
    await desk.close()
  }, 60_000)
})

const isUnix = process.platform !== 'win32'
it.skipIf(!isUnix)('a limit on the size of files counts as a full disk', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'riscontro-limit-'))
  const script = `import { openFiles } from './src/store/files.ts'
    const put = (size) => openFiles(process.argv[1]).put(new Uint8Array(size))
    console.log(await put(1000), await put(300_000).catch(({ code }) => code))`
  // In blocks of 512 bytes or of 1 kB, as the shell has it.
  const command = `ulimit -f 100; exec "$0" --input-type=module-typescript -e "$1" "$2"`
  const ran = spawnSync('sh', ['-c', command, process.execPath, script, folder], {
    encoding: 'utf8',
  })
  expect([ran.stderr, ran.stdout]).toEqual([
    '',
    expect.stringMatching(/^[0-9a-f]{64} disk_full\n$/),
  ])
  expect(await listed(folder)).toHaveLength(1)
  rmSync(folder, { recursive: true, force: true })
})
