import { describe, expect, it } from 'vitest'
import { Refusal } from '../../src/domain/refusal.ts'
import { readHtml } from '../../src/ingest/html.ts'
import { italianPages } from './html-pages-italy.ts'
import { layouts } from './html-pages-layouts.ts'
import { worldPages } from './html-pages-world.ts'
import { en } from './html-words.ts'

const today = '2026-01-15'

function refusalOf(html: string, url?: string): Refusal {
  try {
    readHtml(html, { url, today })
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('nothing was refused')
}

describe('reading a page into an article', () => {
  for (const page of [...italianPages, ...worldPages, ...layouts]) {
    it(`reads ${page.name}`, () => {
      const reading = readHtml(page.html, { url: page.url, today })
      expect(reading).toMatchObject({ ...page.expected, titleProposed: false })
      for (const passage of page.holds) expect(reading.text).toContain(passage)
      for (const passage of page.lacks) expect(reading.text).not.toContain(passage)
      expect(reading.text).not.toMatch(/<[a-z/]|&[a-z]+;|\n{3}/)
    })
  }

  it('sets the headline above the text, where it is quoted too, and never twice', () => {
    const titled = (body: string) => readHtml(`<title>The old bridge reopens</title>${body}`).text
    const article = `<p>${en.join('<p>')}</article>`
    expect(titled(`<article>${article}`)).toMatch(/^The old bridge reopens\n\n/)
    const opened = titled(`<article><h1>The old  bridge reopens</h1>${article}`)
    expect(opened.match(/The old bridge reopens/g)).toHaveLength(1)
  })

  it('numbers the sentences of the text that it gives', () => {
    const { text, sentences } = readHtml(`<article><p>${en.join('<p>')}</article>`)
    expect(sentences).toHaveLength(4)
    for (const one of sentences) expect([...text].slice(one.start, one.end).join('')).toBe(one.text)
  })
})

describe('a page without an article is refused', () => {
  const teaser = (at: number) =>
    `<article><h2><a href="/${at}">Headline number ${at} of this morning</a></h2><p>A few words about what happened at place ${at}, and who was there to see it.</p></article>`
  const pages: [string, string, string?][] = [
    ['nothing', ''],
    ['an empty body', '<html><head><title>Old bridge</title></head><body></body></html>'],
    ['scripts alone', '<body><div id="root"></div><script>render("article")</script></body>'],
    [
      'a menu',
      `<body><ul>${'<li><a href="/a">A section of the site</a></li>'.repeat(80)}</ul></body>`,
    ],
    ['a front page', `<main>${Array.from({ length: 20 }, (_, at) => teaser(at)).join('')}</main>`],
    ['a front page by its address', `<main><p>${en.join('<p>')}</main>`, 'https://tide.example/'],
    ['an error', '<body><h1>404</h1><p>We could not find that page.</p></body>'],
  ]
  for (const [name, html, url] of pages) {
    it(name, () => {
      expect(refusalOf(html, url)).toMatchObject({
        code: 'invalid',
        fields: { text: { code: 'required' } },
      })
    })
  }
})
