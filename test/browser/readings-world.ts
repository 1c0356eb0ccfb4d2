import { bringEvidence } from '../../src/desk/evidence.ts'
import { fileReading, setReading } from '../../src/desk/second-reading.ts'
import type { Member } from '../../src/domain/member.ts'
import type { ServedDesk } from '../support/browser.ts'
import { person } from '../support/desk.ts'
import * as story from '../support/story.ts'

/** Proposals that more than one colleague reads, by what has come of it. */
export type Readings = Record<'blind' | 'disputed' | 'agreed' | 'unsigned' | 'seen', string>

/** An author’s proposals; a checker reads two of them, and a reviewer none. */
export async function readings(
  desk: ServedDesk,
  author: Member,
  article: string,
): Promise<Readings> {
  const reader = await person(desk, 'checker', 'Dora Blu')
  // By topics, so that what else is in review is read as it was.
  const read = async (blindTopics: string, twoReaderTopics = '') => {
    const present = await desk.store.desks.find()
    const input = { reading: 'one_editor', blindTopics, twoReaderTopics }
    await setReading(desk, author, present?.revision ?? 0, input)
  }
  const propose = async (statement: string, topics: string) => {
    const id = await story.claim(desk, author, article, { statement, topics })
    await story.proposed(desk, author, id)
    return id
  }
  const file = async (id: string, rating: string) => {
    const rationale = 'Il verbale [1] parla **soltanto** della riapertura, non dei lavori.'
    const input = { rating, rationale }
    await fileReading(desk, reader, await story.read(desk, id), desk.newId(), input)
  }
  await read('lavori', 'traffico')
  const blind = await propose('I lavori sul ponte sono durati tre anni', 'lavori')
  const disputed = await propose('L’opposizione ha chiesto i conti dei lavori', 'lavori')
  await file(disputed, 'mostly_false')
  const more = { ...story.evidenceForm, title: 'Bilancio dei lavori', quote: '' }
  await bringEvidence(desk, author, disputed, desk.newId(), more)
  await story.proposed(desk, author, disputed)
  const agreed = await propose('La sindaca ha annunciato la riapertura', 'lavori')
  await file(agreed, 'true')
  const unsigned = await propose('Il ponte è chiuso ai mezzi pesanti', 'traffico')
  const seen = await propose('Il ponte regge venti tonnellate', 'sicurezza')
  await read('sicurezza')
  return { blind, disputed, agreed, unsigned, seen }
}
