import naughty from 'big-list-of-naughty-strings'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { giveClaim, setAside } from '../../src/desk/claims.ts'
import { bringEvidence } from '../../src/desk/evidence.ts'
import { publish, saveDraft } from '../../src/desk/verdicts.ts'
import { plan } from '../../src/desk/wording.ts'
import type { Member } from '../../src/domain/member.ts'
import { person, type TestDesk, testDesk } from '../support/desk.ts'
import * as story from '../support/story.ts'
import { type Web, webOf, wordsOf } from '../support/web.ts'

let desk: TestDesk
let web: Web
let carla: Member
let vera: Member
const ids: Record<string, string> = {}
const said: Record<string, string> = {
  troops: 'La Corea del Nord ha schierato migliaia di soldati in Russia',
  shells: 'Russia was seeking more artillery shells from North Korea',
  accord: 'L’accordo è stato firmato il 12 marzo, perché tutti lo volevano',
  school: 'La scuola di Vallechiara ha perso 12.500 studenti',
  bridge: 'Il ponte chiuso costa alla valle due milioni',
  aside: 'Il ponte è bello',
}

beforeAll(async () => {
  desk = await testDesk()
  web = webOf(desk)
  carla = await person(desk, 'checker', 'Carla')
  vera = await person(desk, 'viewer', 'Vera')
  const enzo = await person(desk, 'editor', 'Enzo')
  const article = await story.article(desk, carla)
  const inputs: Record<string, object> = {
    troops: { claimantKind: 'named', claimant: 'Andrej Rudenko', claimedOn: '2025-05-21' },
    shells: {
      language: 'en',
      kind: 'said',
      claimedOn: '2023-09',
      statementIt: 'Mosca cerca granate',
    },
    school: { topics: 'scuola', kind: 'figure', claimantKind: 'unknown', claimedOn: '2025-04-30' },
    bridge: { topics: 'ponti' },
  }
  for (const [name, statement] of Object.entries(said)) {
    ids[name] = await story.claim(desk, carla, article, { statement, ...inputs[name] })
  }
  const now = (name: string) => story.read(desk, ids[name] ?? '')
  await giveClaim(desk, carla, await now('shells'), carla.id)
  await plan(desk, carla, await now('school'), { topics: 'scuola', dueOn: '2025-06-30', why: '' })
  const source = {
    ...story.evidenceForm,
    title: 'Bollettino del catasto',
    quote: 'Gli iscritti calano.',
  }
  await bringEvidence(desk, carla, ids.school ?? '', desk.newId(), source)
  await story.proposed(desk, carla, ids.bridge ?? '', {
    rating: 'false',
    rationale: 'Il pedaggio [1].',
  })
  await publish(desk, enzo, await now('bridge'), {})
  const draft = { claim: await now('shells'), verdictRevision: 0, newId: desk.newId() }
  await saveDraft(desk, carla, draft, { ...story.verdictForm, rationale: 'Elicottero segreto' })
  await setAside(desk, carla, await now('aside'), { reason: 'opinion', words: '' })
})
afterAll(() => desk.end())

const pageOf = async (q: string, by = carla, more = '', language = 'en') => {
  const path = `/claims?${new URLSearchParams({ q })}${more}`
  const answer = await web.get(by, path, { 'accept-language': language })
  return { status: answer.status, html: await answer.text() }
}
const found = async (q: string, by = carla) => {
  const { html } = await pageOf(q, by)
  return Object.keys(ids).filter((name) => html.includes(`id="claim-${ids[name]}"`))
}

