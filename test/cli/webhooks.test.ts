import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { openDesk } from '../../src/desk/open.ts'
import { add } from '../../src/desk/webhooks/manage.ts'
import { tellWebhooks } from '../../src/desk/webhooks/telling.ts'
import { person, testDesk } from '../support/desk.ts'
import { startReceiver } from '../support/receiver.ts'
import * as story from '../support/story.ts'
import { root } from './run.ts'

it('what the server was telling a webhook when it was killed is told once more, under the same id', async () => {
  const desk = await testDesk(undefined, true)
  const receiver = await startReceiver()
  const ada = await person(desk, 'viewer', 'Ada', 1)
  const carla = await person(desk, 'checker', 'Carla')
  const enzo = await person(desk, 'editor', 'Enzo')
  const id = desk.newId()
  await add(desk, ada, id, { name: 'Site', url: receiver.url, events: ['verdict.published'] })
  const claim = await story.published(desk, carla, enzo, await story.article(desk, carla))
  // It hears everything, and never says so.
  receiver.answers(() => null)
  const env = {
    ...{ PATH: process.env.PATH, PORT: '0', RISCONTRO_DB: desk.address, RISCONTRO_LOG: 'warn' },
    ...{ RISCONTRO_FETCH_LOOPBACK: 'yes', RISCONTRO_KEY: join(desk.address, '../key.pem') },
  }
  const server = spawn(process.execPath, ['src/main.ts'], { cwd: root, env, stdio: 'ignore' })
  const ended = new Promise((resolve) => server.once('exit', resolve))
  while (receiver.arrived.length === 0 && server.exitCode === null) await wait(20)
  server.kill('SIGKILL')
  await ended
  expect(receiver.arrived).toHaveLength(1)
  receiver.answers(() => ({ status: 204 }))
  const now = () => new Date(Date.now() + 60_000).toISOString()
  const next = await openDesk(desk.address, { fetchLoopback: true, now })
  await tellWebhooks(next, (error) => {
    throw error
  })
  const [first, second] = receiver.arrived
  expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id'])
  expect(second?.body).toBe(first?.body)
  expect(JSON.parse(first?.body ?? '').data.claimId).toBe(claim)
  const kept = await next.store.deliveries.list(id, null, 10)
  expect(kept).toMatchObject([{ status: 'delivered', attempts: 1, answerStatus: 204 }])
  await next.close()
  await receiver.stop()
  await desk.end()
}, 60_000)
