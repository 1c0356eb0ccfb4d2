import { globSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Heavy, heavyReads, type ReadingLimits } from '../../src/desk/heavy.ts'
import { bombPdf, endlessPdf, makePdf, page } from '../support/pdf.ts'

const pdf = (bytes: Uint8Array) =>
  ({ read: 'pdf', bytes, contentType: null, url: null, today: '2025-06-01' }) as const
const good = makePdf([page(['Il ponte riapre.'])])

/** Reads what is good, then what means harm together with what is good, and an export meanwhile. */
async function harmed(limits: ReadingLimits, harm: Uint8Array) {
  const heavy = heavyReads(':memory:', limits)
  const text = async (job: Parameters<Heavy['run']>[0]) => new Response(await heavy.run(job)).json()
  try {
    expect(await text(pdf(good))).toMatchObject({ text: 'Il ponte riapre.' })
    // Both threads are at work when it begins.
    await text({ read: 'choices', most: 1 })
    const ended: string[] = []
    const as = (name: string) => () => ended.push(name)
    const caught = text(pdf(harm)).catch((error) => error)
    const after = text(pdf(good))
    const meanwhile = text({ read: 'choices', most: 1 })
    const all = [caught.finally(as('harm')), after, meanwhile.finally(as('export'))] as const
    const [refusal, next] = await Promise.all(all)
    expect(next).toMatchObject({ text: 'Il ponte riapre.' })
    return { refusal, ended }
  } finally {
    await heavy.close()
  }
}

describe('a reading that takes too much', () => {
  let bomb: Uint8Array
  beforeAll(() => {
    bomb = bombPdf()
  })
  afterAll(() => {
    bomb = new Uint8Array()
  })

  it('is given up after its time; what waits behind it, and what goes out, is not', async () => {
    const { refusal, ended } = await harmed({ time: 8000, memory: 2 ** 30 }, endlessPdf())
    expect(refusal).toMatchObject({ code: 'unreadable', values: { why: 'slow' } })
    expect(ended).toEqual(['export', 'harm'])
  }, 60_000)

  it('is given up when it unpacks to more than there is room for', async () => {
    expect(bomb.length).toBeLessThan(10_000_000)
    const { refusal } = await harmed({ time: 60_000, memory: 300 * 2 ** 20 }, bomb)
    expect(refusal).toMatchObject({ code: 'unreadable', values: { why: 'heavy' } })
  }, 90_000)

  it('is given up where it holds texts against one another, too', async () => {
    const heavy = heavyReads(':memory:', { time: 1, memory: 2 ** 29 })
    const [before, after] = ['a b '.repeat(100_000), 'b c a '.repeat(60_000)]
    const slow = { code: 'unreadable', values: { why: 'slow' } }
    await expect(heavy.run({ read: 'difference', before, after })).rejects.toMatchObject(slow)
    const told = await new Response(await heavy.run({ read: 'choices', most: 1 })).json()
    expect(told).toMatchObject({})
    await heavy.close()
  }, 60_000)

  it('is given up when it fills its heap, and the process lives on', async () => {
    // It never ends and never lets go: whenever somebody looks, it holds too much.
    const harm = endlessPdf(1_000_000)
    const { refusal } = await harmed({ time: 60_000, memory: 200 * 2 ** 20 }, harm)
    expect(refusal).toMatchObject({ code: 'unreadable', values: { why: 'heavy' } })
  }, 90_000)
})

/** How far each thread of this process stands back for others. */
function nices(): number[] {
  const stats = globSync('/proc/self/task/*/stat').map((path) => readFileSync(path, 'utf8'))
  // Behind the name, which may have anything in it (proc(5)).
  return stats.map((stat) => Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[16]))
}

describe.skipIf(process.platform !== 'linux')('what is heavy', () => {
  it('stands back for whoever answers pages, and is at hand before anybody asks', async () => {
    const before = nices()
    const heavy = heavyReads(':memory:')
    await heavy.warmUp()
    const after = nices()
    expect(Math.max(...after)).toBeGreaterThanOrEqual(10)
    expect(Math.min(...after)).toBe(Math.min(...before))
    await heavy.close()
  }, 30_000)
})
