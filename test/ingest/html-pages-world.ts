import { de, en, es, fr, linked, type Page, paragraphs, starts } from './html-words.ts'

export const worldPages: Page[] = [
  {
    name: 'a broadcaster with scrambled classes and named components (English)',
    html: `<html lang="en-GB"><head><title>Old bridge to close for two years - River News</title><meta property="og:site_name" content="River News">
${linked({ '@type': 'ReportageNewsArticle', headline: 'Old bridge to close', datePublished: '2024-05-21T22:30:00.000Z', author: [{ '@type': 'NewsMediaOrganization', name: 'River News' }] })}</head>
<body><header role="banner"><nav>Home News Sport</nav></header><main id="main-content"><article class="ssrcss-1 e1"><header><h1 id="main-heading">Old bridge to close for two years</h1></header>
<div data-component="byline-block" class="x1"><span>Jane Roe</span><span>Political correspondent, Riverton</span></div>
<div data-component="image-block"><figure><img><figcaption>The bridge in winter, before the inspectors came</figcaption></figure></div>
${en.map((text) => `<div data-component="text-block" class="q7"><div class="q8"><p class="q9"><b>${text}</b></p></div></div>`).join('')}
<div data-component="links-block"><p>More on this story</p><ul><li><a href="/1">Ferry returns to the river after forty years</a></li></ul></div>
<section data-component="tag-list"><h2>Related Topics</h2><ul><li><a href="/t">Bridges</a></li></ul></section></article></main></body></html>`,
    expected: {
      title: 'Old bridge to close for two years',
      outlet: 'River News',
      date: '2024-05-21',
      language: 'en',
    },
    holds: starts(en),
    lacks: ['in winter', 'Ferry returns', 'Related Topics', 'Political correspondent'],
  },
  {
    name: 'a British daily: standfirst, address as author in meta, aside boxes, newsletter form (English)',
    url: 'https://www.theriver.com/uk/2024/may/21/old-bridge',
    html: `<html lang="en"><head><title>Council closes old bridge | Bridges | The River</title><meta property="og:site_name" content="The River"><meta property="og:title" content="Council closes old bridge">
<meta property="article:author" content="https://www.theriver.com/profile/janeroe,https://www.theriver.com/profile/tomfoe"><meta name="author" content="Jane Roe and Tom Foe"><meta property="article:published_time" content="2024-05-21T05:00:08.000Z"></head>
<body><div id="bannerandheader"><div class="top-bar">Support the River, fund independent journalism with £5 per month</div></div>
<main><article><div data-gu-name="headline"><h1>Council closes old bridge</h1></div><div data-gu-name="standfirst"><p>Cracks in the piers mean that cars must stay out, and nobody has set the money aside</p></div>
<div data-gu-name="meta"><address aria-label="Contributor info"><a rel="author" href="/profile/janeroe">Jane Roe</a> and <a rel="author" href="/profile/tomfoe">Tom Foe</a></address></div>
<div class="article-body-commercial-selector" id="maincontent">${paragraphs(en.slice(0, 2))}<aside data-gu-name="pullquote"><blockquote>We shall not see the spring</blockquote></aside>
<figure><form><h3>Sign up to Morning Tide</h3><p>Our newsletter breaks down the key stories of the day, telling you what’s happening.</p></form></figure>${paragraphs(en.slice(2))}
<blockquote><p>The bridge was built by people who hoped that somebody would look after it, the report says.</p></blockquote></div></article></main></body></html>`,
    expected: {
      title: 'Council closes old bridge',
      outlet: 'The River',
      byline: 'Jane Roe, Tom Foe',
      date: '2024-05-21',
      url: 'https://www.theriver.com/uk/2024/may/21/old-bridge',
    },
    holds: [...starts(en), 'Cracks in the piers mean', 'The bridge was built by people'],
    lacks: ['Sign up', 'key stories', 'per month'],
  },
  {
    name: 'a publishing platform with members: date local, not shifted to UTC (English)',
    html: `<html lang="en"><head>${linked({ '@type': 'Article', headline: 'The bridge &amp; the river', datePublished: '2024-05-20T23:30:00-04:00', author: { '@type': 'Person', name: 'JANE ROE', sameAs: ['https://x.com/jr'] }, publisher: { '@type': 'Organization', name: 'Slow River' } })}</head>
<body class="post-template"><article class="gh-article post"><header class="gh-article-header"><span class="gh-article-tag">Bridges</span><h1>The bridge &amp; the river</h1><p class="gh-article-excerpt">What it takes to keep a town in one piece, told by those who cross</p></header>
<section class="gh-content gh-canvas">${paragraphs(en)}<div class="kg-card kg-cta-card"><p>Become a member today to read more of this</p></div></section></article><section class="gh-comments"><p>Sign up now to leave a comment on this post and others</p></section></body></html>`,
    expected: {
      title: 'The bridge & the river',
      outlet: 'Slow River',
      byline: 'Jane Roe',
      date: '2024-05-20',
    },
    holds: [...starts(en), 'What it takes to keep a town'],
    lacks: ['leave a comment'],
  },
  {
    name: 'an AMP page (English)',
    html: `<html amp lang="en"><head><style amp-boilerplate>body{visibility:hidden}</style>${linked({ '@type': 'NewsArticle', mainEntityOfPage: 'https://a.example/x', headline: 'Bridge closed', datePublished: 'May 21, 2024 8:00 AM', author: 'By Jane Roe, Reuters' })}</head>
<body><amp-sidebar id="s"><ul><li>World</li></ul></amp-sidebar><amp-consent><div>We care about your privacy and our partners too.</div></amp-consent><article><h1>Bridge closed</h1>${paragraphs(en)}<amp-ad></amp-ad><amp-social-share type="x"></amp-social-share></article></body></html>`,
    expected: { title: 'Bridge closed', byline: 'Jane Roe', date: '2024-05-21' },
    holds: starts(en),
    lacks: ['privacy', 'World'],
  },
  {
    name: 'a German weekly: intro, sections, boxes to read on, comments',
    html: `<html lang="de"><head><title>Brücke gesperrt: Risse in den Pfeilern - DER FLUSS</title><meta property="og:site_name" content="DER FLUSS"><meta name="author" content="Anna Becker, DER FLUSS"><meta name="date" content="2024-05-21T18:03:00+02:00"></head>
<body><header><a href="/">DER FLUSS</a></header><main><article><header><h2><span>Risse in den Pfeilern</span></h2><h1>Brücke gesperrt</h1><div class="leading-loose RichText--lead">Der Stadtrat hat die alte Brücke für zwei Jahre geschlossen. Das Geld fehlt noch.</div>
<div class="byline">Von <a href="/autor">Anna Becker</a></div><time datetime="2024-05-21 18:03:00">21.05.2024, 18.03 Uhr</time></header>
<div data-area="body"><section class="article-section"><div class="RichText"><p>${de[0]}</p></div></section><section class="article-section"><div class="RichText"><p>${de[1]}</p>
<p><strong>Lesen Sie auch:</strong> <a href="/2">Die Fähre kommt zurück</a></p></div></section><section class="article-section"><div class="RichText"><p>${de[2]}</p></div></section></div>
<section class="mehr-zum-thema"><h3>Mehr zum Thema</h3><ul><li><a href="/3">Alle Brücken im Test</a></li></ul></section></article>
<div class="kommentare"><p>Das war doch seit Jahren bekannt, niemand wollte es hören, und jetzt zahlen wir alle.</p></div></main></body></html>`,
    expected: {
      title: 'Brücke gesperrt',
      outlet: 'DER FLUSS',
      byline: 'Anna Becker',
      date: '2024-05-21',
      language: 'de',
    },
    holds: [...starts(de), 'Der Stadtrat hat die alte Brücke für zwei Jahre'],
    lacks: ['Fähre', 'Alle Brücken', 'seit Jahren bekannt'],
  },
  {
    name: 'a German site without metadata: date and byline in the page',
    html: `<html><head><title>Alte Brücke gesperrt – Flussbote</title></head><body><div class="content"><p class="datum">21. Mai 2024</p><h1>Alte Brücke gesperrt</h1><p class="autor">Von Anna Becker</p>${paragraphs(de)}<p>Teilen</p></div></body></html>`,
    expected: {
      title: 'Alte Brücke gesperrt',
      byline: 'Anna Becker',
      date: '2024-05-21',
      language: 'de',
    },
    holds: starts(de),
    lacks: ['Teilen', '21. Mai'],
  },
  {
    name: 'a French daily: chapô, "Lire aussi", subscribers',
    html: `<html lang="fr"><head><title>Le vieux pont ferme aux voitures</title><meta property="og:site_name" content="Le Fleuve.fr">${linked(
      {
        '@type': 'NewsArticle',
        headline: 'Le vieux pont ferme aux voitures',
        inLanguage: 'fr-FR',
        datePublished: '2024-05-21T06:00:12+02:00',
        author: [
          { '@type': 'Person', name: 'Claire Dubois' },
          { '@type': 'Organization', name: 'Le Fleuve avec AFP' },
        ],
        publisher: { name: 'Le Fleuve' },
      },
    )}</head>
<body><main><section class="article"><h1 class="article__title">Le vieux pont ferme aux voitures</h1><p class="article__desc chapo">Deux ans de travaux et quatre millions à trouver : la ville se prépare.</p>
<article class="article__content">${paragraphs(fr.slice(0, 2), ' class="article__paragraph"')}<section class="catcher catcher--inline"><p><span class="catcher__desc">Lire aussi | <a href="/1">Le bac revient sur le fleuve</a></span></p></section>${paragraphs(fr.slice(2))}
<p class="article__status">Cet article est réservé aux abonnés.</p></article></section></main></body></html>`,
    expected: {
      title: 'Le vieux pont ferme aux voitures',
      outlet: 'Le Fleuve',
      byline: 'Claire Dubois',
      date: '2024-05-21',
      language: 'fr',
    },
    holds: [...starts(fr), 'Deux ans de travaux et quatre'],
    lacks: ['Le bac revient', 'abonnés'],
  },
  {
    name: 'a Spanish daily: microdata, two authors, topics',
    html: `<html lang="es"><head><title>El puente viejo cierra dos años | El Río</title></head><body><article itemscope itemtype="http://schema.org/NewsArticle"><header><h1 itemprop="headline">El puente viejo cierra dos años</h1><h2 class="a_st">El ayuntamiento busca cuatro millones de euros para las obras</h2></header>
<div class="a_md"><a itemprop="author" itemscope><span itemprop="name">Lucía Gómez</span></a><a itemprop="author" itemscope><span itemprop="name">Pablo Ruiz</span></a><meta itemprop="datePublished" content="2024-05-21T23:40:00+02:00"></div>
<div itemprop="articleBody" class="a_c">${paragraphs(es)}<p><a href="/1">Lea también: El transbordador vuelve al río</a></p></div><ul class="hashtags"><li>Puentes</li></ul></article></body></html>`,
    expected: {
      title: 'El puente viejo cierra dos años',
      outlet: 'El Río',
      byline: 'Lucía Gómez, Pablo Ruiz',
      date: '2024-05-21',
      language: 'es',
    },
    holds: starts(es),
    lacks: ['transbordador', 'Puentes'],
  },
]
