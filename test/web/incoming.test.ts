import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { takeFromArticle } from '../../src/desk/appearances.ts'
import { openArticle } from '../../src/desk/reader.ts'
import type { Member } from '../../src/domain/member.ts'
import { person, type TestDesk, testDesk } from '../support/desk.ts'
import { lockedPdf, makePdf, page } from '../support/pdf.ts'
import * as story from '../support/story.ts'
import { type Web, webOf, wordsOf } from '../support/web.ts'

const linked = {
  '@type': 'NewsArticle',
  headline: 'La biblioteca di Vallechiara riapre',
  datePublished: '2024-04-02T07:30:00+02:00',
  author: { '@type': 'Person', name: 'Lucia Ferri' },
  publisher: { name: 'Gazzetta della Valle' },
}
const pageOf = (first: string) => `<!doctype html><html lang="it"><head><meta charset="utf-8">
<title>La biblioteca di Vallechiara riapre - Gazzetta della Valle</title>
<script type="application/ld+json">${JSON.stringify(linked)}</script></head><body>
<div class="cookie-banner"><p>Usiamo i cookie per offrirti un’esperienza migliore. Accetta tutti</p></div>
<article><h1>La biblioteca di Vallechiara riapre</h1><p>${first}</p>
<p>I volumi salvati dall’acqua sono dodicimila, ha detto la direttrice Elena Sarti ai giornalisti arrivati da tutta la provincia.</p>
<p>Il comune ha stanziato quattrocentomila euro, e i lavori sono durati diciotto mesi, uno meno del previsto.</p></article>
<aside class="related"><h3>Leggi anche</h3><a href="/x">Il ponte riapre</a></aside></body></html>`

