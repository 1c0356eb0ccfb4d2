import { expect, test, vi } from 'vitest'
import { compare, figuresOf, inTurn, judged, median, p99, report } from './frame.ts'

const upTo = (last: number) => Array.from({ length: last }, (_, at) => last - at)

test('a median stands in the middle, of an even number between the two', () => {
  expect(median([9, 1, 5])).toBe(5)
  expect(median([9, 1, 5, 6])).toBe(5.5)
  expect(median([7])).toBe(7)
})

test('p99 is what no more than one in a hundred exceeds', () => {
  expect(p99(upTo(100))).toBe(99)
  expect(p99(upTo(1000))).toBe(990)
  expect(p99([3, 8, 1])).toBe(8)
})

test('what is timed is not put into another order', () => {
  const times = [3, 1, 2]
  expect(figuresOf(times)).toEqual({ median: 2, p99: 3 })
  expect(times).toEqual([3, 1, 2])
})

test('sides are timed in turn, and who begins changes from round to round', async () => {
  const ran: string[] = []
  const side = (name: string) => ({ name, run: (round: number) => ran.push(`${name}${round}`) })
  const times = await inTurn([side('a'), side('b')], { rounds: 3, warmUp: 1 })
  expect(ran).toEqual(['a0', 'b0', 'a0', 'b0', 'b1', 'a1', 'a2', 'b2'])
  expect(times.map((one) => one.length)).toEqual([3, 3])
})

test('a side that takes long is timed ten times, and then no more', async () => {
  let ran = 0
  const [times] = await inTurn([{ name: 'slow', run: () => ran++ }], { warmUp: 0, seconds: -1 })
  expect(times).toHaveLength(10)
  expect(ran).toBe(10)
})

test('a budget is met up to its very number, and missed beyond it', () => {
  expect(judged(1.5, { budget: 1.5 })).toEqual({ met: true, said: '  [at most 1.5 ×: met]' })
  expect(judged(1.51, { budget: 1.5 }).said).toBe('  [at most 1.5 ×: MISSED]')
  expect(judged(1 / 20, { faster: 20 }).met).toBe(true)
  expect(judged(1 / 19, { faster: 20 })).toEqual({ met: false, said: '  [20 × faster: MISSED]' })
  expect(judged(7, {})).toEqual({ met: true, said: '' })
})

test('a line says both medians, both p99 and the ratio, and a missed budget fails the run', () => {
  const print = vi.spyOn(console, 'log').mockReturnValue(undefined)
  const ours = { name: 'page', figures: { median: 3, p99: 20 } }
  const bare = { name: 'bare', figures: { median: 2, p99: 4 } }
  expect(report('a page', ours, bare, { budget: 2 })).toBe(1.5)
  expect(process.exitCode).toBeUndefined()
  expect(print.mock.lastCall?.join(' ')).toMatch(
    /^a page +1[.]50 × {2}page 3[.]00 ms \(p99 20[.]0 ms\), bare 2[.]00 ms \(p99 4[.]00 ms\) {2}\[at most 2 ×: met\]$/,
  )
  expect(report('a page', ours, bare, { budget: 2, by: 'p99' })).toBe(5)
  expect(process.exitCode).toBe(1)
  process.exitCode = undefined
  print.mockRestore()
})

test('what is measured by several things is measured by their sum', async () => {
  const print = vi.spyOn(console, 'log').mockReturnValue(undefined)
  const wait = (ms: number) => () => new Promise((done) => setTimeout(done, ms))
  const parts = [
    { name: 'one', run: wait(10) },
    { name: 'two', run: wait(20) },
  ]
  const ratio = await compare('sum', { name: 'all', run: wait(30) }, parts, { rounds: 3 })
  expect(ratio).toBeGreaterThan(0.5)
  expect(ratio).toBeLessThan(2)
  expect(print.mock.lastCall?.join(' ')).toContain('one + two')
  print.mockRestore()
})
