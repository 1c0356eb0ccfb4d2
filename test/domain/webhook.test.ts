import { describe, expect, it, test } from 'vitest'
import {
  type Delivery,
  MOST_ATTEMPTS,
  newDelivery,
  type Outcome,
  sendAgain,
  settle,
  waitAfter,
} from '../../src/domain/delivery.ts'
import {
  addWebhook,
  changeWebhook,
  continueWebhook,
  endWebhook,
  eventOf,
  loseWebhook,
  MOST_WEBHOOKS,
  pauseWebhook,
  readWebhook,
  rotateSecret,
  type Webhook,
  webhookEvents,
} from '../../src/domain/webhook.ts'
import { refusalOf as refused } from './refusals.ts'

const at = '2025-06-01T08:00:00.000Z'
const admin = { member: { id: 'ada', role: 'viewer', admin: 1 }, at } as const
const editor = { member: { id: 'enzo', role: 'editor', admin: 0 }, at } as const
const form = { name: 'Site', url: 'https://site.example/told?key=1', events: [...webhookEvents] }
const read = readWebhook(form, false)
const webhook: Webhook = addWebhook('w1', read, 'hash', 0, admin).after

describe('a webhook', () => {
  it('stands on the record with its host, and never with its address', () => {
    const { entry } = addWebhook('w1', read, 'hash', 0, admin)
    expect(entry).toMatchObject({ kind: 'webhook', verb: 'add', actor: 'ada' })
    expect(webhook.origin).toBe('https://site.example')
    expect(JSON.stringify(entry)).not.toContain('key=1')
  })

  it('is an admin’s to decide on', () => {
    const acts = [
      () => addWebhook('w2', read, 'hash', 0, editor),
      () => changeWebhook(webhook, read, 'hash', editor),
      () => rotateSecret(webhook, editor),
      () => pauseWebhook(webhook, editor),
      () => continueWebhook(loseWebhook(webhook, editor).after, editor),
      () => endWebhook(webhook, editor),
    ]
    for (const act of acts) expect(refused(act).code).toBe('forbidden')
  })

  it('goes on where it was paused, and nowhere when it has ended', () => {
    const paused: Webhook = { ...webhook, status: 'paused' }
    const ended: Webhook = { ...webhook, status: 'ended' }
    expect(pauseWebhook(webhook, admin).after.status).toBe('paused')
    expect(continueWebhook(paused, admin).after.status).toBe('active')
    expect(continueWebhook({ ...webhook, status: 'gone' }, admin).after.status).toBe('active')
    expect(refused(() => pauseWebhook(paused, admin)).code).toBe('conflict')
    for (const act of [pauseWebhook, continueWebhook, rotateSecret, endWebhook]) {
      expect(refused(() => act(ended, admin)).code).toBe('conflict')
    }
  })

  it('is one of so many', () => {
    const one = refused(() => addWebhook('w2', read, 'hash', MOST_WEBHOOKS, admin))
    expect(one.fields.name?.code).toBe('too_many')
  })

  test.each([
    ['http://site.example/', 'not_https'],
    ['http://10.0.0.1/', 'not_https'],
    ['http://localhost:3000/', 'not_https'],
    ['ftp://site.example/', 'not_a_url'],
    ['https://user:word@site.example/', 'not_a_url'],
    ['site.example', 'not_a_url'],
    ['', 'required'],
  ])('does not lead to %s: %s', (url, code) => {
    expect(refused(() => readWebhook({ ...form, url }, false)).fields.url?.code).toBe(code)
  })

  it('leads to this machine without TLS only where that is set', () => {
    for (const url of ['http://localhost:3000/', 'http://127.0.0.1/', 'http://[::1]/']) {
      expect(readWebhook({ ...form, url }, true).url).toBe(url)
    }
    const elsewhere = { ...form, url: 'http://site.example/' }
    expect(refused(() => readWebhook(elsewhere, true)).fields.url?.code).toBe('not_https')
  })

  it('is told something, and only what there is to be told', () => {
    expect(refused(() => readWebhook({ ...form, events: [] }, false)).fields.events?.code).toBe(
      'required',
    )
    const strange = { ...form, events: ['verdict.drafted'] }
    expect(refused(() => readWebhook(strange, false)).fields.events?.code).toBe('unknown_choice')
    expect(readWebhook({ ...form, events: 'verdict.withdrawn' }, false).events).toEqual([
      'verdict.withdrawn',
    ])
  })
})

