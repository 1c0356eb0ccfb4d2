import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tellWebhooks } from '../../src/desk/webhooks/telling.ts'
import type { Member } from '../../src/domain/member.ts'
import { webhookEvents } from '../../src/domain/webhook.ts'
import { person, type TestDesk, testDesk } from '../support/desk.ts'
import { type Receiver, startReceiver } from '../support/receiver.ts'
import * as story from '../support/story.ts'
import { type Web, webOf, wordsOf } from '../support/web.ts'

describe('the pages of webhooks', () => {
  let desk: TestDesk
  let web: Web
  let receiver: Receiver
  let ada: Member

  beforeAll(async () => {
    desk = await testDesk(undefined, true)
    web = webOf(desk)
    receiver = await startReceiver()
    ada = await person(desk, 'viewer', 'Ada', 1)
  })
  afterAll(async () => {
    await desk.end()
    await receiver.stop()
  })

  const tell = () =>
    tellWebhooks(desk, (error) => {
      throw error
    })
  const read = async (path: string) => (await web.get(ada, path)).text()
  const webhook = async (id: string) => (await desk.store.webhooks.find(id))?.revision ?? 0
  const newest = async (id: string) => (await desk.store.deliveries.list(id, null, 1))[0]

  async function added(name = 'Site'): Promise<{ id: string; page: string }> {
    const id = desk.newId()
    const events = [...webhookEvents]
    const sent = await web.post(ada, '/webhooks', { newId: id, name, url: receiver.url, events })
    return { id, page: await sent.text() }
  }

  it('show a secret once, on the page that answers the form, and nowhere again', async () => {
    const { id, page } = await added()
    const [secret = ''] = /whsec_[\w+/=]+/.exec(page.replaceAll('&#x3D;', '=')) ?? []
    expect(secret).toMatch(/^whsec_/)
    const again = await web.post(ada, '/webhooks', {
      ...{ newId: id, name: 'Site', url: receiver.url, events: ['verdict.published'] },
    })
    expect([again.status, again.headers.get('location')]).toEqual([303, `/webhooks/${id}`])
    for (const path of ['/webhooks', `/webhooks/${id}`]) {
      expect(await read(path)).not.toContain('whsec_')
    }
    const turned = await web.post(ada, `/webhooks/${id}/secret`, { revision: await webhook(id) })
    const shown = await turned.text()
    expect(shown).toContain('whsec_')
    expect(shown).not.toContain(secret)
    expect(await read(`/webhooks/${id}`)).toContain('The secret before signs too until')
  })

  it('say what is wrong with a form beside its field, and keep what was typed', async () => {
    const form = { newId: desk.newId(), name: 'Archive', url: 'http://site.example/', events: [] }
    const refused = await web.post(ada, '/webhooks', form)
    expect(refused.status).toBe(422)
    const page = await refused.text()
    expect(wordsOf(page)).toContain('Write an address that begins with https://.')
    expect(page).toContain('value="Archive"')
  })

  it('show what was sent and what was answered, as they are, and send it again', async () => {
    const { id } = await added('<i>Hooks</i>')
    receiver.answers(() => ({ status: 500, words: '<script>alert(1)</script> no' }))
    const tested = await web.post(ada, `/webhooks/${id}/test`, { newId: desk.newId() })
    expect(tested.headers.get('location')).toBe(`/webhooks/${id}#deliveries`)
    await tell()
    const one = await newest(id)
    const page = await read(`/deliveries/${one?.id}`)
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt; no')
    expect(page).not.toContain('<script>alert(1)')
    expect(await read(`/webhooks/${id}`)).toContain('&lt;i&gt;Hooks')
    expect(wordsOf(page)).toContain('answer 500')
    expect(wordsOf(page)).toContain('"type" : "webhook.test"')
    receiver.answers(() => ({ status: 204 }))
    const send = { revision: one?.revision ?? 0 }
    const sent = await web.post(ada, `/deliveries/${one?.id}/sending`, send)
    expect(sent.headers.get('location')).toBe(`/deliveries/${one?.id}`)
    const before = receiver.arrived.length
    await tell()
    expect(receiver.arrived).toHaveLength(before + 1)
    expect(wordsOf(await read(`/deliveries/${one?.id}`))).toContain('delivered')
    // As somebody saw it before it was sent: a page that is old.
    const stale = await web.post(ada, `/deliveries/${one?.id}/sending`, send)
    expect(stale.status).toBe(409)
  })

  it('list what was told, the newest first, a page at a time', async () => {
    const { id } = await added('Many')
    for (let i = 0; i < 53; i++) {
      await web.post(ada, `/webhooks/${id}/test`, { newId: desk.newId() })
    }
    const first = await read(`/webhooks/${id}`)
    const [, older = ''] = /href="(\/webhooks\/[^"]+after=[^"#]+)#deliveries"/.exec(first) ?? []
    const links = (page: string) => new Set(page.match(/\/deliveries\/[\da-f-]{36}/g))
    const second = await read(older.replaceAll('&amp;', '&'))
    expect([links(first).size, links(second).size]).toEqual([50, 3])
    expect(links(first).intersection(links(second)).size).toBe(0)
  })

  it('change, pause, go on and end, each once, and refuse a page that is old', async () => {
    const { id } = await added('Old name')
    const details = { name: 'New name', url: receiver.url, events: ['verdict.withdrawn'] }
    const post = async (path: string, fields = {}) =>
      web.post(ada, `/webhooks/${id}/${path}`, { revision: await webhook(id), ...fields })
    expect((await post('details', details)).status).toBe(303)
    expect((await post('details', { ...details, name: 'x', revision: 1 })).status).toBe(409)
    const paused = await webhook(id)
    for (let i = 0; i < 2; i++) {
      expect((await post('pause', { revision: paused })).status).toBe(303)
    }
    expect(wordsOf(await read(`/webhooks/${id}`))).toContain('Nothing is sent.')
    expect((await web.post(ada, `/webhooks/${id}/test`, { newId: desk.newId() })).status).toBe(409)
    expect((await post('continuation')).status).toBe(303)
    expect((await post('ending')).status).toBe(303)
    const page = wordsOf(await read(`/webhooks/${id}`))
    for (const words of ['New name', 'You ended a webhook', 'It is told nothing any more']) {
      expect(page).toContain(words)
    }
    expect(page).not.toContain('Send a test')
    expect((await post('continuation')).status).toBe(409)
  })

  it('tell of a verdict what the public reads, and nothing that is the desk’s own', async () => {
    const carla = await person(desk, 'checker', 'Carla')
    const enzo = await person(desk, 'editor', 'Enzo')
    const { id } = await added('Told')
    const article = await story.article(desk, carla)
    const claim = await story.claim(desk, carla, article)
    await story.proposed(desk, carla, claim)
    await tell()
    expect(await newest(id)).toBeUndefined()
    const published = await story.published(desk, carla, enzo, article)
    await tell()
    const one = await newest(id)
    const page = wordsOf(await read(`/deliveries/${one?.id}`))
    expect(page).toContain('verdict.published')
    expect(page).toContain(published)
    expect(page).toContain(story.verdictForm.conclusion)
    expect(page).not.toContain(story.verdictForm.findingsWord)
  })
})
