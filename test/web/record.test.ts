import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readPublicKey } from '../../src/desk/proving.ts'
import type { Member } from '../../src/domain/member.ts'
import { signedCheckpoint } from '../../src/interchange/verdict-export.ts'
import { person, type TestDesk, testDesk } from '../support/desk.ts'
import * as story from '../support/story.ts'
import { type Web, webOf, wordsOf } from '../support/web.ts'

const WELL_KNOWN = '/.well-known/riscontro.json'

let desk: TestDesk
let web: Web
let editor: Member
let viewer: Member
beforeAll(async () => {
  desk = await testDesk()
  web = webOf(desk)
  editor = await person(desk, 'editor')
  viewer = await person(desk, 'viewer')
}, 60_000)
afterAll(() => desk.end())

const page = async (by: Member) => wordsOf(await (await web.get(by, '/record')).text())

describe('the record', () => {
  it('says that nothing is signed yet, and lets an editor sign it', async () => {
    expect(await page(viewer)).toMatch(/Newest checkpoint none yet: .* Decided since \d+ entries/)
    expect(await page(viewer)).not.toContain('Sign a checkpoint now')
    expect(await page(editor)).toContain('Sign a checkpoint now')
    for (let twice = 0; twice < 2; twice++) {
      const answer = await web.post(editor, '/record/checkpoints', {})
      expect([answer.status, answer.headers.get('location')]).toEqual([303, '/record'])
    }
    const signed = await desk.store.checkpoints.newest()
    const words = await page(editor)
    expect(words).toContain(`covers the first ${signed?.size} entries`)
    expect(words).toContain('Decided since nothing')
    expect(words).toContain(signed?.root)
    expect(words).not.toContain('Sign a checkpoint now')
    await story.article(desk, editor)
    expect(await page(editor)).toContain('Sign a checkpoint now')
  })

  it('tells anybody the public key and the newest checkpoint', async () => {
    const answer = await web.get(null, WELL_KNOWN)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toContain('application/json')
    expect(answer.headers.get('cache-control')).toBe('public, max-age=300')
    const text = await answer.text()
    const told = JSON.parse(text)
    expect(told).toMatchObject({ schema: 'riscontro/desk/v1', desk: { name: 'Test desk' } })
    const key = readPublicKey(text)
    expect(told.key).toEqual({ id: key.id, algorithm: 'Ed25519', spki: key.spki })
    expect(key.signed(signedCheckpoint.parse(told.checkpoint))).toBe(true)
    expect(text).not.toContain('PRIVATE')
  })
})
