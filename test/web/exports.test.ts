import Ajv from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Member } from '../../src/domain/member.ts'
import { verdictExport } from '../../src/interchange/verdict-export.ts'
import { size } from '../../views/parts.ts'
import { person, testDesk } from '../support/desk.ts'
import { type ToldDesk, toldDesk } from '../support/told-desk.ts'
import { type Web, webOf, wordsOf } from '../support/web.ts'
import { formOf, formTag } from './browsing.ts'

const document = '/exports/verdicts.json'
const nobody = '00000000-0000-7000-8000-000000000000'

let told: ToldDesk
let web: Web
let vito: Member

beforeAll(async () => {
  told = await toldDesk()
  web = webOf(told.desk)
  vito = await person(told.desk, 'viewer', 'Vito')
}, 60_000)
afterAll(() => told.desk.end())

const ask = (path: string, headers: Record<string, string> = {}) => web.get(vito, path, headers)
const page = async (query = '') => (await ask(`/exports${query}`)).text()
const exported = async (query: string) => {
  const text = await (await ask(document + query)).text()
  return { text, ...verdictExport.parse(JSON.parse(text)) }
}
/** The lines of a document that hold a verdict each. */
const lines = (text: string) =>
  text
    .split('\n')
    .slice(1, -2)
    .map((line) => line.replace(/,$/, ''))

describe('the document under filters', () => {
  const asked: [query: string, filters: object | undefined, names: string[]][] = [
    ['', undefined, ['bridge', 'costs', 'costs 2', 'costs 3', 'debt', 'road', 'school']],
    ['?rating=true', { rating: ['true'] }, ['bridge', 'costs']],
    [
      '?rating=false&rating=mixed&rating=false',
      { rating: ['false', 'mixed'] },
      ['costs 2', 'costs 3', 'debt'],
    ],
    ['?topic=%23Bilancio', { topic: ['bilancio'] }, ['bridge', 'debt']],
    [
      '?language=en&status=under_correction',
      { language: ['en'], status: ['under_correction'] },
      ['school'],
    ],
    ['?until=1/6/2025', { until: '2025-06-01' }, ['bridge']],
    [
      '?from=2025-06-03&until=2025-06-04&claimant=unknown',
      { claimant: ['unknown'], from: '2025-06-03', until: '2025-06-04' },
      ['debt'],
    ],
    ['?topic=nobody%20gave%20this', { topic: ['nobody gave this'] }, []],
  ]

  it.each(asked)('is what was asked for, and says so: %s', async (query, filters, names) => {
    const { verdicts, filters: said, text } = await exported(query)
    expect(verdicts.map(told.nameOf).sort()).toEqual(names)
    expect(said).toEqual(filters)
    expect(Object.keys(JSON.parse(text))).toEqual([
      ...['schema', 'generatedAt', 'desk', 'scale', 'cursor'],
      ...(filters ? ['filters'] : []),
      'verdicts',
    ])
  })

  it('is accepted by the JSON Schema that is served', async () => {
    const served = JSON.parse(await (await ask('/schemas/verdict-export/v1.json')).text())
    const ajv = new Ajv.Ajv2020({ strict: false })
    formats.default(ajv)
    const valid = ajv.compile(served)
    const { anna, second } = told
    for (const query of [...asked.map(([query]) => query), `?claimant=${anna}&article=${second}`]) {
      const { text } = await exported(query)
      expect(valid(JSON.parse(text)), JSON.stringify(valid.errors)).toBe(true)
    }
    const { text } = await exported('?rating=true')
    expect(valid({ ...JSON.parse(text), filters: { rating: 'true' } })).toBe(false)
  })

  it('holds each verdict byte for byte as the whole document does, in the same order', async () => {
    const whole = lines((await exported('')).text)
    for (const query of ['?rating=true', '?status=published', `?article=${told.second}`]) {
      const some = lines((await exported(query)).text)
      expect(some.length).toBeGreaterThan(1)
      expect(whole.filter((line) => some.includes(line))).toEqual(some)
    }
  })

  it('finds articles and claimants by their ids', async () => {
    const { anna, paolo, first, second } = told
    const names = async (query: string) => (await exported(query)).verdicts.map(told.nameOf)
    expect(await names(`?claimant=${paolo}`)).toEqual(['bridge'])
    expect(await names(`?claimant=${paolo}&article=${second}`)).toEqual(['bridge'])
    expect(await names(`?claimant=${paolo}&article=${first}`)).toEqual([])
    expect(await names(`?claimant=${anna}&article=${first}&rating=mixed`)).toEqual([])
  })
})

