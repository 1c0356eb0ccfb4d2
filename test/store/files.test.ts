import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Files, type KeptFile, openFiles } from '../../src/store/files.ts'

let folder: string
let files: Files
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'riscontro-files-')), 'not/yet/there')
  files = openFiles(folder)
})
afterEach(() => rmSync(join(folder, '../../..'), { recursive: true, force: true }))

const bytes = Buffer.from('Il ponte è aperto.')
const hash = createHash('sha256').update(bytes).digest('hex')
const path = `${hash.slice(0, 2)}/${hash}.warc.gz`

async function listed(): Promise<KeptFile[]> {
  return Array.fromAsync(files.list())
}

describe('the folder of files', () => {
  it('keeps bytes under their hash, and is made with the first', async () => {
    expect(await listed()).toEqual([])
    expect(existsSync(folder)).toBe(false)
    expect(await files.put(bytes)).toBe(hash)
    expect(readFileSync(join(folder, path))).toEqual(bytes)
    expect(await files.read(hash)).toEqual(bytes)
    expect(await listed()).toEqual([{ path, hash, size: bytes.length, putAt: expect.any(Number) }])
  })

  it('keeps the same bytes once, also when they are put together', async () => {
    const hashes = await Promise.all(Array.from({ length: 40 }, () => files.put(bytes)))
    expect(new Set(hashes)).toEqual(new Set([hash]))
    expect(readdirSync(folder, { recursive: true }).sort()).toEqual([hash.slice(0, 2), path])
  })

  it('writes a file anew that was cut or altered', async () => {
    for (const damage of [bytes.subarray(3), Buffer.from(bytes).fill(0), Buffer.alloc(0)]) {
      await files.put(bytes)
      writeFileSync(join(folder, path), damage)
      expect(await files.put(bytes)).toBe(hash)
      expect(await files.read(hash)).toEqual(bytes)
    }
  })

  it('has nothing under another name, however it is spelled', async () => {
    await files.put(bytes)
    const others = ['', '..', `../${hash}`, hash.toUpperCase(), 'f'.repeat(64), `${hash}\0`]
    for (const other of others) {
      await expect(files.read(other), other).rejects.toMatchObject({ code: 'not_found' })
    }
  })

  it('tells leftovers and strangers from what it keeps', async () => {
    await files.put(bytes)
    const odd = [`${path.replace('.warc.gz', '.1234.part')}`, `${hash.slice(0, 2)}/notes.txt`]
    for (const one of [...odd, `${hash}.warc.gz`]) writeFileSync(join(folder, one), 'x')
    const found = await listed()
    expect(found.filter((one) => one.hash).map((one) => one.path)).toEqual([path])
    expect(found).toHaveLength(4)
  })

  it('takes nothing away that was put since', async () => {
    await files.put(bytes)
    const long = Date.now() - 10_000
    expect(await files.remove(path, long)).toBe(false)
    await utimes(join(folder, path), new Date(0), new Date(0))
    await files.put(bytes)
    expect(await files.remove(path, long)).toBe(false)
    await utimes(join(folder, path), new Date(0), new Date(0))
    expect(await files.remove(path, long)).toBe(true)
    expect(await listed()).toEqual([])
  })

  it('loses nothing that is put while it is taken away', async () => {
    for (let round = 0; round < 50; round++) {
      await files.put(bytes)
      await utimes(join(folder, path), new Date(0), new Date(0))
      const before = Date.now() - 10_000
      const removed = files.remove(path, before).catch(() => false)
      await Promise.all([removed, files.put(bytes)])
      expect(await files.read(hash)).toEqual(bytes)
    }
  })

  it('says that it cannot be written, and leaves nothing behind', async () => {
    const file = join(folder, '../../..', 'file')
    writeFileSync(file, '')
    await expect(openFiles(join(file, 'files')).put(bytes)).rejects.toMatchObject({
      code: 'disk_closed',
    })
    await files.put(bytes)
    rmSync(join(folder, hash.slice(0, 2)), { recursive: true })
    writeFileSync(join(folder, hash.slice(0, 2)), 'in the way')
    await expect(files.put(bytes)).rejects.toMatchObject({ code: 'disk_closed' })
    expect(readdirSync(folder)).toEqual([hash.slice(0, 2)])
    expect(await files.put(randomBytes(9))).toMatch(/^[0-9a-f]{64}$/)
  })
})
