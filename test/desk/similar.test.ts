import { expect, it } from 'vitest'
import { similarTo } from '../../src/desk/similar.ts'
import { answerSimilar } from '../../src/desk/similar-lines.ts'
import { reword } from '../../src/desk/wording.ts'
import { person, testDesk } from '../support/desk.ts'
import { freshPostgresDatabase, onPostgres, postgresMissing } from '../support/postgres.ts'
import { keepRulings } from '../support/rulings.ts'
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

it('a line is answered with claims and rulings in one list, best first', async () => {
  const desk = await testDesk()
  const checker = await person(desk, 'checker')
  const article = await story.article(desk, checker)
  const id = await story.claim(desk, checker, article)
  const [same, far] = await keepRulings(desk, [
    { key: 'pp-1', statement: 'Dopo tre anni di lavori il ponte di Vallechiara ha riaperto' },
    { key: 'pp-2', statement: 'Il ponte di Messina è stato progettato dopo anni di studi' },
  ])
  const text = 'Dopo tre anni di lavori il ponte di Vallechiara ha riaperto al traffico'
  const answer = await answerSimilar(desk, JSON.stringify({ id: 'a', text, language: 'it' }))
  const matches = ('matches' in answer && answer.matches) || []
  expect(matches.map(({ claimId, key }) => [claimId, key])).toEqual([
    // What the desk has itself comes first where both are as alike.
    [id, null],
    [null, 'pp-1'],
    [null, 'pp-2'],
  ])
  expect(Object.keys(matches[0] ?? {})).toEqual(['claimId', 'key', 'score', 'why'])
  expect(matches[1]).toMatchObject({ rulingId: same?.id, claimId: null })
  expect(matches[2]).toMatchObject({ rulingId: far?.id })
  await desk.end()
}, 60_000)