const wrong: [query: string, parameter: string, code: string][] = [
  ['rating=almost', 'rating', 'not_here'],
  ['rating=true&rating=almost', 'rating', 'not_here'],
  ['rating=', 'rating', 'required'],
  ['rating=a%00b', 'rating', 'nul'],
  [`rating=${'x'.repeat(61)}`, 'rating', 'too_long'],
  [Array.from({ length: 51 }, (_, i) => `rating=r${i}`).join('&'), 'rating', 'too_many'],
  ['topic=', 'topic', 'required'],
  ['topic=a%00b', 'topic', 'nul'],
  ['language=%00', 'language', 'nul'],
  ['article=%00', 'article', 'malformed'],
  ['topic=%F0%9F%98%80', 'topic', 'malformed'],
  ['language=italian', 'language', 'too_long'],
  ['language=i%27', 'language', 'unknown_choice'],
  ['article=1', 'article', 'malformed'],
  [`article=${nobody}`, 'article', 'not_here'],
  ['claimant=Anna%20Moretti', 'claimant', 'malformed'],
  ['claimant=named', 'claimant', 'malformed'],
  [`claimant=outlet&claimant=${nobody}`, 'claimant', 'not_here'],
  ['status=draft', 'status', 'not_here'],
  ['status=published&status=proposed', 'status', 'not_here'],
  ['from=2025-06', 'from', 'no_day'],
  ['from=2025-02-30', 'from', 'no_day'],
  ['from=yesterday', 'from', 'no_day'],
  ['until=2025-06-01T00:00:00Z', 'until', 'too_long'],
  ['from=2025-06-01&from=2025-06-02', 'from', 'too_many'],
  ['from=2025-06-02&until=2025-06-01', 'until', 'before_from'],
  ['asOf=soon', 'asOf', 'not_a_moment'],
  ['asOf=2025-06', 'asOf', 'not_a_moment'],
  ['asOf=2025-06-31T12:00:00Z', 'asOf', 'not_a_moment'],
  ['asOf=2025-06-07', 'asOf', 'in_the_future'],
  ['asOf=2025-06-01&asOf=2025-06-02', 'asOf', 'too_many'],
  ['ratng=true', 'ratng', 'no_filter'],
  ['Rating=true', 'Rating', 'no_filter'],
  ['__proto__=x', '__proto__', 'no_filter'],
  ['constructor=x&rating=true', 'constructor', 'no_filter'],
]

