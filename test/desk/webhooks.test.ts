import { Webhook } from 'standardwebhooks'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDesk } from '../../src/desk/open.ts'
import { publish, reopen, withdraw } from '../../src/desk/verdicts.ts'
import { again, readDelivery, test as sendTest } from '../../src/desk/webhooks/deliveries.ts'
import {
  add,
  change,
  end,
  goOn,
  OVERLAP_HOURS,
  openWebhook,
  pause,
  rotate,
} from '../../src/desk/webhooks/manage.ts'
import { tellWebhooks } from '../../src/desk/webhooks/telling.ts'
import { type Delivery, KEPT_DAYS, MOST_ATTEMPTS } from '../../src/domain/delivery.ts'
import type { Member } from '../../src/domain/member.ts'
import { webhookEvents } from '../../src/domain/webhook.ts'
import { refused } from '../domain/refusals.ts'
import { person, type TestDesk, testDesk } from '../support/desk.ts'
import { freshPostgresDatabase, onPostgres, postgresMissing } from '../support/postgres.ts'
import { type Receiver, startReceiver } from '../support/receiver.ts'
import * as story from '../support/story.ts'

const HOUR = 3_600_000
const unforeseen = (error: unknown) => {
  throw error
}

for (const [name, server] of [
  ['webhooks, on SQLite', false],
  [onPostgres('webhooks'), true],
] as const) {
  describe.skipIf(server && postgresMissing)(name, () => {
    let desk: TestDesk
    let drop: () => Promise<void>
    let receiver: Receiver
    let ada: Member
    let carla: Member
    let enzo: Member
    let article: string
    /** How far the desk's clock is ahead of the world's, which receivers go by. */
    let ahead = 0

    beforeEach(async () => {
      ahead = 0
      const database = server ? await freshPostgresDatabase() : null
      drop = database?.drop ?? (async () => {})
      const own = await testDesk(database?.url, true)
      desk = { ...own, now: () => new Date(Date.now() + ahead).toISOString() }
      receiver = await startReceiver()
      ada = await person(desk, 'viewer', 'Ada', 1)
      carla = await person(desk, 'checker', 'Carla')
      enzo = await person(desk, 'editor', 'Enzo')
      article = await story.article(desk, carla)
    })
    afterEach(async () => {
      await desk.end()
      await receiver.stop()
      await drop()
    })

    /** What differs between no two engines is looked at once. */
    const alone = (what: string, does: () => Promise<void>) => {
      if (!server) it(what, does)
    }

    const tell = (on = desk) => tellWebhooks(on, unforeseen)
    const told = () => receiver.arrived.map(({ body }) => JSON.parse(body))
    const sequence = () => told().map(({ type, data }) => `${type} ${data.claimId}`)
    const published = () => story.published(desk, carla, enzo, article)
    const present = async (id: string) => (await openWebhook(desk, ada, id, null)).webhook
    const listed = async (id: string) => (await openWebhook(desk, ada, id, null)).deliveries

    async function added(input: object = {}): Promise<{ id: string; secret: string }> {
      const id = desk.newId()
      const form = { name: 'Site', url: receiver.url, events: [...webhookEvents] }
      const secret = await add(desk, ada, id, { ...form, ...input })
      return { id, secret: secret ?? '' }
    }

    async function takenBack(claim: string): Promise<void> {
      const { publicVerdict } = await story.read(desk, claim)
      if (!publicVerdict) throw new Error('nothing is public')
      await withdraw(desk, enzo, publicVerdict, { reason: 'Il documento era falso.' })
    }

    async function corrected(claim: string): Promise<void> {
      await reopen(desk, carla, await story.read(desk, claim), {})
      await story.proposed(desk, carla, claim, { rating: 'false' })
      const reason = { correctionKind: 'correction', correctionReason: 'Avevamo letto male.' }
      await publish(desk, enzo, await story.read(desk, claim), reason)
    }

    it('tell what the public learns, byte for byte, signed so that any library proves it', async () => {
      const before = await published()
      const { secret } = await added()
      const claim = await published()
      await corrected(claim)
      await takenBack(claim)
      await tell()
      expect(sequence()).toEqual(
        ['published', 'superseded', 'corrected', 'withdrawn'].map(
          (one) => `verdict.${one} ${claim}`,
        ),
      )
      expect(receiver.arrived.map(({ body }) => body).join()).not.toContain(before)
      const [first] = receiver.arrived
      const { ledger } = told()[0]
      const kept = await desk.store.webhooks.toldAt(ledger.seq)
      expect(first?.body.endsWith(`,"data":${kept?.body}}`)).toBe(true)
      expect(ledger).toEqual({
        ...{ seq: kept?.seq, hash: kept?.hash, publication: kept?.publication },
      })
      for (const { headers, body } of receiver.arrived) {
        const given = Object.fromEntries(Object.entries(headers).map(([k, v]) => [k, String(v)]))
        expect(new Webhook(secret).verify(body, given)).toEqual(JSON.parse(body))
        expect(() => new Webhook(secret).verify(`${body} `, given)).toThrow()
        expect(given['content-type']).toBe('application/json')
        expect(given['content-length']).toBe(String(Buffer.byteLength(body)))
      }
      await tell()
      expect(receiver.arrived).toHaveLength(4)
    })

    alone('tell only what they were added for', async () => {
      await added({ events: ['verdict.withdrawn'] })
      const claim = await published()
      await takenBack(claim)
      await tell()
      expect(sequence()).toEqual([`verdict.withdrawn ${claim}`])
    })

    it('hold back what is told later of the same claim, and nothing else, while one fails', async () => {
      const { id } = await added()
      const [held, other] = [await published(), await published()]
      await takenBack(held)
      receiver.answers(({ body }) => ({ status: body.includes(held) ? 500 : 200, words: 'no' }))
      await tell()
      expect(sequence().sort()).toEqual(
        [`verdict.published ${held}`, `verdict.published ${other}`].sort(),
      )
      const failed = (await listed(id)).find(({ attempts }) => attempts && attempts > 0)
      expect(failed).toBeDefined()
      await tell()
      expect(receiver.arrived).toHaveLength(2)
      receiver.answers(() => ({ status: 200 }))
      ahead += 60_000
      await tell()
      expect(sequence().slice(2)).toEqual([
        `verdict.published ${held}`,
        `verdict.withdrawn ${held}`,
      ])
      const ids = receiver.arrived.filter(({ body }) => body.includes(held)).slice(0, 2)
      expect(ids[0]?.headers['webhook-id']).toBe(ids[1]?.headers['webhook-id'])
      expect(ids[0]?.body).toBe(ids[1]?.body)
    })

    it('are sent to once by several processes, and again by another where one died', async () => {
      const { id } = await added()
      const claims = [await published(), await published(), await published()]
      const second = await openDesk(desk.address, { fetchLoopback: true, now: desk.now })
      try {
        await Promise.all([tell(), tellWebhooks(second, unforeseen), tell()])
        expect(sequence().sort()).toEqual(claims.map((one) => `verdict.published ${one}`).sort())
        // One takes it, and dies before it can say what came of it.
        const last = await published()
        const { deliveries: kept } = desk.store
        let puts = 0
        const deliveries = {
          ...kept,
          put: async (one: Delivery) => (puts++ ? null : kept.put(one)),
        }
        const hooks = { ...desk.hooks, telling: new Map() }
        await tell({ ...desk, hooks, store: { ...desk.store, deliveries } })
        expect(sequence()).toHaveLength(4)
        await tellWebhooks(second, unforeseen)
        expect(sequence()).toHaveLength(4)
        ahead += 60_000
        await tellWebhooks(second, unforeseen)
        const twice = receiver.arrived.filter(({ body }) => body.includes(last))
        expect(twice).toHaveLength(2)
        expect(twice[0]?.headers['webhook-id']).toBe(twice[1]?.headers['webhook-id'])
        expect((await listed(id)).every(({ status }) => status === 'delivered')).toBe(true)
      } finally {
        await second.close()
      }
    })

    alone(
      'are paused by themselves where nothing is there any more, and tell it when they go on',
      async () => {
        const { id } = await added()
        const claim = await published()
        receiver.answers(() => ({ status: 410 }))
        await tell()
        const gone = await present(id)
        expect(gone.status).toBe('gone')
        const [entry] = await desk.store.ledger.ofSubject('webhook', id, 1)
        expect(entry).toMatchObject({ actor: 'schedule', verb: 'lose' })
        await tell()
        expect(receiver.arrived).toHaveLength(1)
        receiver.answers(() => ({ status: 204 }))
        await goOn(desk, ada, gone)
        await tell()
        expect(sequence()).toEqual([claim, claim].map((one) => `verdict.published ${one}`))
      },
    )

    alone(
      'tell nothing while they are paused, and afterwards what happened meanwhile',
      async () => {
        const { id } = await added()
        await pause(desk, ada, await present(id))
        const claim = await published()
        await tell()
        expect(receiver.arrived).toEqual([])
        await goOn(desk, ada, await present(id))
        await tell()
        expect(sequence()).toEqual([`verdict.published ${claim}`])
      },
    )

    alone(
      'give up after about a day, and send again when somebody asks, under the same id',
      async () => {
        const { id } = await added()
        const claim = await published()
        receiver.answers(() => ({ status: 503, words: '<b>busy</b>' }))
        for (let i = 0; i < MOST_ATTEMPTS + 2; i++) {
          await tell()
          ahead += 25 * HOUR
        }
        expect(receiver.arrived).toHaveLength(MOST_ATTEMPTS)
        const [one] = await listed(id)
        expect(one).toMatchObject({ status: 'given_up', answerStatus: 503, answer: '<b>busy</b>' })
        receiver.answers(() => ({ status: 200, words: `thanks${'.'.repeat(5000)}` }))
        const read = { id: one?.id ?? '', revision: one?.revision ?? 0 }
        await again(desk, ada, read)
        await again(desk, ada, read)
        await tell()
        expect(receiver.arrived).toHaveLength(MOST_ATTEMPTS + 1)
        const ids = new Set(receiver.arrived.map(({ headers }) => headers['webhook-id']))
        expect(ids.size).toBe(1)
        const now = await readDelivery(desk, ada, read.id)
        expect(now.delivery).toMatchObject({ status: 'delivered', answerStatus: 200 })
        expect(now.delivery.answer).toHaveLength(2048)
        expect(now.body).toBe(receiver.arrived[0]?.body)
        expect(now.body).toContain(claim)
        // Long settled, it is forgotten.
        await desk.store.deliveries.forget(desk.now())
        expect(await listed(id)).toEqual([])
        expect(KEPT_DAYS).toBeGreaterThan(1)
      },
    )

    alone('never lead into a private network, nor on to where an answer points', async () => {
      const { id } = await added({ url: 'https://inside.example/told' })
      const inside = { ...desk.fetching, resolve: async () => ['10.0.0.7'] }
      await published()
      await tell({ ...desk, fetching: inside })
      const [one] = await listed(id)
      expect(one).toMatchObject({ status: 'waiting', why: { code: 'url_forbidden' } })
      await end(desk, ada, await present(id))
      const { id: next } = await added()
      const to = receiver.url.replace('/told', '/elsewhere')
      receiver.answers(() => ({ status: 302, headers: { Location: to } }))
      await published()
      await tell()
      expect(receiver.arrived.map(({ path }) => path)).toEqual(['/told'])
      expect((await listed(next))[0]).toMatchObject({ status: 'waiting', answerStatus: 302 })
      // What was let in by this machine's own name is not let in where that leads elsewhere.
      const turned = { ...desk.fetching, resolve: async () => ['93.184.215.14'] }
      const { url } = receiver
      await change(desk, ada, await present(next), {
        ...{ name: 'Site', url: url.replace('127.0.0.1', 'localhost'), events: [...webhookEvents] },
      })
      ahead += HOUR
      await tell({ ...desk, fetching: turned })
      expect((await listed(next))[0]?.why?.code).toBe('url_forbidden')
    })

    alone('sign with the secret before, too, for a day after they got another one', async () => {
      const { id, secret } = await added()
      const read = await present(id)
      const newer = await rotate(desk, ada, read)
      expect(newer).toMatch(/^whsec_/)
      expect(await rotate(desk, ada, read)).toBeNull()
      await sendTest(desk, ada, id, desk.newId())
      await tell()
      const [one] = receiver.arrived
      const headers = Object.fromEntries(
        Object.entries(one?.headers ?? {}).map(([k, v]) => [k, String(v)]),
      )
      expect(JSON.parse(one?.body ?? '')).toMatchObject({
        type: 'webhook.test',
        data: { webhook: id },
      })
      for (const key of [secret, newer ?? '']) {
        expect(new Webhook(key).verify(one?.body ?? '', headers)).toBeDefined()
      }
      ahead += OVERLAP_HOURS * HOUR + 1000
      await sendTest(desk, ada, id, desk.newId())
      await tell()
      expect(String(receiver.arrived[1]?.headers['webhook-signature'])).not.toContain(' ')
      const ledger = await desk.store.ledger.ofSubject('webhook', id, 10)
      const said = JSON.stringify(ledger)
      for (const hidden of [secret, newer ?? '', '/told']) expect(said).not.toContain(hidden)
    })

    alone('that have ended are told nothing, and what was secret of them is gone', async () => {
      const { id } = await added()
      receiver.answers(() => ({ status: 500 }))
      await published()
      await tell()
      await end(desk, ada, await present(id))
      expect(await desk.store.webhooks.state(id)).toBeNull()
      expect((await listed(id)).map(({ status }) => status)).toEqual(['given_up'])
      const [one] = await listed(id)
      const read = { id: one?.id ?? '', revision: one?.revision ?? 0 }
      expect((await refused(again(desk, ada, read))).code).toBe('conflict')
      expect((await refused(sendTest(desk, ada, id, desk.newId()))).code).toBe('conflict')
      ahead += 25 * HOUR
      await tell()
      expect(receiver.arrived).toHaveLength(1)
    })

    alone('are added once by a form that is sent twice, and are the admins’ alone', async () => {
      const { id, secret } = await added()
      const form = { name: 'Site', url: receiver.url, events: ['verdict.published'] }
      expect(secret).toMatch(/^whsec_[\w+/]{43}=$/)
      expect(await add(desk, ada, id, form)).toBeNull()
      expect((await refused(add(desk, enzo, desk.newId(), form))).code).toBe('forbidden')
      expect((await refused(openWebhook(desk, enzo, id, null))).code).toBe('forbidden')
      expect((await refused(sendTest(desk, enzo, id, desk.newId()))).code).toBe('forbidden')
    })
  })
}