test.each([
  ['published', 'publish', {}, 'verdict.published'],
  ['published', 'publish', { correctionKind: [null, 'update'] }, 'verdict.corrected'],
  ['published', 'typo', { correctionKind: [null, 'typo'] }, 'verdict.corrected'],
  ['published', 'mark', {}, 'verdict.amended'],
  ['published', 'unmark', {}, 'verdict.amended'],
  ['published', 'confirm', {}, 'verdict.amended'],
  ['superseded', 'supersede', {}, 'verdict.superseded'],
  ['withdrawn', 'withdraw', {}, 'verdict.withdrawn'],
  ['draft', 'draft', {}, null],
  ['proposed', 'propose', {}, null],
] as const)('a version that is %s by %s with %o is told as %s', (status, verb, change, event) => {
  const told = Object.fromEntries(
    Object.entries(change).map(([field, [was, now]]) => [
      field,
      [was, now] satisfies [null, string],
    ]),
  )
  expect(eventOf({ status, verb, change: told })).toBe(event)
})

describe('a delivery', () => {
  const about = { id: 'd1', webhook: 'w1', seq: 7, claim: 'c1', event: 'verdict.published' }
  const fresh = newDelivery(about, at)
  const answered = (status: number, retryAfter: number | null = null): Outcome => ({
    ...{ at, ms: 12, status, answer: 'words', why: null, retryAfter },
  })
  const unreached: Outcome = {
    ...{ at, ms: 12, status: null, answer: null, retryAfter: null },
    why: { code: 'url_timeout', values: { seconds: 10 } },
  }
  const seconds = ({ nextAt }: Delivery) => (Date.parse(nextAt ?? '') - Date.parse(at)) / 1000

  it('is delivered by an answer of 2xx, and by no other', () => {
    for (const status of [200, 202, 204, 299]) {
      expect(settle(fresh, answered(status), 0.5)).toMatchObject({
        ...{ status: 'delivered', nextAt: null, attempts: 1, answerStatus: status, ms: 12 },
      })
    }
    for (const status of [199, 301, 302, 304, 400, 404, 429, 500, 503]) {
      expect(settle(fresh, answered(status), 0.5)).toMatchObject({
        ...{ status: 'waiting', attempts: 1, answerStatus: status },
      })
    }
    const lost = settle(fresh, unreached, 0.5)
    expect(lost).toMatchObject({ status: 'waiting', answerStatus: null, why: unreached.why })
  })

  it('is sent again over about a day, each time later, and then given up', () => {
    let one = fresh
    let waited = 0
    const waits: number[] = []
    while (one.status === 'waiting') {
      one = settle(one, unreached, 0.5)
      if (one.status === 'waiting') waits.push(seconds(one))
    }
    for (const wait of waits) waited += wait
    expect(waits.toSorted((a, b) => a - b)).toEqual(waits)
    expect(waits[0]).toBe(10)
    expect(waited / 3600).toBeGreaterThan(20)
    expect(waited / 3600).toBeLessThan(30)
    expect(one).toMatchObject({ status: 'given_up', nextAt: null, attempts: MOST_ATTEMPTS })
  })

  it('does not come back at the same moment as all others', () => {
    expect(waitAfter(3, 0)).toBeCloseTo(72)
    expect(waitAfter(3, 1)).toBeCloseTo(108)
  })

  it('leaves a host alone for as long as it asks for, within a day', () => {
    expect(seconds(settle(fresh, answered(503, 600), 0.5))).toBe(600)
    expect(seconds(settle(fresh, answered(503, 1), 0.5))).toBe(10)
    expect(seconds(settle(fresh, answered(503, 9e8), 0.5))).toBe(86_400)
  })

  it('waits with its webhook where its host says that there is nothing any more', () => {
    const gone = settle({ ...fresh, attempts: 5 }, answered(410), 0.5)
    expect(gone).toMatchObject({ status: 'waiting', attempts: 0, nextAt: at, answerStatus: 410 })
  })

  it('is sent again from the beginning, waiting for no other, but not while it is being sent', () => {
    const later = '2025-06-01T09:00:00.000Z'
    const given: Delivery = { ...fresh, status: 'given_up', attempts: 10, nextAt: null }
    expect(sendAgain(given, later)).toMatchObject({
      ...{ id: 'd1', status: 'waiting', attempts: 0, again: 1, nextAt: later },
    })
    expect(sendAgain({ ...fresh, attempts: 3 }, later)).toMatchObject({ again: 0, nextAt: later })
    const leased = { ...fresh, leasedUntil: '2025-06-01T09:00:01.000Z' }
    expect(refused(() => sendAgain(leased, later)).code).toBe('conflict')
  })
})
