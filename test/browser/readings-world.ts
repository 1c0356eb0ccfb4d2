import { fileReading, setReading } from '../../src/desk/second-reading.ts'
import type { Member } from '../../src/domain/member.ts'
import type { ReadingMode } from '../../src/domain/reading.ts'
import type { ServedDesk } from '../support/browser.ts'
import { person } from '../support/desk.ts'
import * as story from '../support/story.ts'

/** Proposals that more than one colleague reads, by what has come of it. */
export type Readings = Record<'blind' | 'disputed' | 'agreed' | 'unsigned', string>

/** An author’s proposals; a checker reads two of them, and a reviewer none. */
export async function readings(
  desk: ServedDesk,
  author: Member,
  article: string,
): Promise<Readings> {
  const reader = await person(desk, 'checker', 'Dora Blu')
  const read = async (way: ReadingMode) => {
    const present = await desk.store.desks.find()
    await setReading(desk, author, present?.revision ?? 0, { reading: way })
  }
  const propose = async (statement: string) => {
    const id = await story.claim(desk, author, article, { statement })
    await story.proposed(desk, author, id)
    return id
  }
  const file = async (id: string, rating: string) => {
    const rationale = 'Il verbale [1] parla **soltanto** della riapertura, non dei lavori.'
    const input = { rating, rationale }
    await fileReading(desk, reader, await story.read(desk, id), desk.newId(), input)
  }
  await read('blind')
  const blind = await propose('I lavori sul ponte sono durati tre anni')
  const disputed = await propose('L’opposizione ha chiesto i conti dei lavori')
  await file(disputed, 'mostly_false')
  const agreed = await propose('La sindaca ha annunciato la riapertura')
  await file(agreed, 'true')
  await read('two_readers')
  const unsigned = await propose('Il ponte è chiuso ai mezzi pesanti')
  await read('one_editor')
  return { blind, disputed, agreed, unsigned }
}
