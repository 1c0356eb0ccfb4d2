import { describe, expect, it } from 'vitest'
import { readSitemap } from '../../../src/interchange/reading/sitemap.ts'
import { allOf, readIn, recordsIn, refusedIn, textInChunks } from '../../support/reading.ts'

const page = (html: string, context = {}) => recordsIn(html, { format: 'page' }, context, 17)
const linked = (text: string) => `<script type="application/ld+json">${text}</script>`
const review = {
  '@type': 'ClaimReview',
  claimReviewed: 'Il ponte ha riaperto',
  reviewRating: { alternateName: 'Falso' },
}
const head =
  '<!doctype html><html lang="it"><head><link rel="canonical" href="https://verifiche.example/a?b=1&amp;c=2">'
const microdata = `<div itemscope itemtype="https://schema.org/NewsArticle">
  <article itemprop="review" itemscope itemtype="https://schema.org/ClaimReview">
    <h1 itemprop="claimReviewed">Il <b>ponte</b> &egrave; chiuso</h1><meta itemprop="datePublished" content="2018-10-27">
    <a itemprop="url" href="/b">qui</a>
    <p itemprop="reviewRating" itemscope itemtype="https://schema.org/Rating"><i itemprop="alternateName">Vero</i></p>
    <div itemprop="itemReviewed" itemscope itemtype="https://schema.org/Claim">
      <span itemprop="author" itemscope><span itemprop="name">Anna</span></span>
      <link itemprop="appearance" href="https://example.org/1"><link itemprop="appearance" href="https://example.org/2">
    </div></article></div>`

describe('rulings in a page', () => {
  it('are read from each script that is not broken, and say what the page says of itself', async () => {
    const html = `${head}${linked('{"@type":"ClaimReview",')}${linked('{"@type":"WebPage"}')}${linked(JSON.stringify(review))}`
    const records = await page(html)
    expect(refusedIn(records)).toEqual(['not_json'])
    expect(readIn(records)).toMatchObject([
      {
        publisher: 'verifiche.example',
        url: 'https://verifiche.example/a?b=1&c=2',
        language: 'it',
      },
    ])
    expect(records.map(({ line }) => line)).toEqual([1, 2])
  })

  it('are read from microdata, decoded once', async () => {
    expect(readIn(await page(head + microdata))).toMatchObject([
      {
        url: 'https://verifiche.example/b',
        statement: 'Il ponte è chiuso',
        claimant: 'Anna',
        label: 'Vero',
        reviewedOn: '2018-10-27',
        appearances: ['https://example.org/1', 'https://example.org/2'],
      },
    ])
  })

  it('are one where the page says the same twice', async () => {
    const script = linked(JSON.stringify(review))
    expect(await page(head + script + script)).toHaveLength(1)
  })

  it('are read where a template escaped the script', async () => {
    const script = linked(JSON.stringify(review).replaceAll('"', '&quot;'))
    expect(readIn(await page(head + script))).toHaveLength(1)
  })

  it('are refused once where there is none', async () => {
    expect(await page('<title>Il ponte</title><p>Niente')).toEqual([
      { line: 1, refused: 'no_review', field: null, excerpt: 'Il ponte' },
    ])
  })
})

describe('a sitemap', () => {
  const listed = (text: string) => allOf(readSitemap(textInChunks(text, 7)))

  it('names pages, and further sitemaps', async () => {
    const urls = `<?xml version="1.0"?><urlset xmlns="x" xmlns:image="y"><url><loc> https://a.example/?a=1&amp;b=2 </loc>
      <lastmod>2018-10-27</lastmod><image:image><image:loc>https://a.example/i.png</image:loc></image:image></url>
      <url><loc>javascript:alert(1)</loc></url><url><loc><![CDATA[https://a.example/2]]></loc></url></urlset>`
    expect(await listed(urls)).toEqual([
      { of: 'page', url: 'https://a.example/?a=1&b=2', changed: '2018-10-27' },
      { of: 'page', url: 'https://a.example/2', changed: null },
    ])
    const index =
      '<sitemapindex><sitemap><loc>https://a.example/1.xml.gz</loc></sitemap></sitemapindex>'
    expect(await listed(index)).toMatchObject([{ of: 'sitemap' }])
  })

  it('may be a list of lines, or nothing', async () => {
    expect(await listed('https://a.example/1\r\nqualcosa\nhttps://a.example/2')).toHaveLength(2)
    expect(await listed('  ')).toEqual([])
    expect(await listed('<urlset><url><loc>https://a.example/1')).toEqual([])
  })
})
