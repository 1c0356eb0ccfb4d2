import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openDesk } from '../../src/desk/open.ts'
import { openKey } from '../../src/store/key.ts'

const folder = mkdtempSync(join(tmpdir(), 'riscontro-key-'))
afterAll(() => rmSync(folder, { recursive: true }))

const checkpoint = { size: 3, at: '2025-06-01T08:00:00.000Z', root: '0'.repeat(64) }

describe('the key of a desk', () => {
  it('is made where it is asked for first, for its owner alone, and kept', async () => {
    const path = join(folder, 'deep', 'key.pem')
    expect(await openKey(path).find()).toBeNull()
    const made = await openKey(path).demand()
    expect(made.id).toMatch(/^[0-9a-f]{16}$/)
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(readFileSync(path, 'utf8')).toMatch(/^-----BEGIN PRIVATE KEY-----/)
    expect(readdirSync(join(folder, 'deep'))).toEqual(['key.pem'])
    const written = readFileSync(path)
    expect((await openKey(path).demand()).spki).toBe(made.spki)
    expect((await openKey(path).find())?.id).toBe(made.id)
    expect(readFileSync(path)).toEqual(written)
  })

  it('is one, also where several processes start at once', async () => {
    const path = join(folder, 'race.pem')
    const keys = await Promise.all(Array.from({ length: 8 }, () => openKey(path).demand()))
    expect(new Set(keys.map(({ spki }) => spki)).size).toBe(1)
    expect(readdirSync(folder).filter((name) => name.startsWith('race'))).toEqual(['race.pem'])
  })

  it('is never written over: what lies there and is no key is said to be none', async () => {
    const path = join(folder, 'wrong.pem')
    for (const wrong of ['', 'no key']) {
      writeFileSync(path, wrong)
      await expect(openKey(path).demand()).rejects.toThrow(`cannot sign with the key in ${path}`)
      expect(readFileSync(path, 'utf8')).toBe(wrong)
    }
    mkdirSync(join(folder, 'a-folder.pem'))
    await expect(openKey(join(folder, 'a-folder.pem')).demand()).rejects.toThrow('EISDIR')
  })

  it('signs what it alone could have signed', async () => {
    const [key, other] = await Promise.all([openKey(null).demand(), openKey(null).demand()])
    const signed = key.sign(checkpoint)
    expect(key.signed(signed)).toBe(true)
    expect(other.signed(signed)).toBe(false)
    expect(other.signed({ ...signed, key: other.id })).toBe(false)
    for (const changed of [{ size: 4 }, { at: '' }, { root: '1'.repeat(64) }, { signature: '' }]) {
      expect(key.signed({ ...signed, ...changed })).toBe(false)
    }
  })

  it('lies beside the database, or where the setting says; one in memory goes with it', async () => {
    const open = async (database: string, key?: string) => {
      const desk = await openDesk(database, key === undefined ? {} : { key })
      const { id } = await desk.keys.demand()
      await desk.close()
      return id
    }
    const database = join(folder, 'own', 'desk.db')
    const id = await open(database)
    expect(readdirSync(join(folder, 'own'))).toContain('key.pem')
    expect(await open(database)).toBe(id)
    const elsewhere = join(folder, 'elsewhere.pem')
    expect(await open(database, elsewhere)).not.toBe(id)
    expect(statSync(elsewhere).isFile()).toBe(true)
    expect(await open(':memory:')).not.toBe(await open(':memory:'))
  })
})
