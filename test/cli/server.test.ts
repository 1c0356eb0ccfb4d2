import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer, get, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { cookieOf, person, testDesk } from '../support/desk.ts'
import { manyVerdicts } from '../support/many.ts'
import * as story from '../support/story.ts'
import { run, start } from './run.ts'

const folder = mkdtempSync(join(tmpdir(), 'riscontro-server-'))
const main = ['src/main.ts']
const quiet = { PORT: '0', HOST: '127.0.0.1', RISCONTRO_LOG: 'silent' }
const running: ChildProcess[] = []

afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The processes that a process started, and theirs; Linux alone says so in a file. */
function family(pid: number): number[] {
  const path = `/proc/${pid}/task`
  if (!existsSync(path)) return [pid]
  const children = readdirSync(path).flatMap((task) =>
    readFileSync(`${path}/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
  )
  return [pid, ...children.flatMap(family)]
}

const lives = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** A desk that serves. @returns what it printed, its address, and how it ended */
async function serve(database: string, door = main) {
  const child = start(door, { ...quiet, RISCONTRO_DB: database })
  running.push(child)
  let out = ''
  child.stdout?.on('data', (chunk) => (out += chunk))
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  const open = /Riscontro is open at http:\/\/localhost:(\d+)\b/
  const give = Date.now() + 45_000
  while (!open.test(out) && Date.now() < give) await new Promise((wait) => setTimeout(wait, 50))
  const port = Number(open.exec(out)?.[1])
  await new Promise((wait) => setTimeout(wait, 100))
  return { child, port, address: `http://127.0.0.1:${port}`, ended, said: () => out }
}

describe('npm start', () => {
  it('makes the folder, serves, prints the welcome link until there is somebody, and stops at SIGTERM', async () => {
    const database = join(folder, 'made/on/the/way/desk.db')
    const first = await serve(database)
    expect(existsSync(database)).toBe(true)
    expect(await (await fetch(`${first.address}/health`)).text()).toBe('ok')
    const key = /\/welcome\?key=([\w-]{32})\n/.exec(first.said())?.[1] ?? ''
    expect(key).not.toBe('')
    const body = new URLSearchParams({
      key,
      desk: 'Desk',
      name: 'Nina',
      email: 'nina@example.org',
      password: 'una frase lunga',
    })
    const headers = { origin: first.address }
    const made = await fetch(`${first.address}/welcome`, {
      method: 'POST',
      body,
      headers,
      redirect: 'manual',
    })
    expect(made.status).toBe(303)
    const pids = family(first.child.pid ?? 0)
    expect(pids.length).toBeGreaterThan(1)
    first.child.kill('SIGTERM')
    expect(await first.ended).toBe(0)
    expect(pids.filter(lives)).toEqual([])

    const second = await serve(database)
    expect(second.port).toBeGreaterThan(0)
    expect(second.said()).not.toContain('welcome')
    second.child.kill('SIGINT')
    expect(await second.ended).toBe(0)
  }, 120_000)

  it('finishes a request that is under way, however often it is told to stop', async () => {
    const { child, port, ended } = await serve(join(folder, 'slow.db'))
    const pids = family(child.pid ?? 0)
    const body = 'email=a%40b.c&password=una+frase'
    const socket = connect(port, '127.0.0.1')
    let answer = ''
    socket.on('data', (chunk) => (answer += chunk))
    const closed = new Promise((resolve) => socket.on('close', resolve))
    const lines = [
      'POST /signin HTTP/1.1',
      `Host: 127.0.0.1:${port}`,
      `Origin: http://127.0.0.1:${port}`,
      'Content-Type: application/x-www-form-urlencoded',
      `Content-Length: ${body.length}`,
    ]
    socket.write(`${lines.join('\r\n')}\r\n\r\n${body.slice(0, 10)}`)
    await new Promise((wait) => setTimeout(wait, 500))
    for (let i = 0; i < 3; i++) {
      child.kill('SIGTERM')
      await new Promise((wait) => setTimeout(wait, 200))
    }
    expect(pids.every(lives)).toBe(true)
    expect(answer).toBe('')
    socket.write(body.slice(10))
    await closed
    expect(answer).toContain('HTTP/1.1 401')
    expect(await ended).toBe(0)
    expect(pids.filter(lives)).toEqual([])
  }, 120_000)

  it('says that the port is taken, and exits with 1', async () => {
    const other = createServer()
    await new Promise<void>((listening) => other.listen(0, '127.0.0.1', listening))
    const PORT = String((other.address() as AddressInfo).port)
    const env = { ...quiet, PORT, RISCONTRO_DB: join(folder, 'taken.db') }
    const { code, out, err } = await run(main, { env })
    other.close()
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain(`Cannot serve on 127.0.0.1:${PORT}`)
    expect(err).toContain('already in use')
    expect(err).not.toMatch(/\n\s+at /)
  }, 120_000)

  it('names every setting that is wrong, and exits with 1', async () => {
    const wrong = {
      PORT: 'abc',
      RISCONTRO_ORIGIN: 'desk',
      RISCONTRO_TIME_ZONE: 'Mars/Olympus',
      RISCONTRO_TRUST_PROXY: 'maybe',
    }
    const { code, out, err } = await run(main, {
      env: { ...wrong, RISCONTRO_DB: join(folder, 'wrong.db') },
    })
    expect([code, out]).toEqual([1, ''])
    for (const name of Object.keys(wrong)) expect(err).toContain(name)
    expect(err).not.toMatch(/\n\s+at /)
    expect(existsSync(join(folder, 'wrong.db'))).toBe(false)
  }, 120_000)
})

describe('npm run demo', () => {
  it('opens the example desk on a throw-away database, to a checker and an editor by a link', async () => {
    const left = () => readdirSync(tmpdir()).filter((name) => name.startsWith('riscontro-demo-'))
    const before = left()
    const own = join(folder, 'own.db')
    const demo = await serve(own, ['src/demo.ts'])
    expect(existsSync(own)).toBe(false)
    const links = demo.said().match(/\/signin\/[\w-]+/g) ?? []
    expect(links).toHaveLength(2)
    const roles: string[] = []
    for (const link of links) {
      const entered = await fetch(demo.address + link, { redirect: 'manual' })
      const cookie = entered.headers
        .getSetCookie()
        .map((one) => one.split(';')[0])
        .join('; ')
      expect(entered.headers.get('location')).toBe('/claims')
      const me = await (await fetch(`${demo.address}/me`, { headers: { cookie } })).text()
      roles.push(/(Checker|Editor)/.exec(me)?.[1] ?? '')
      const queue = await (await fetch(`${demo.address}/claims`, { headers: { cookie } })).text()
      expect(queue.match(/class="queue-row/g)?.length).toBeGreaterThan(15)
    }
    expect(roles).toEqual(['Checker', 'Editor'])
    const forged = await fetch(`${demo.address}/signin/${'x'.repeat(43)}`, { redirect: 'manual' })
    expect(forged.status).toBe(410)
    demo.child.kill('SIGTERM')
    expect(await demo.ended).toBe(0)
    expect(left()).toEqual(before)
  })
})

describe('an export that is on its way', () => {
  const database = join(folder, 'told.db')
  let cookie = ''
  beforeAll(async () => {
    // Sessions are by the clock on the wall.
    const desk = { ...(await testDesk(database)), now: () => new Date().toISOString() }
    const checker = await person(desk, 'checker')
    const editor = await person(desk, 'editor')
    await story.published(desk, checker, editor, await story.article(desk, checker))
    manyVerdicts(database, 8_000)
    cookie = await cookieOf(desk, editor)
    await desk.end()
  }, 120_000)

  /** The beginning of the document; nothing more is taken of it. */
  async function begin(address: string): Promise<IncomingMessage> {
    const asked = get(`${address}/exports/verdicts.json`, { headers: { cookie } })
    const [answer] = await once(asked, 'response')
    await once(answer, 'readable')
    return answer
  }

  it('arrives whole though the desk is told to stop', async () => {
    const { child, address, ended } = await serve(database)
    const pids = family(child.pid ?? 0)
    const answer = await begin(address)
    child.kill('SIGTERM')
    await new Promise((wait) => setTimeout(wait, 500))
    expect(pids.every(lives)).toBe(true)
    const { verdicts } = JSON.parse(await text(answer))
    expect(verdicts).toHaveLength(8_001)
    expect(await ended).toBe(0)
    expect(pids.filter(lives)).toEqual([])
  }, 120_000)

  it('ends where nobody takes it any more, and holds up neither the desk nor its end', async () => {
    const { child, address, ended } = await serve(database)
    for (let i = 0; i < 3; i++) (await begin(address)).destroy()
    expect(await (await fetch(`${address}/health`)).text()).toBe('ok')
    const page = await fetch(`${address}/exports`, { headers: { cookie } })
    expect([page.status, await page.text()]).toEqual([
      200,
      expect.stringContaining('8,001 verdict versions'),
    ])
    const from = performance.now()
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
    expect(performance.now() - from).toBeLessThan(8_000)
  }, 120_000)
})