describe('a search', () => {
  it.each([
    ['soldato', ['troops']],
    ['soldati russia', ['troops']],
    ['perche volevano', ['accord']],
    ['PERCHÉ l’accordo', ['accord']],
    ["l'accordo", ['accord']],
    ['"ponte chiuso"', ['bridge']],
    ['«ponte chiuso»', ['bridge']],
    ['"chiuso ponte"', []],
    ['"ponti chiusi"', []],
    ['ponti chiusi', ['bridge']],
    ['russia -soldati', ['shells']],
    ['valle* -ponte', []],
    ['artiglier*', []],
    ['artill*', ['shells']],
    ['volev*', ['accord']],
    ['volevat*', []],
    ['granate', ['shells']],
    ['"12.500"', ['school']],
    ['12.500', ['school']],
    ['rudenko', ['troops']],
    ['catasto', ['school']],
    ['iscritto', ['school']],
    ['pedaggio', ['bridge']],
    ['elicottero', []],
    ['claimant:rudenko', ['troops']],
    ['chi:"andrej rud"', ['troops']],
    ['rating:false', ['bridge']],
    ['voto:falso ponte', ['bridge']],
    ['-rating:false -rating:true ponte stage:set_aside', ['aside']],
    ['after:2025-05', ['troops']],
    ['dopo:2025-04 prima:2025-05', ['school']],
    ['before:2024', ['shells']],
    ['lang:en', ['shells']],
    ['lingua:inglese stage:checking', ['shells']],
    ['fase:"in verifica"', ['shells']],
    ['topic:scuola', ['school']],
    ['argomento:Ponti', ['bridge']],
    ['kind:figure tipo:cifra', ['school']],
    ['holder:me', ['shells']],
    ['holder:carla', ['shells']],
    ['outlet:gazzetta kind:said', ['shells']],
    ['article:"il ponte" lang:en', ['shells']],
    ['has:due', ['school']],
    ['con:giudizio', ['bridge']],
    ['sodlati', ['troops']],
    ['artilery', ['shells']],
    ['zebra', []],
    ['soldati zebra', []],
  ])('for %s finds %j', async (q, names) => {
    expect(await found(q)).toEqual(names)
    if (!q.includes('holder:me')) expect(await found(q, vera)).toEqual(names)
  })

  it('marks what it found where it stands, and says where that is', async () => {
    const { html } = await pageOf('soldati')
    expect(html).toContain('migliaia di <mark class="hit">soldati</mark> in Russia')
    const evidence = await pageOf('catasto')
    expect(evidence.html).toContain('in evidence [1]:')
    expect(evidence.html).toContain('Bollettino del <mark class="hit">catasto</mark>')
    expect((await pageOf('pedaggio')).html).toContain('in the verdict:')
    expect((await pageOf('rudenko')).html).toContain('claimed by:')
    expect((await pageOf('gazzetta')).html).toContain('in the article:')
  })

  it('says what it took a word for, and what is no filter', async () => {
    expect(wordsOf((await pageOf('sodlati')).html)).toContain(
      'No word is “sodlati”: also searched for soldati.',
    )
    expect(wordsOf((await pageOf('artill')).html)).toContain('No word is “artill”')
    expect(wordsOf((await pageOf('zebra')).html)).toContain('Nothing on this desk says “zebra”')
    const strange = wordsOf((await pageOf('colour:ponte rating:banana claimant:nobodyhere')).html)
    expect(strange).toContain('“colour:ponte” is no filter')
    expect(strange).toContain('“rating:banana” is a filter with a value that there is not here')
    expect(strange).toContain('“claimant:nobodyhere” is a filter with a value')
    const italian = await pageOf('sodlati', carla, '', 'it')
    expect(wordsOf(italian.html)).toContain('Nessuna parola è «sodlati»: cercato anche soldati.')
  })

  it('shows the filters that were typed, and takes each away alone', async () => {
    const { html } = await pageOf('ponte rating:false lang:it')
    expect(html).toContain('href="/claims?q=ponte+lang%3Ait"')
    expect(html).toContain('href="/claims?q=ponte+rating%3Afalse"')
  })

  it('counts what it found, by what can be chosen', async () => {
    const { html } = await pageOf('gazzetta')
    expect(wordsOf(html)).toContain('6 claims match')
    expect(html).toMatch(
      /<a href="\/claims\?q=gazzetta&amp;language=en">English <span class="count">1<\/span>/,
    )
    expect(html).toContain('/claims?q=gazzetta+kind%3Afigure')
    const one = await pageOf('gazzetta', carla, '&language=en')
    expect(wordsOf(one.html)).toContain('1 claim matches')
  })

  it('shows articles that say it beside the claims, and all of them on a page of their own', async () => {
    const { html } = await pageOf('collaudo opposizione')
    expect(wordsOf(html)).not.toContain('Articles that say it')
    const some = await pageOf('opposizione')
    expect(some.html).toContain('href="/articles?q=opposizione"')
    const page = await (await web.get(vera, '/articles?q=opposizione')).text()
    expect(page).toContain('Secondo l’<mark class="hit">opposizione</mark> i costi')
    const none = await (await web.get(vera, '/articles?q=zebra')).text()
    expect(wordsOf(none)).toContain('Nothing was found that has all of this')
  })

  it('puts first what says it in its statement, and knows other orders', async () => {
    const order = (html: string) =>
      [...html.matchAll(/id="claim-([^"]+)"/g)].map(([, id]) =>
        Object.keys(ids).find((name) => ids[name] === id),
      )
    expect(order((await pageOf('ponte')).html).slice(0, 2)).toEqual(['aside', 'bridge'])
    const newest = order((await pageOf('gazzetta', carla, '&sort=newest')).html)
    expect(newest).toEqual(['aside', 'bridge', 'school', 'accord', 'shells', 'troops'])
    expect(order((await pageOf('gazzetta', carla, '&sort=due')).html)[0]).toBe('school')
  })

  it('takes in what changed with the decision that changed it', async () => {
    const text = { ...story.evidenceForm, title: 'Bollettino meteorologico' }
    expect(await found('meteorologico')).toEqual([])
    await bringEvidence(desk, carla, ids.accord ?? '', desk.newId(), text)
    expect(await found('meteorologico')).toEqual(['accord'])
  })
})

