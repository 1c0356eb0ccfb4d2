import { DOMParser } from 'linkedom'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withdraw } from '../../src/desk/verdicts.ts'
import * as story from '../support/story.ts'
import { type ToldDesk, toldDesk } from '../support/told-desk.ts'
import { type Web, webOf, wordsOf } from '../support/web.ts'

const items = (html: string): string[] =>
  [...html.matchAll(/<li class="change-item [\s\S]*?<\/li>/g)].map(([item]) => item)

describe('what changed in what the public was told', () => {
  let told: ToldDesk
  let web: Web
  beforeAll(async () => {
    told = await toldDesk()
    web = webOf(told.desk)
  })
  afterAll(() => told.desk.end())
  const text = async (path: string) => (await web.get(null, path)).text()

  it('stands newest first, and only a correction says that we erred', async () => {
    const all = items(await text('/corrections'))
    const [withdrawn = '', typo = '', correction = ''] = all.map(wordsOf)
    expect(all).toHaveLength(3)
    expect(withdrawn).toContain('Withdrawn 6 June 2025')
    expect(withdrawn).toContain('La fonte si è ritrattata.')
    expect(typo).toContain('Typo 4 June 2025')
    expect(typo).not.toContain('Avevamo sbagliato')
    expect(correction).toContain('Correction: we were wrong 3 June 2025')
    expect(correction).toContain('Avevamo sbagliato.')
    for (const other of [withdrawn, typo]) expect(other).not.toContain('wrong')
  })

  it('names the rating before and since, and leads to both versions', async () => {
    const [, , correction = ''] = items(await text('/corrections'))
    expect(wordsOf(correction)).toMatch(/The rating was True .* and became False/)
    const links = [...correction.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href)
    expect(links).toEqual([
      expect.stringMatching(/\/versions\/2$/),
      expect.stringMatching(/\/versions\/1$/),
      expect.stringMatching(/\/versions\/2$/),
    ])
    for (const link of links) expect((await web.get(null, link)).status).toBe(200)
  })

  it('says which words a typo was mended in, to those who see them struck and those who hear them', async () => {
    const [, typo = '', correction = ''] = items(await text('/corrections'))
    expect(typo).toMatch(/<del[^>]*lang="it"[^>]*>dopio<\/del>.*<ins[^>]*>doppio<\/ins>/)
    expect(wordsOf(typo)).toMatch(/It said dopio .* and now says doppio/)
    expect(correction).not.toMatch(/<del|<ins/)
  })

  it('can be read kind by kind, and goes on where a page ends', async () => {
    const kinds = { correction: 1, update: 0, clarification: 0, typo: 1, withdrawal: 1 }
    for (const [kind, count] of Object.entries(kinds)) {
      expect(items(await text(`/corrections?kind=${kind}`)), kind).toHaveLength(count)
    }
    const [last] = await told.desk.store.told.corrected({ kind: null, before: null, limit: 1 })
    expect(items(await text(`/corrections?before=${last?.seq}`))).toHaveLength(2)
    for (const wrong of ['kind=x', 'before=x', 'before=-1', 'before=1e99']) {
      expect((await web.get(null, `/corrections?${wrong}`)).status, wrong).toBe(200)
    }
  })

  it('is a feed that says the same', async () => {
    const answer = await web.get(null, '/corrections.atom')
    expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=UTF-8')
    const xml = await answer.text()
    const feed = new DOMParser().parseFromString(xml, 'text/xml')
    const of = (selector: string) =>
      [...feed.querySelectorAll(selector)].map((one) => one.textContent)
    expect(of('feed > id')).toEqual(['http://desk.test/corrections.atom'])
    expect(of('feed > updated')).toEqual(['2025-06-06T12:00:00.000Z'])
    expect(of('author > name')).toEqual(['Test desk'])
    const link = feed.querySelector('link[rel=self]')?.getAttribute('href')
    expect(link).toBe('http://desk.test/corrections.atom')
    expect(of('entry > title')).toEqual([
      'Withdrawn: Il caso road',
      'A typo was mended: Il caso costs',
      'Correction: Il caso costs',
    ])
    expect(of('entry > summary')[1]).toBe('From “dopio” to “doppio”')
    expect(of('entry > summary').at(-1)).toBe('Avevamo sbagliato. · From “True” to “False”')
    const ids = of('entry > id')
    expect(new Set(ids).size).toBe(3)
    for (const id of ids) {
      expect(id).toMatch(/^urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}$/)
    }
    for (const one of feed.querySelectorAll('entry > link')) {
      const { pathname } = new URL(one.getAttribute('href') ?? '')
      expect((await web.get(null, pathname)).status).toBe(200)
    }
  })

  it('holds nothing that would break a feed', async () => {
    const { desk, editor, claims } = told
    const { publicVerdict } = await story.read(desk, claims.debt)
    if (!publicVerdict) throw new Error('it is not public')
    await withdraw(desk, editor, publicVerdict, { reason: 'A <b> & "c" ]]> \u0007 \uffff 😀' })
    const xml = await text('/corrections.atom')
    expect(xml).toContain('<summary>A &lt;b&gt; &amp; &quot;c&quot; ]]&gt;   😀</summary>')
  })
})
