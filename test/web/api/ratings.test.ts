import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { verifyLedger } from '../../../src/desk/ledger.ts'
import type { Member } from '../../../src/domain/member.ts'
import { clientOf, key, match, tokenFor } from '../../support/api.ts'
import { person, type TestDesk, testDesk } from '../../support/desk.ts'
import { type Web, webOf } from '../../support/web.ts'

const satire = { labelEn: 'Satire', labelIt: 'Satira', shape: 'full', tone: 'violet' } as const

describe('the rating scale, for programs', () => {
  let desk: TestDesk
  let web: Web
  let ada: Member
  let carla: Member
  beforeEach(async () => {
    desk = await testDesk()
    web = webOf(desk)
    ada = await person(desk, 'viewer', 'Ada', 1)
    carla = await person(desk, 'checker', 'Carla')
  })
  afterEach(async () => {
    expect((await verifyLedger(desk)).fault).toBeNull()
    await desk.end()
  })

  it('is read by everybody, and defined, amended, retired and restored by an admin', async () => {
    const client = clientOf(web, await tokenFor(desk, ada))
    const made = await client.ratings.$post({ json: satire, header: key() })
    expect(made.status).toBe(201)
    expect(made.headers.get('location')).toBe('http://desk.test/api/v1/ratings/satire')
    expect(made.headers.get('etag')).toBe('"1"')

    const at = { param: { id: 'satire' } }
    const json = { ...satire, labelEn: 'Satire or parody' }
    const amended = await client.ratings[':id'].$patch({ ...at, json, header: match(1) })
    expect(amended.status).toBe(200)
    const header = { ...key(), ...match(2) }
    const retired = await client.ratings[':id'].retirement.$post({ ...at, header })
    expect(await retired.json()).toMatchObject({ revision: 3, retiredAt: expect.any(String) })
    const again = await client.ratings[':id'].retirement.$post({ ...at, header })
    expect(await again.json()).toMatchObject({ revision: 3 })

    const others = clientOf(web, await tokenFor(desk, carla))
    const list = await others.ratings.$get()
    if (list.status !== 200) throw new Error('refused')
    const { items } = await list.json()
    expect(items.map(({ id }) => id)).toContain('satire')
    const refused = await others.ratings.$post({ json: satire, header: key() })
    expect(refused.status).toBe(403)
  })

  it('is changed by nobody who read another revision, or says none', async () => {
    const client = clientOf(web, await tokenFor(desk, ada))
    const at = { param: { id: 'true' }, json: { ...satire, number: '5' } }
    const stale = await client.ratings[':id'].$patch({ ...at, header: match(7) })
    expect(stale.status).toBe(412)
    expect(await stale.json()).toMatchObject({ code: 'stale', status: 412 })
    const header = { 'If-Match': '' }
    expect((await client.ratings[':id'].$patch({ ...at, header })).status).toBe(428)
  })

  it('is described', async () => {
    const said = await web.app.request('http://desk.test/api/v1/openapi.json')
    const { paths } = z
      .object({ paths: z.record(z.string(), z.unknown()) })
      .parse(await said.json())
    expect(Object.keys(paths)).toContain('/ratings/{id}/retirement')
  })
})
