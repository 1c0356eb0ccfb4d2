import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Member } from '../../src/domain/member.ts'
import { person, type TestDesk, testDesk } from '../support/desk.ts'
import { type Web, webOf } from '../support/web.ts'
import { formOf } from './browsing.ts'

const rumour = `Una voce di corridoio

La sindaca di Vallechiara lascerà la carica prima dell’estate, dicono in molti al bar della piazza, ma
nessuno lo conferma e lei tace da settimane.
`

let desk: TestDesk
let web: Web
let checker: Member
beforeAll(async () => {
  desk = await testDesk()
  web = webOf(desk)
  checker = await person(desk, 'checker')
})
afterAll(() => desk.end())

for (const language of ['en', 'it']) {
  it(`an outlet and a date that the text does not say ask how they are known (${language})`, async () => {
    const read = await web.post(checker, '/articles/readings', { text: `${rumour}${language}` })
    const form = { ...formOf(await read.text(), '/articles'), language: 'it' }
    const typed = { outlet: 'Il Corriere del Bar', date: '2024-03' }
    const words = { 'accept-language': language }
    const refused = await web.post(checker, '/articles', { ...form, ...typed }, words)
    expect(refused.status).toBe(422)
    const page = await refused.text()
    for (const field of ['outletReason', 'dateReason']) {
      expect(page).toContain(`id="article-${field}-error"`)
    }
    const again = { ...formOf(page, '/articles'), language: 'it' }
    expect(again).toMatchObject(typed)
    const half = { ...again, outletReason: 'La carta è la loro' }
    expect((await web.post(checker, '/articles', half)).status).toBe(422)
    const why = { ...half, dateReason: 'Ne parlano dopo il carnevale' }
    expect((await web.post(checker, '/articles', why)).status).toBe(303)
  })
}
