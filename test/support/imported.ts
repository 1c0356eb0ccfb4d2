import { receiveSource, sourceOf } from '../../src/desk/imports/receiving.ts'
import { lookThrough, start } from '../../src/desk/imports/running.ts'
import type { Desk } from '../../src/desk/open.ts'
import type { Member } from '../../src/domain/member.ts'

const rows = (label: string): string =>
  [
    'dichiarazione;giudizio;testata;data;fonte',
    `Il ponte di Vallechiara è costato il doppio;${label};ponti.example;03/04/2018;https://ponti.example/1`,
    'La strada è chiusa da un anno;C’eri quasi;ponti.example;2018-05-01;non so',
    'Nessuno ha più preso il treno;;ponti.example;;',
  ].join('\n')

/** Something was imported, and something else only looked through. @returns their ids */
export async function imported(desk: Desk, editor: Member) {
  const bring = async (name: string, text: string) => {
    const id = desk.newId()
    const source = () => sourceOf(name, new TextEncoder().encode(text))
    const one = await receiveSource(desk, editor, id, source, { format: null, publisher: null })
    lookThrough(desk, editor, one)
    await desk.imports.ending
    return id
  }
  const done = await bring('verifiche.csv', rows('Falso'))
  const { revision = 0 } = (await desk.store.imports.find(done)) ?? {}
  await start(desk, editor, { id: done, revision })
  await desk.imports.ending
  return { done, looked: await bring('altre.csv', rows('Panzana pazzesca')) }
}
