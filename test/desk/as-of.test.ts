import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readClaimAsOf } from '../../src/desk/as-of.ts'
import { readClaim } from '../../src/desk/reading.ts'
import type { Member } from '../../src/domain/member.ts'
import { type TestDesk, testDesk } from '../support/desk.ts'
import { live, ordinary, type Try, tries, worldOn } from '../support/lives.ts'

type Read = Awaited<ReturnType<typeof readClaim>>
type Shown = ReturnType<typeof shownOf>

/** What a page shows of the past: not who can go on now and with what, nor how the last visit to a source went. */
function shownOf({
  moves,
  missing,
  changes,
  look,
  outgoing,
  colleagues,
  chosen,
  kept,
  names,
  ...read
}: Read) {
  const keptThen = Object.entries(kept).map(([id, { missed, ...one }]) => [id, one])
  return { ...read, kept: Object.fromEntries(keptThen) }
}

/** The same without what a veil keeps from somebody: of the past one sees what one may see today. */
const besides = ({ working, workingHidden, second, versions, history, ...shown }: Shown) => shown

/** Looks at every claim as it goes on; and once more as it stood then, when all is over. */
async function looksBack(desk: TestDesk, lived: Try[]): Promise<string[]> {
  const world = await worldOn(desk)
  const [editor, , checker] = world.people
  if (!editor || !checker) throw new Error('nobody works here')
  const seen: { at: string; id: string; member: Member; shown: Shown }[] = []
  const look = async () => {
    for (const member of [editor, checker]) {
      for (const id of world.claims) {
        const shown = shownOf(await readClaim(desk, member, id))
        seen.push({ at: desk.now(), id, member, shown })
      }
    }
  }
  await look()
  const done = [...(await live(world, ordinary, look)), ...(await live(world, lived, look))]
  for (const { at, id, member, shown } of seen) {
    const then = await readClaimAsOf(desk, member, id, at)
    if (!('read' in then)) throw new Error('the claim was there')
    const { workingHidden } = await readClaim(desk, member, id)
    const veiled = workingHidden || shown.workingHidden || then.read.workingHidden
    const [was, is] = [shown, shownOf(then.read)]
    expect(veiled ? besides(is) : is).toEqual(veiled ? besides(was) : was)
  }
  return done.map(({ verb }) => verb)
}

describe('a claim’s page as of a moment', () => {
  it('shows what it showed then, whatever was decided since', async () => {
    const property = fc.asyncProperty(tries, async (lived) => {
      const desk = await testDesk()
      const verbs = await looksBack(desk, lived).finally(desk.end)
      expect(verbs).toContain('lend')
    })
    await fc.assert(property, { numRuns: 4, endOnFailure: true })
  }, 240_000)
})
