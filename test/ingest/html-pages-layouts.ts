import { en, it, linked, type Page, paragraphs, starts } from './html-words.ts'

const article = (body: string, head = '') =>
  `<html lang="en"><head><title>Old bridge closed | The Tide</title>${head}</head><body>${body}</body></html>`

export const layouts: Page[] = [
  {
    name: 'nested divs without a paragraph',
    html: article(
      `<div id="w"><div class="z"><h1>Old bridge closed</h1><div>${en.map((text) => `<div><div>${text}</div></div>`).join('')}</div></div></div>`,
    ),
    expected: { title: 'Old bridge closed', outlet: 'The Tide' },
    holds: starts(en),
    lacks: [],
  },
  {
    name: 'single breaks inside a paragraph stay lines, two divide it',
    html: article(
      `<h1>Old bridge closed</h1><div class="article-text">${en[0]}<br><br>${en[1]}<br>${en[2]}</div>`,
    ),
    expected: {},
    holds: [`${en[0]}\n\n${en[1]}\n${en[2]}`],
    lacks: [],
  },
  {
    name: 'scripts, styles and comments in the middle of the text',
    html: article(
      `<article><h1>Old bridge closed</h1><p>${en[0]}</p><script>var a = "<p>not a paragraph of the article at all</p>"</script><style>p { color: red }</style><!-- <p>old version</p> --><p>${en[1]}</p><noscript><p>Please enable scripts to read on</p></noscript><p>${en[2]}</p></article>`,
    ),
    expected: {},
    holds: starts(en),
    lacks: ['not a paragraph', 'color', 'old version', 'enable'],
  },
  {
    name: 'several articles: the main one and cards of others',
    html: article(
      `<main><article class="main"><h1>Old bridge closed</h1>${paragraphs(en)}</article><section class="grid"><article class="card"><h3><a href="/1">Ferry back after forty years</a></h3><p>The boat sails again from June, the operator says in a note.</p></article><article class="card"><h3><a href="/2">Baker opens second shop</a></h3><p>Bread on both sides of the river, while it lasts.</p></article></section></main>`,
    ),
    expected: { title: 'Old bridge closed' },
    holds: starts(en),
    lacks: ['Ferry back', 'boat sails', 'Bread on both'],
  },
  {
    name: 'a live page keeps its entries',
    html: article(
      `<main><h1>Bridge: live updates</h1><div class="live-feed">${en.map((text, at) => `<article class="live-post"><time>1${at}:00</time><h3>Entry number ${at} of the day</h3><p>${text}</p></article>`).join('')}</div></main>`,
      linked({
        '@type': 'LiveBlogPosting',
        headline: 'Bridge: live updates',
        datePublished: '2024-05-21',
        liveBlogUpdate: [{ '@type': 'BlogPosting', headline: 'Entry number 2' }],
      }),
    ),
    expected: { title: 'Bridge: live updates', date: '2024-05-21' },
    holds: starts(en),
    lacks: [],
  },
  {
    name: 'a table of figures and a numbered list are part of the article',
    html: article(
      `<article><h1>Old bridge closed</h1>${paragraphs(en)}<table><tr><th>Pier</th><th>Cracks</th></tr><tr><td>North</td><td>14</td></tr></table><ol><li>Close the road to lorries at once.</li><li>Measure each crack every month.</li></ol></article>`,
    ),
    expected: {},
    holds: ['Pier | Cracks\nNorth | 14', 'Close the road to lorries at once.\nMeasure each crack'],
    lacks: [],
  },
  {
    name: 'a table of nothing but figures at the beginning is no row of dates',
    html: article(
      `<article><h1>Old bridge closed</h1><table><tr><th>Year</th><th>Lorries</th></tr><tr><td>2023</td><td>10.400</td></tr><tr><td>2024</td><td>10.900</td></tr></table>${paragraphs(en)}</article>`,
    ),
    expected: {},
    holds: ['Year | Lorries\n2023 | 10.400\n2024 | 10.900'],
    lacks: [],
  },
  {
    name: 'links and marks inside sentences leave the sentences whole',
    html: article(
      `<article><h1>Old bridge closed</h1><p>The <a class="related-topic-link" href="/c">council</a> <em>decided</em> last night<sup><a href="#1">1</a></sup> to close the <span class="tag">old</span> bridge, said <a rel="author" href="/j">Jane Roe</a>, who knows the piers better than anybody else in the town.</p>${paragraphs(en.slice(1))}</article>`,
    ),
    expected: {},
    holds: ['The council decided last night to close the old bridge, said Jane Roe, who knows'],
    lacks: [],
  },
  {
    name: 'of several linked articles the page’s own is read',
    url: 'https://tide.example/bridge',
    html: article(
      `<article><h1>Old bridge closed</h1>${paragraphs(en)}</article>`,
      linked([
        {
          '@type': 'NewsArticle',
          headline: 'Ferry back',
          url: 'https://tide.example/ferry',
          author: 'Tom Foe',
          datePublished: '2020-01-01',
        },
        {
          '@type': 'NewsArticle',
          headline: 'Old bridge closed',
          mainEntityOfPage: { '@id': 'https://tide.example/bridge' },
          author: 'Jane Roe',
          datePublished: '2024-05-21',
        },
      ]),
    ),
    expected: { title: 'Old bridge closed', byline: 'Jane Roe', date: '2024-05-21' },
    holds: starts(en),
    lacks: [],
  },
  {
    name: 'a form around the whole page and a class that says sidebar',
    html: article(
      `<form action="/default.aspx"><div class="layout-with-sidebar content-sidebar-wrap"><div class="main-column"><h1>Old bridge closed</h1>${paragraphs(en)}</div></div></form>`,
    ),
    expected: { title: 'Old bridge closed' },
    holds: starts(en),
    lacks: [],
  },
  {
    name: 'a title that search engines got otherwise, shown whole on the page',
    html: article(
      `<article><h1>Old bridge closed to cars for two years as inspectors find cracks in the piers</h1>${paragraphs(en)}</article>`,
      '<meta property="og:title" content="Old bridge closed to cars for two years as inspectors…">',
    ),
    expected: {
      title: 'Old bridge closed to cars for two years as inspectors find cracks in the piers',
    },
    holds: starts(en),
    lacks: [],
  },
  {
    name: 'nothing in the head, an address with the day, the language from the text',
    url: 'http://www.paese.example/2023/11/04/ponte.html',
    html: `<h1>Il ponte chiude</h1>${paragraphs(it)}`,
    expected: {
      title: 'Il ponte chiude',
      outlet: 'paese.example',
      date: '2023-11-04',
      language: 'it',
      byline: null,
    },
    holds: starts(it),
    lacks: [],
  },
  {
    name: 'markup that never closes anything',
    html: `<html lang=en><title>Old bridge closed</title><body><div class=nav><a href=/>Home<a href=/w>World</div><h1>Old bridge closed<p>${en.join('<p>')}<div class=footer>All rights reserved by the Tide company`,
    expected: { title: 'Old bridge closed' },
    holds: starts(en),
    lacks: ['World', 'All rights'],
  },
]