describe('whatever is typed into a search', () => {
  const operators = [
    'AND',
    '"" OR ""',
    'NEAR(a b, 2)',
    '{statement}: ponte',
    '^ponte',
    'a + b',
    "'; --",
  ]
  const strange = [
    ...[
      'ponte\0chiuso',
      '\ud800',
      'a\udfff b',
      '\u202eponte',
      '\u200f\u200e',
      '*',
      '-',
      '"',
      ':',
      '((',
      '%',
    ],
    ...[
      '-*',
      '"*"',
      'rating:',
      ':false',
      'rating:""',
      '-"',
      '«',
      'after:9999-99',
      'before:0',
      'has:x',
    ],
    ...['?!.,;', '~'.repeat(600), 'ponte '.repeat(1700), 'x'.repeat(10_000), '"a" '.repeat(2500)],
    ...['è'.repeat(10_000), '\u0301'.repeat(10_000), '-a '.repeat(3000), 'lang:it '.repeat(1000)],
    ...['北京大学', '한국어', 'مرحبا', 'ประเทศไทย', '👍🏽'],
  ]

  it.each([
    ['operators', operators],
    ['strange letters', strange],
    ['the big list of naughty strings', naughty],
  ])(
    'of %s, the answer is a page',
    async (_, texts) => {
      expect(texts.length).toBeGreaterThan(5)
      for (const q of texts) {
        const { status, html } = await pageOf(q)
        expect(status, JSON.stringify(q).slice(0, 80)).toBe(200)
        expect(html).toContain('id="queue-count"')
        expect(html).not.toContain('\0')
      }
      for (const q of texts) {
        const query = new URLSearchParams({ q })
        for (const path of [`/articles?${query}`, `/verdicts?${query}`]) {
          expect((await web.get(vera, path)).status, JSON.stringify(q).slice(0, 80)).toBe(200)
        }
      }
    },
    120_000,
  )

  it('says that it searches for no more than it reads, and for words that say something', async () => {
    expect(wordsOf((await pageOf('ponte '.repeat(100))).html)).toContain(
      'Only the first 500 characters',
    )
    expect(wordsOf((await pageOf('?!')).html)).toContain(
      'has no word that says what a claim is about',
    )
  })

  it('takes three words for others that stand nowhere, and no more of them', async () => {
    const slips = ['scuolla', 'Vallechiarra', 'studennti']
    const found = await pageOf(slips.join(' '))
    expect(found.html).toContain(ids.school)
    expect(wordsOf(found.html).match(/No word is/g)).toHaveLength(3)
    const more = await pageOf([...slips, 'soldatti', 'milionni'].join(' '))
    expect(more.html).not.toContain('queue-row')
    expect(wordsOf(more.html).match(/No word is/g)).toHaveLength(3)
    expect(wordsOf(more.html)).not.toContain('nor a word like it')
  })

  it('begins anew where the address of a page is none', async () => {
    for (const after of [
      'x',
      'all~~1~1~',
      'all~-1~0~0~',
      'statement~x~0~0~',
      '~~~~',
      "all~1'~0~0~",
    ]) {
      const { status, html } = await pageOf('ponte', carla, `&${new URLSearchParams({ after })}`)
      expect(status).toBe(200)
      expect(html).toContain('queue-row')
    }
  })
})
