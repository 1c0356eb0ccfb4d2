import { expect, it } from 'vitest'
import { similarTo } from '../../src/desk/similar.ts'
import { reword } from '../../src/desk/wording.ts'
import { person, testDesk } from '../support/desk.ts'
import { freshPostgresDatabase, onPostgres, postgresMissing } from '../support/postgres.ts'
import * as story from '../support/story.ts'

async function findsItAgain(address?: string) {
  const desk = await testDesk(address)
  const checker = await person(desk, 'checker')
  const article = await story.article(desk, checker)
  const id = await story.claim(desk, checker, article)
  await story.claim(desk, checker, article, { statement: 'La scuola chiude a giugno' })
  const asked = 'Ha riaperto ieri al traffico, dopo tre anni di lavori, il ponte di Vallechiara.'
  const found = await similarTo(desk, checker, asked, 'it')
  expect(found.claims.map(({ claim }) => claim.id)).toEqual([id])
  const other = { ...story.claimForm, statement: 'La piscina comunale resta chiusa' }
  await reword(desk, checker, await story.read(desk, id), other)
  expect((await similarTo(desk, checker, asked, 'it')).claims).toEqual([])
  await desk.end()
}

it(
  'a claim is found by another sentence on the same thing, until it is reworded',
  () => findsItAgain(),
  120_000,
)

it.skipIf(postgresMissing)(
  onPostgres('a claim is found by another sentence'),
  async () => {
    const { url, drop } = await freshPostgresDatabase()
    await findsItAgain(url)
    await drop()
  },
  120_000,
)