describe('a filter that cannot be read', () => {
  it.each(wrong)('gives out no document: %s', async (query, parameter, code) => {
    const answer = await ask(`${document}?${query}`)
    expect(answer.status).toBe(422)
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
    const problem = JSON.parse(await answer.text())
    expect(problem).toMatchObject({ status: 422, code: 'invalid' })
    expect(Object.entries(problem.errors)).toEqual([[parameter, expect.objectContaining({ code })]])
  })

  it('names each that is wrong', async () => {
    const answer = await ask(`${document}?rating=almost&article=${nobody}&topic=ponti`)
    const { errors } = JSON.parse(await answer.text())
    expect(Object.keys(errors).sort()).toEqual(['article', 'rating'])
  })

  it('is named to whoever opens the address in a browser, in their language', async () => {
    const accept = 'text/html,application/xhtml+xml'
    const said = { en: 'There is nothing of this name', it: 'Qui non c’è niente con questo nome' }
    for (const [language, words] of Object.entries(said)) {
      const answer = await ask(`${document}?rating=almost`, { accept, 'accept-language': language })
      expect(answer.status).toBe(422)
      const html = await answer.text()
      expect(html).toContain('<code>rating</code>')
      expect(wordsOf(html)).toContain(words)
    }
    const hostile = await ask(`${document}?%3Cb%3E=1`, { accept })
    expect(await hostile.text()).toContain('<code>&lt;b&gt;</code>')
  })

  it.each(wrong.filter(([query, , code]) => code !== 'no_filter' && !query.endsWith('=')))(
    'is shown on the page beside its field, and no document with it: %s',
    async (query, parameter, code) => {
      for (const language of ['en', 'it']) {
        const answer = await ask(`/exports?${query}`, { 'accept-language': language })
        const html = await answer.text()
        expect(answer.status, html.slice(0, 300)).toBe(422)
        expect(html).toContain(`id="filters-${parameter}-error"`)
        expect(html).toMatch(/<div class="alert" role="alert"/)
        expect(html).not.toContain(document)
        expect(html).not.toContain('XQ')
      }
      const client = await ask(`/exports?${query}`, { accept: 'application/json' })
      expect(client.headers.get('content-type')).toContain('application/problem+json')
      expect(JSON.parse(await client.text()).errors[parameter]).toMatchObject({ code })
    },
  )

  it('keeps what was typed and chosen beside it', async () => {
    const html = await page('?from=31/31/2025&until=2025-06-01&rating=true&topic=%3Cponti%3E')
    expect(html).toContain('value="31/31/2025"')
    const { from, until, rating, topic } = formOf(html, '/exports', 'get')
    expect({ from, until, rating, topic }).toEqual({
      from: '31/31/2025',
      until: '2025-06-01',
      rating: 'true',
      topic: '<ponti>',
    })
  })
})

