import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openExport } from '../../src/desk/exports.ts'
import type { ExportChange } from '../../src/domain/export-change.ts'
import type { Asked } from '../../src/domain/export-filters.ts'
import type { ExportFormat } from '../../src/domain/export-format.ts'
import { type VerdictChange, verdictChange } from '../../src/interchange/exports/delta.ts'
import { person, type TestDesk } from '../support/desk.ts'
import { live, tries, type World } from '../support/lives.ts'
import { type ToldDesk, toldDesk } from '../support/told-desk.ts'

const DECISIONS = 60

let told: ToldDesk
let desk: TestDesk
let world: World
beforeAll(async () => {
  told = await toldDesk()
  let tick = Date.parse('2025-06-07T08:00:00Z')
  const now = () => {
    tick += 1000
    return new Date(tick).toISOString()
  }
  desk = { ...told.desk, now }
  const people = [
    told.editor,
    await person(desk, 'editor', 'Ester'),
    await person(desk, 'checker', 'Carlo'),
    await person(desk, 'editor', 'Ettore'),
  ]
  world = { desk, people, article: told.first, claims: Object.values(told.claims) }
}, 60_000)
afterAll(() => told.desk.end())

async function exported(format: ExportFormat, asked: Asked) {
  const { stream, next, tag } = await openExport(desk, told.editor, { format, asked })
  return { text: await new Response(await stream()).text(), next, tag }
}

const linesOf = (text: string): string[] => text.split('\n').filter(Boolean)

/** The lines of a document, by the id of the version that each tells of. */
const byId = (text: string): Map<string, string> =>
  new Map(linesOf(text).map((line) => [JSON.parse(line).id, line]))

const changesIn = (text: string): VerdictChange[] =>
  linesOf(text).map((line) => verdictChange.strict().parse(JSON.parse(line)))

/** What a follower has who had these lines, and was told what changed. */
function followed(had: Map<string, string>, text: string): Map<string, string> {
  const has = new Map(had)
  for (const line of linesOf(text)) {
    const [, id = ''] = /"id":"([^"]*)"/.exec(line) ?? []
    const [, verdict] = /,"verdict":(.*)}$/.exec(line) ?? []
    if (verdict && verdict !== 'null') has.set(id, verdict)
    else has.delete(id)
  }
  return has
}

const filtersOn = ({ anna, paolo, first, second }: ToldDesk): Asked[] => [
  {},
  { rating: ['true', 'mostly_true'] },
  { topic: 'ponti' },
  { language: 'it' },
  { article: first },
  { claimant: [anna, paolo] },
  { article: second, claimant: 'unknown' },
  { status: 'published' },
  { status: ['superseded', 'under_correction'] },
  { from: '2025-06-02', until: '2025-06-08', topic: ['ponti', 'bilancio'], status: 'published' },
]

async function decide(seed: number): Promise<void> {
  let done = 0
  for (let run = seed; done < DECISIONS; run++) {
    const place = run % world.people.length
    world.people[place] = await person(world.desk, world.people[place]?.role ?? 'checker')
    const [lived = []] = fc.sample(tries, { seed: run, numRuns: 1 })
    done += (await live(world, lived)).length
  }
}

describe('what changed since a place', () => {
  it('makes of the export there the export here, byte for byte, under every filter', async () => {
    const all = filtersOn(told)
    const taken: { asked: Asked; had: Map<string, string>; next: string }[] = []
    const seen = new Set<ExportChange>()
    for (let round = 0; round < 4; round++) {
      if (round > 0) await decide(round * 1000)
      for (const asked of all) {
        const now = await exported('ndjson', asked)
        const has = byId(now.text)
        const whole = await exported('ndjson', { ...asked, since: '0' })
        expect(followed(new Map(), whole.text)).toEqual(has)
        for (const { change } of changesIn(whole.text)) seen.add(change)
        const befores = taken.filter((one) => one.asked === asked)
        for (const { had, next } of befores) {
          const { text } = await exported('ndjson', { ...asked, since: next })
          const changes = changesIn(text)
          for (const { change } of changes) seen.add(change)
          expect(followed(had, text), JSON.stringify(asked)).toEqual(has)
          // Each once, and nothing of what is as it was.
          expect(new Set(changes.map(({ id }) => id)).size).toBe(changes.length)
          for (const { id, gone } of changes) {
            const status = has.has(id) && JSON.parse(has.get(id) ?? '').status
            expect(gone).toBe(status !== 'published')
          }
          const json = JSON.parse((await exported('json', { ...asked, since: next })).text)
          expect(json.changes.map((one: object) => JSON.stringify(one))).toEqual(linesOf(text))
        }
        taken.push({ asked, had: has, next: now.next })
      }
    }
    expect([...seen].sort()).toEqual([
      ...['amended', 'corrected', 'matches', 'no_longer_matches', 'published', 'superseded'],
      'withdrawn',
    ])
  }, 240_000)
})