describe('an article from a page', () => {
  let desk: TestDesk
  let web: Web
  let checker: Member
  let server: Server
  let address = ''
  let first =
    'La biblioteca comunale ha riaperto ieri dopo l’alluvione che aveva allagato i depositi nel novembre di due anni fa.'

  beforeAll(async () => {
    desk = await testDesk(undefined, true)
    web = webOf(desk)
    checker = await person(desk, 'checker')
    server = createServer((request, response) => {
      if (request.url !== '/biblioteca') return void response.writeHead(404).end('nothing')
      response.setHeader('content-type', 'text/html')
      response.end(pageOf(first))
    })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    const place = server.address()
    address = `http://127.0.0.1:${typeof place === 'object' ? place?.port : ''}/biblioteca`
  })
  afterAll(async () => {
    server.close()
    await desk.end()
  })

  /** Sends an address and confirms what was read. @returns where it led */
  async function bringIn(): Promise<string> {
    const read = await web.post(checker, '/articles/readings', { address, text: '' })
    if (read.status === 303) return read.headers.get('location') ?? ''
    const html = await read.text()
    expect(read.status, wordsOf(html)).toBe(200)
    expect(html).toContain('value="Lucia Ferri"')
    expect(html).toContain('value="2024-04-02"')
    expect(html).not.toContain('Usiamo i cookie')
    expect(html).not.toContain('Leggi anche')
    const text = /<textarea[^>]*name="text"[^>]*>\n?([\s\S]*?)<\/textarea>/.exec(html)?.[1] ?? ''
    const known = { title: linked.headline, outlet: 'Gazzetta della Valle', byline: 'Lucia Ferri' }
    const form = { ...known, date: '2024-04-02', language: 'it', url: address, source: 'url' }
    const saved = await web.post(checker, '/articles', { ...form, newId: desk.newId(), text })
    return saved.headers.get('location') ?? ''
  }

  it('is fetched, read and kept, and recognised by its text', async () => {
    const place = await bringIn()
    expect(place).toMatch(/^\/articles\/[\da-f-]{36}$/)
    expect(await bringIn()).toBe(place)
  })

  it('becomes a new version when its text changed, and what was taken from it is found again', async () => {
    const place = await bringIn()
    const id = place.split('/').at(-1) ?? ''
    const { version, sentences } = await openArticle(desk, id)
    const volumes = sentences.find(({ text }) => text.includes('dodicimila'))
    const gone = sentences.find(({ text }) => text.includes('ieri'))
    for (const one of [volumes, gone]) {
      if (!one) throw new Error('the sentence is missing')
      const at = { article: id, version: version.id, start: one.start, end: one.end }
      const form = { id: desk.newId(), appearanceId: desk.newId(), input: story.claimForm }
      await takeFromArticle(desk, checker, at, form)
    }
    first =
      'Dopo un anno e mezzo di lavori la biblioteca comunale ha riaperto lunedì, e i depositi allagati sono di nuovo pieni di libri.'
    expect(await bringIn()).toBe(place)
    const now = await openArticle(desk, id)
    expect(now.version.number).toBe(2)
    const found = now.taken.find(({ appearance }) => appearance.quote.includes('dodicimila'))
    const again = now.sentences.find(({ text }) => text.includes('dodicimila'))
    expect(found?.place).toMatchObject({ status: 'moved', start: again?.start })
    expect(again?.start).not.toBe(volumes?.start)
    const lost = now.taken.find(({ appearance }) => appearance.quote.includes('ieri'))
    const start = now.version.body.indexOf(first) + first.indexOf('la biblioteca')
    const end = now.version.body.indexOf(first) + first.length
    expect(lost?.place).toEqual({ status: 'changed', start, end })
    const tasks = await desk.store.drifts.openOn(now.taken.map(({ claim }) => claim.id))
    expect(tasks.map(({ about, status }) => [about, status])).toEqual([
      [lost?.appearance.id, 'changed'],
    ])
    expect((await web.get(checker, place)).status).toBe(200)
    expect((await desk.store.verify()).fault).toBeNull()
  })

  it('can be uploaded as a saved page', async () => {
    const body = new FormData()
    const saved = pageOf(
      'Un altro inizio per la biblioteca, che da oggi apre anche di sera e la domenica mattina per gli studenti.',
    )
    body.append('file', new Blob([saved], { type: 'text/html' }), 'pagina.html')
    const answer = await web.upload(checker, '/articles/readings', body)
    const html = await answer.text()
    expect(answer.status, wordsOf(html)).toBe(200)
    expect(html).toContain('value="Lucia Ferri"')
    expect(html).toContain('Un altro inizio')
  })

  it('can be uploaded as a PDF, which says why where it cannot be read', async () => {
    const upload = async (bytes: Uint8Array, type: string) => {
      const body = new FormData()
      body.append('file', new Blob([Buffer.from(bytes)], { type }), 'relazione.pdf')
      const answer = await web.upload(checker, '/articles/readings', body)
      return { status: answer.status, html: await answer.text() }
    }
    const lines = page(['Il ponte di Vallechiara è stato riaperto, e il collau-', 'do è riuscito.'])
    for (const type of ['application/pdf', 'application/octet-stream', '']) {
      const { status, html } = await upload(makePdf([lines], { title: 'Il ponte riapre' }), type)
      expect(status, wordsOf(html)).toBe(200)
      expect(html).toContain('Il ponte riapre</textarea>')
      expect(html).toContain('stato riaperto, e il collaudo è riuscito.')
    }
    const locked = await upload(lockedPdf(), 'application/pdf')
    expect([locked.status, wordsOf(locked.html)]).toEqual([
      422,
      expect.stringContaining('password'),
    ])
    const scanned = await upload(makePdf(['0 0 m 9 9 l S']), 'application/pdf')
    expect([scanned.status, wordsOf(scanned.html)]).toEqual([
      422,
      expect.stringContaining('pictures'),
    ])
    const broken = await upload(Buffer.from('no PDF'), 'application/pdf')
    expect([broken.status, wordsOf(broken.html)]).toEqual([422, expect.stringContaining('damaged')])
  })

  it('is refused with the reason and what was typed, in the reader’s language', async () => {
    const tries = {
      'http://10.0.0.1/x': 422,
      'http://169.254.169.254/latest/meta-data': 422,
      'ftp://example.org/x': 422,
      'not an address': 422,
      [address.replace('biblioteca', 'nowhere')]: 502,
    }
    for (const [tried, status] of Object.entries(tries)) {
      const said: string[] = []
      for (const language of ['en', 'it']) {
        const answer = await web.post(
          checker,
          '/articles/readings',
          { address: tried },
          { 'accept-language': language },
        )
        const html = await answer.text()
        expect(answer.status, tried).toBe(status)
        expect(html).toContain(`value="${tried}"`)
        said.push(/role="alert"[\s\S]*?<\/div>/.exec(html)?.[0] ?? '')
      }
      expect(said[0]).not.toBe('')
      expect(said[0]).not.toBe(said[1])
    }
  })

  it('is not fetched from this machine unless the desk’s settings say so', async () => {
    const closed = await testDesk()
    const somebody = await person(closed, 'checker')
    const answer = await webOf(closed).post(somebody, '/articles/readings', { address })
    expect(answer.status).toBe(422)
    await closed.end()
  })
})
