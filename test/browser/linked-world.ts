import { link } from '../../src/desk/linking.ts'
import { reuse } from '../../src/desk/reuse.ts'
import { save, share } from '../../src/desk/saved-searches.ts'
import { publish, reopen } from '../../src/desk/verdicts.ts'
import type { Member } from '../../src/domain/member.ts'
import type { TestDesk } from '../support/desk.ts'
import * as story from '../support/story.ts'

type By = { author: Member; reviewer: Member; article: string }

/**
 * A claim whose verdict can be taken over and one that was, with a doubt about the original; and a search that is
 * shared, with something new in it.
 */
export async function linkedWorld(desk: TestDesk, { author, reviewer, article }: By) {
  const claim = (statement: string) => story.claim(desk, author, article, { statement })
  const first = await story.published(desk, author, reviewer, article)
  const linked = await claim(
    'Il ponte di Vallechiara, chiuso per tre anni, ha riaperto al traffico',
  )
  const reused = await claim('Dopo tre anni di lavori riapre il ponte di Vallechiara')
  const wider = await claim('I ponti della valle hanno riaperto')
  const tie = (from: string, sense: string, other: string) =>
    link(desk, reviewer, from, desk.newId(), { sense, other, why: 'Lo stesso ponte, altre parole' })
  await tie(linked, 'same_as', first)
  await tie(reused, 'same_as', first)
  await tie(linked, 'narrower_than', wider)
  const [told] = await desk.store.verdicts.of([first])
  const sheet = { claim: await story.read(desk, reused), verdictRevision: 0, newId: desk.newId() }
  await reuse(desk, author, sheet, told?.id)
  await story.proposed(desk, author, reused)
  await publish(desk, reviewer, await story.read(desk, reused), {})
  await reopen(desk, reviewer, await story.read(desk, first), { underCorrection: 'yes' })
  const search = desk.newId()
  await save(desk, author, search, { name: 'Quello che arriva', query: 'stage=inbox' })
  await share(desk, author, search, true)
  // What came since somebody looked, long ago.
  const look = { seen: '2025-01-01T00:00:00.000Z', before: null }
  await desk.store.savedSearches.look(search, author.id, look)
  await claim('Il ponte vecchio resta chiuso')
  return { linked, reused, search }
}
