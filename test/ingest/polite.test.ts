import { describe, expect, it } from 'vitest'
import { type Pace, politely } from '../../src/ingest/polite.ts'

const never = new AbortController().signal

/** A clock that goes on only while somebody waits, and only as far as the one who waits least. */
function paced(delayMs: number, hosts = 4): Pace & { waited: number[] } {
  let clock = 0
  const waited: number[] = []
  const sleepers: { at: number; wake: () => void }[] = []
  const tick = () => {
    sleepers.sort((a, b) => a.at - b.at)
    const next = sleepers.shift()
    if (!next) return
    clock = Math.max(clock, next.at)
    next.wake()
  }
  return {
    ...{ delayMs, hosts, longestMs: 60_000, waited },
    now: () => clock,
    wait: (ms, signal) => {
      waited.push(ms)
      return new Promise<void>((wake, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason), { once: true })
        sleepers.push({ at: clock + ms, wake })
        setTimeout(tick, 1)
      })
    },
  }
}

const at = (host: string, page: number) => `https://${host}.example/${page}`
const pages = (hosts: string[], each: number): string[] =>
  hosts.flatMap((host) => Array.from({ length: each }, (_, i) => at(host, i)))
const itself = (address: string) => address

describe('a polite run', () => {
  it('asks a host one thing after the other, and lets it rest between', async () => {
    const pace = paced(5000)
    const times: Record<string, number[]> = {}
    const visit = async (address: string) => {
      const { hostname } = new URL(address)
      times[hostname] = [...(times[hostname] ?? []), pace.now()]
    }
    await politely(pages(['a', 'b'], 3), itself, visit, { pace, signal: never })
    expect(times).toEqual({ 'a.example': [0, 5000, 10_000], 'b.example': [0, 5000, 10_000] })
  })

  it('is at a few hosts at a time, and never twice at one', async () => {
    const pace = paced(10, 4)
    const at: string[] = []
    let most = 0
    const visit = async (address: string) => {
      const { hostname } = new URL(address)
      expect(at).not.toContain(hostname)
      at.push(hostname)
      most = Math.max(most, at.length)
      await new Promise((go) => setTimeout(go, 2))
      at.splice(at.indexOf(hostname), 1)
    }
    const hosts = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
    await politely(pages(hosts, 4), itself, visit, { pace, signal: never })
    expect(most).toBe(4)
  })

  it('takes the ports and the schemes of a machine for one host', async () => {
    const pace = paced(1000)
    const addresses = ['http://a.example/', 'https://a.example/', 'https://a.example:8443/']
    const times: number[] = []
    const visit = async () => void times.push(pace.now())
    await politely(addresses, itself, visit, { pace, signal: never })
    expect(times).toEqual([0, 1000, 2000])
  })

  it('rests before a second question of one visit, and as long as the host wants, within bounds', async () => {
    const pace = paced(5000)
    const times: number[] = []
    await politely(
      pages(['a'], 2),
      itself,
      async (_, host) => {
        times.push(pace.now())
        host.slower(times.length === 1 ? 20 : 86_400)
        await host.rest()
        times.push(pace.now())
      },
      { pace, signal: never },
    )
    expect(times).toEqual([0, 20_000, 40_000, 100_000])
  })

  it('goes to another host while one rests', async () => {
    const pace = paced(1000, 1)
    const order: string[] = []
    const visit = async (address: string) => void order.push(address)
    await politely([...pages(['a'], 2), at('b', 0)], itself, visit, { pace, signal: never })
    expect(order).toEqual([at('a', 0), at('b', 0), at('a', 1)])
  })

  it('ends where it is told to, while it waits too', async () => {
    const pace = { ...paced(1000), wait: (_: number, signal: AbortSignal) => aborted(signal) }
    const stop = new AbortController()
    let visits = 0
    const visit = async () => {
      visits += 1
      setTimeout(() => stop.abort(new Error('enough')), 5)
    }
    const run = politely(pages(['a'], 3), itself, visit, { pace, signal: stop.signal })
    await expect(run).rejects.toThrow('enough')
    expect(visits).toBe(1)
  })

  it('ends whole where one visit throws: no other goes on', async () => {
    const seen: string[] = []
    const visit = async (address: string) => {
      seen.push(address)
      if (address === at('b', 0)) throw new Error('broken')
      await new Promise((go) => setTimeout(go, 5))
    }
    const run = politely(pages(['a', 'b'], 3), itself, visit, { pace: paced(0), signal: never })
    await expect(run).rejects.toThrow('broken')
    expect(seen).toEqual([at('a', 0), at('b', 0)])
  })
})

const aborted = (signal: AbortSignal) =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