describe('the page of exports', () => {
  it('counts what the document holds, and its bytes', async () => {
    for (const query of ['', '?rating=true', '?topic=nobody', `?article=${told.second}`]) {
      const { text, verdicts } = await exported(query)
      const words = wordsOf(await page(query))
      const count = `${verdicts.length || 'No'} verdict${verdicts.length ? ' versions' : ''}`
      expect(words).toContain(`${count} · ${size('en', Buffer.byteLength(text))}`)
    }
  })

  it('shows the document itself as it begins, searches and contacts included', async () => {
    const html = await page()
    const [, shown = ''] = /<pre [^>]*id="export-preview"[^>]*>([\s\S]*?)<\/pre>/.exec(html) ?? []
    const plain = shown
      .replace(/<[^>]+>/g, '')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&')
    const { generatedAt: _, verdicts, ...head } = JSON.parse(plain)
    const whole = JSON.parse((await exported('')).text)
    expect(whole).toMatchObject(head)
    expect(verdicts).toEqual(whole.verdicts.slice(0, 3))
    expect(plain).toContain('XQSEARCH')
    expect(plain).toContain('XQCONTACT')
    expect(shown).toContain('<span class="json-key">&quot;schema&quot;</span>')
    expect(shown).toContain('<span class="json-number">5</span>')
    expect(shown).toContain('<span class="json-word">null</span>')
    expect(wordsOf(html)).toContain('The first 3 verdicts of 7')
  })

  it('hands out the address and the command with all filters in them', async () => {
    const topic = encodeURIComponent("l'arza")
    const html = await page(`?rating=true&rating=mostly_true&topic=${topic}&from=2025-06-01`)
    const query = 'rating=true&amp;rating=mostly_true&amp;topic=l%27arza&amp;from=2025-06-01'
    expect(html).toContain(`href="${document}?${query}" download="verdicts.json"`)
    expect(html).toContain(`value="http://desk.test${document}?${query}"`)
    const command =
      'npm run --silent riscontro -- export verdicts --rating=true --rating=mostly_true ' +
      "--topic='l'\\''arza' --from=2025-06-01"
    expect(html).toContain(`value="${command.replaceAll("'", '&#39;')}"`)
  })

  it('is of a moment, and hands that out as an instant, where one is named', async () => {
    const html = await page('?asOf=2025-06-03&topic=ponti')
    expect(wordsOf(html)).toContain('As it stood on 3 June 2025 at 23:59:59.')
    const query = 'topic=ponti&amp;asOf=2025-06-03T21%3A59%3A59.999Z'
    expect(html).toContain(`href="${document}?${query}" download="verdicts.json"`)
    expect(html).toContain('--topic=ponti --as-of=2025-06-03T21:59:59.999Z"')
    expect(html).toContain('href="/exports?topic=ponti">The export as it is now')
    expect(html).toMatch(/name="asOf" value="2025-06-03"/)
    const { text, verdicts } = await exported(`?${query.replaceAll('&amp;', '&')}`)
    expect(verdicts.map(told.nameOf).sort()).toEqual(['bridge', 'costs', 'costs 2'])
    expect(html).toContain(size('en', Buffer.byteLength(text)))
    expect(Object.keys(JSON.parse(text))).not.toContain('asOf')
    expect(wordsOf(await page('?asOf=2025-05-31'))).toContain('had told the public nothing yet')
    expect(wordsOf(await page('?asOf=2001-01-01'))).toContain('No verdict')
  })

  it('shows what is chosen, also what is not among the choices', async () => {
    const { anna, second } = told
    const asked = `rating=false&status=withdrawn&topic=nobody&language=fr&claimant=outlet&claimant=${anna}&article=${second}&until=2025-06-02`
    const { from: _, asOf: __, ...form } = formOf(await page(`?${asked}`), '/exports', 'get')
    expect(
      new URLSearchParams(
        Object.entries(form).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
      )
        .toString()
        .split('&')
        .sort(),
    ).toEqual(asked.split('&').sort())
    expect(wordsOf(await page(`?${asked}`))).toContain('Filters 8')
  })

  it('offers nothing that only the desk knows', async () => {
    const html = await page()
    expect(html).not.toMatch(/XQHIDDEN|segreti|Un terzo articolo/)
    expect(formTag(html, '/exports', 'get')).toContain('Anna Moretti')
  })

  it('drops from its address what a form left blank, and what is no filter', async () => {
    const sent = await ask('/exports?rating=true&from=&until=&topic=a+b&utm=x')
    expect([sent.status, sent.headers.get('location')]).toEqual([
      303,
      '/exports?rating=true&topic=a+b',
    ])
    const blank = await ask('/exports?from=&until=')
    expect([blank.status, blank.headers.get('location')]).toEqual([303, '/exports'])
  })

  it('teaches where nothing passes, and where nothing is public yet', async () => {
    const none = await page('?rating=true&status=withdrawn')
    expect(wordsOf(none)).toContain('every filter must be met')
    expect(none).toContain('<a href="/exports">Clear all filters</a>')
    expect(none).toContain(`href="${document}?`)
    const empty = await testDesk()
    const eva = await person(empty, 'viewer', 'Eva')
    const words = wordsOf(await (await webOf(empty).get(eva, '/exports')).text())
    expect(words).toContain('It fills as an editor publishes')
    await empty.end()
  })

  it('writes out nothing as markup that somebody wrote', async () => {
    const html = await page(`?topic=${encodeURIComponent('"><script>alert(1)</script>')}`)
    expect(html).not.toContain('<script>alert')
    expect(html).toContain('--topic=&#39;&quot;&gt;&lt;script')
  })
})
