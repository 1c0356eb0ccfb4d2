import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../../src/domain/refusal.ts'
import { decodeHtml, readHtml } from '../../src/ingest/html.ts'
import { en, paragraphs } from './html-words.ts'

/** Reads, or is refused; anything else fails the test. */
function read(html: string): string | null {
  try {
    return readHtml(html, { url: 'https://tide.example/a', today: '2026-01-15' }).text
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

const words = paragraphs(en)
const times = (piece: string, bytes = 9_000_000) => piece.repeat(Math.ceil(bytes / piece.length))

describe('a page that means harm', () => {
  const pages: [string, string][] = [
    ['fifty thousand levels', `${'<div>'.repeat(50_000)}${words}${'</div>'.repeat(50_000)}`],
    ['lists in lists, never closed', `${'<ul><li>'.repeat(50_000)}${words}`],
    ['tables in tables', `${'<table><tr><td>'.repeat(20_000)}${words}`],
    ['a million tags', `${'<b>x</b>'.repeat(1_000_000)}${words}`],
    ['a million paragraphs', times('<p>a, b</p>')],
    ['paragraphs in blocks without end', `<div><p>${en[0]}`.repeat(3000)],
    ['scripts without end', `${times('<script>', 2_000_000)}${words}`],
    ['comments without end', `${times('<!--')}${words}`],
    ['signs that begin no tag', `${times('< a')}${words}`],
    ['quotes without end', `${times('<a b="')}${words}`],
    ['quotes of both kinds', `${times(`<a b='x" `)}${words}`],
    ['attributes without end', `<p ${times('a=b ')}>${words}`],
    ['blanks', `<p>${times(' ')}${words}`],
    ['breaks', `<p>${times('<br> ')}${words}`],
    ['entities', `<p>${times('&amp;')}${words}`],
    ['end tags', `${times('</div>')}${words}`],
    ['titles', `${times('<title>a - b | ')}${words}`],
    ['headlines', `${times(`<h1>${en[0]}</h1>`, 3_000_000)}${words}`],
    [
      'authors',
      `${times('<i class="author">Jane Roe</i><span class="author">Tom</span>')}${words}`,
    ],
    ['bodies of articles', times(`<div class="article-body">${en[0]}</div>`)],
    ['metadata', `${times('<meta name="author" content="Jane Roe">')}${words}`],
    ['one endless word', `<p>${times('a')}`],
    ['names of blocks', times(`<p class="${'a-'.repeat(2000)}">${en[0]}</p>`)],
    ['nested JSON', `<script type="application/ld+json">${times('[')}</script>${words}`],
    [
      'broken JSON',
      `<script type="application/ld+json">{"@type":"Article","headline":"${times('\\u00, ')}</script>${words}`,
    ],
  ]
  for (const [name, html] of pages) {
    it(`is read or refused in bounded time: ${name}`, () => {
      const began = performance.now()
      read(html)
      expect(performance.now() - began).toBeLessThan(15_000)
    }, 60_000)
  }

  it('runs no script', () => {
    const text = read(`<body onload="globalThis.run=1"><script>globalThis.run = 1</script>
      <img src=x onerror="globalThis.run=1"><article>${words}</article></body>`)
    expect(text).toContain(en[0])
    expect(Reflect.get(globalThis, 'run')).toBeUndefined()
  })
})

describe('any page at all', () => {
  const tag = fc.constantFrom(
    ...'div p a span h1 h2 article header ul li table tr td br time section title meta script svg form'.split(
      ' ',
    ),
  )
  const attribute = fc.constantFrom(
    '',
    ' class="share article-body"',
    ' itemprop=author',
    ' datetime="2024-13-45T"',
    ' style="display:none"',
    ' hidden',
    ' rel="canonical" href="http://["',
    ' property="og:url" content="::"',
    ' type="application/ld+json"',
    ' "\'=<',
  )
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.tuple(tag, attribute).map(([name, more]) => `<${name}${more}>`),
    tag.map((name) => `</${name}>`),
    fc.constantFrom(
      ...en,
      '&#0;',
      '&#xd800;',
      '<!--',
      '-->',
      '<![CDATA[',
      '\0',
      '\u0001',
      '\ud800',
    ),
    fc.json().map((json) => `<script type="application/ld+json">${json}</script>`),
    fc
      .record({
        '@type': fc.constantFrom('NewsArticle', ['Article', 'X'], 7),
        headline: fc.jsonValue(),
        author: fc.jsonValue(),
        publisher: fc.jsonValue(),
        datePublished: fc.oneof(fc.string(), fc.jsonValue()),
        articleBody: fc.oneof(fc.string(), fc.constant(en.join('\n'))),
        mainEntityOfPage: fc.jsonValue(),
      })
      .map((thing) => `<script type="application/ld+json">${JSON.stringify(thing)}</script>`),
  )

  it('becomes an article or is refused', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = read(pieces.join(''))
        expect(text === null || text.length > 0).toBe(true)
      }),
      { numRuns: 400 },
    )
  }, 60_000)

  it('whatever its bytes, its header and its address', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 400 }),
        fc.string(),
        fc.string(),
        (bytes, type, url) => {
          try {
            readHtml(decodeHtml(bytes, `text/html; charset=${type}`), { url })
          } catch (error) {
            expect(error).toBeInstanceOf(Refusal)
          }
        },
      ),
      { numRuns: 400 },
    )
  })
})
