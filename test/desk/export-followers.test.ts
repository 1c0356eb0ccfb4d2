import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { bringEvidence } from '../../src/desk/evidence.ts'
import { openExport } from '../../src/desk/exports.ts'
import { openDesk } from '../../src/desk/open.ts'
import { publish, reopen, withdraw } from '../../src/desk/verdicts.ts'
import { verdictChange } from '../../src/interchange/exports/delta.ts'
import { person, type TestDesk, testDesk } from '../support/desk.ts'
import { freshPostgresDatabase, onPostgres, postgresMissing } from '../support/postgres.ts'
import * as story from '../support/story.ts'

const WRITERS = 8
const READERS = 4

/** Publishes, corrects and withdraws, on a connection of one's own. */
async function write(given: TestDesk, number: number): Promise<void> {
  const own = await openDesk(given.address)
  const desk = { ...given, store: own.store }
  const checker = await person(desk, 'checker', `Carla ${number}`)
  const editor = await person(desk, 'editor', `Enzo ${number}`)
  const other = await person(desk, 'editor', `Elsa ${number}`)
  const text = `${story.bridge}\nÈ il ponte numero ${number}.`
  const claim = await story.claim(desk, checker, await story.article(desk, checker, text))
  // Of their own: what two write about one address at once, one of them writes again.
  const evidence = { ...story.evidenceForm, url: `https://example.org/${number}` }
  await bringEvidence(desk, checker, claim, desk.newId(), evidence)
  await story.proposed(desk, checker, claim)
  await publish(desk, editor, await story.read(desk, claim), {})
  const read = () => story.read(desk, claim)
  await reopen(desk, editor, await read(), { underCorrection: 'yes' })
  await story.proposed(desk, checker, claim, { rating: 'false', conclusion: 'È falso.' })
  const why = { correctionKind: 'correction', correctionReason: 'Avevamo sbagliato.' }
  await publish(desk, other, await read(), why)
  const { publicVerdict } = await read()
  if (number % 2 && publicVerdict) await withdraw(desk, editor, publicVerdict, { reason: 'Via.' })
  await own.close()
}

const linesOf = (text: string) => text.split('\n').filter(Boolean)

/** Follows until everything is written, and once more. */
async function follow(desk: TestDesk, isOver: () => boolean) {
  const reader = await person(desk, 'viewer', 'Vito')
  const has = new Map<string, string>()
  const given: string[] = []
  let [since, rounds] = ['0', 0]
  for (let isLast = false; !isLast; rounds++) {
    await pause(20)
    isLast = isOver()
    const asked = { format: 'ndjson', asked: { since } } as const
    const { stream, next } = await openExport(desk, reader, asked)
    const text = await new Response(await stream()).text()
    const from = Number(since.split('-')[0])
    let last = from
    for (const line of linesOf(text)) {
      const { id, verdict } = verdictChange.parse(JSON.parse(line))
      const seq = verdict?.ledger.seq ?? 0
      // In their order, and none of what was given before.
      expect(seq).toBeGreaterThan(last)
      last = seq
      given.push(`${id} ${seq}`)
      const [, told = ''] = /,"verdict":(.*)}$/.exec(line) ?? []
      has.set(id, told)
    }
    expect(Number(next.split('-')[0])).toBeGreaterThanOrEqual(last)
    since = next
  }
  return { has, given, rounds }
}

async function followed(address?: string): Promise<void> {
  const desk = await testDesk(address)
  await person(desk, 'viewer', 'Vera')
  let isOver = false
  const written = Promise.all(
    Array.from({ length: WRITERS }, (_, number) => write(desk, number)),
  ).finally(() => {
    isOver = true
  })
  const readers = Array.from({ length: READERS }, () => follow(desk, () => isOver))
  const [found] = await Promise.all([Promise.all(readers), written])
  const { stream } = await openExport(desk, await person(desk, 'viewer', 'Vera'), {
    ...{ format: 'ndjson', asked: {} },
  })
  const whole = linesOf(await new Response(await stream()).text())
  expect(whole.length).toBe(2 * WRITERS)
  for (const { has, given, rounds } of found) {
    expect([...has.values()].sort()).toEqual(whole.toSorted())
    expect(new Set(given).size).toBe(given.length)
    expect(rounds).toBeGreaterThan(1)
  }
  await desk.end()
}

describe('readers who follow what changes while it is written', () => {
  it('miss nothing, and are given nothing twice', () => followed(), 120_000)
})

describe.skipIf(postgresMissing)(
  onPostgres('readers who follow what changes while it is written'),
  () => {
    it('miss nothing, and are given nothing twice', async () => {
      const { url, drop } = await freshPostgresDatabase()
      await followed(url)
      await drop()
    }, 120_000)
  },
)
