import { it, linked, type Page, paragraphs, starts } from './html-words.ts'

const cookies = `<div id="iubenda-cs-banner" role="dialog"><p>Noi e terze parti selezionate utilizziamo cookie per finalità tecniche
 e, con il tuo consenso, anche per altre finalità come specificato nella cookie policy del sito.</p><button>Accetta</button></div>`

export const italianPages: Page[] = [
  {
    name: 'a daily with JSON-LD, lead, share bar, related links and a newsletter box',
    url: 'https://www.corrieredelfiume.it/cronaca/24_maggio_21/ponte-vecchio-abc.shtml?utm_source=x#top',
    html: `<!DOCTYPE html><html lang="it"><head><title>Ponte vecchio, stop alle auto | Corriere del Fiume</title>
<link rel="canonical" href="/cronaca/24_maggio_21/ponte-vecchio-abc.shtml"><meta property="og:site_name" content="Corriere del Fiume">
${linked({ '@context': 'https://schema.org', '@type': 'NewsArticle', headline: 'Ponte vecchio, stop alle auto', datePublished: '2024-05-21T00:30:00+02:00', author: [{ '@type': 'Person', name: 'Carla Bonetti', url: 'https://x.com/cb' }], publisher: { '@type': 'Organization', name: 'Corriere del Fiume S.p.A.' } })}
</head><body>${cookies}<header class="site-header"><nav><ul><li><a href="/">Home</a></li><li><a href="/esteri">Esteri</a></li></ul></nav></header>
<main><article><h1 class="title-art">Ponte vecchio, stop alle auto</h1>
<h2 class="subtitle-art">Crepe nei piloni: la giunta chiude il passaggio per due anni e cerca i fondi</h2>
<p class="author-art">di <a href="/autori/bonetti">Carla Bonetti</a></p><p class="media-news-date">21 maggio 2024 (modifica il 21 maggio 2024 | 08:12)</p>
<div class="share-bar"><a href="#">Facebook</a><a href="#">Condividi su WhatsApp</a></div>
<div class="content">${paragraphs(it.slice(0, 2), ' class="chapter-paragraph"')}
<p><strong>Leggi anche: <a href="/1">Il ponte di Brandeggio visto dall’alto</a></strong></p>${paragraphs(it.slice(2))}
<ul class="correlati"><li><a href="/2">Tutti i ponti della provincia</a></li></ul></div>
<div class="newsletter-box"><p>Iscriviti alla newsletter del Corriere del Fiume, ogni mattina le notizie scelte dalla redazione.</p></div>
<p>© RIPRODUZIONE RISERVATA</p></article></main><footer><p>Copyright Corriere del Fiume, tutti i diritti riservati, Partita IVA 0000</p></footer></body></html>`,
    expected: {
      title: 'Ponte vecchio, stop alle auto',
      outlet: 'Corriere del Fiume',
      byline: 'Carla Bonetti',
      date: '2024-05-21',
      language: 'it',
      url: 'https://www.corrieredelfiume.it/cronaca/24_maggio_21/ponte-vecchio-abc.shtml',
    },
    holds: [...starts(it), 'Crepe nei piloni: la giunta chiude'],
    lacks: [
      'cookie',
      'WhatsApp',
      'Brandeggio',
      'Tutti i ponti',
      'newsletter',
      'RISERVATA',
      'Bonetti',
    ],
  },
  {
    name: 'an agency: no linked data, meta tags, the newsroom as author, text in one div with breaks',
    html: `<html lang="it-IT"><head><title>Chiuso il ponte vecchio - Cronaca - Agenzia Fiume</title><meta property="og:title" content="Chiuso il ponte vecchio">
<meta property="og:site_name" content="Agenzia Fiume"><meta name="author" content="Redazione Agenzia Fiume"><meta property="article:published_time" content="2024-05-21T09:00:00+00:00"></head>
<body><div id="menu"><a href="/a">Politica</a> <a href="/b">Cronaca</a></div><div class="news"><h1 class="news-title">Chiuso il ponte vecchio</h1>
<div class="news-txt" itemprop="articleBody">${it[0]}<br><br>\n${it[1]}<br /><br />${it[2]}<br><br>Riproduzione riservata © Copyright Agenzia Fiume</div></div>
<div class="tags"><a href="/t/ponte">Ponte</a> <a href="/t/lavori">Lavori</a></div></body></html>`,
    expected: {
      title: 'Chiuso il ponte vecchio',
      outlet: 'Agenzia Fiume',
      byline: null,
      date: '2024-05-21',
    },
    holds: starts(it),
    lacks: ['Riproduzione', 'Politica'],
  },
  {
    name: 'WordPress with the graph of an SEO plugin, author by reference, tags among the classes',
    html: `<html lang="it-IT"><head><title>Ponte vecchio: chiusura di due anni - Il Sito</title>
${linked({
  '@context': 'https://schema.org',
  '@graph': [
    { '@type': 'WebSite', '@id': 'https://ilsito.it/#website', name: 'Il Sito' },
    {
      '@type': 'WebPage',
      '@id': 'https://ilsito.it/ponte/',
      datePublished: '2024-05-21T06:00:00+00:00',
    },
    {
      '@type': 'Article',
      headline: 'Ponte vecchio: chiusura di due anni',
      author: { '@id': 'https://ilsito.it/#/schema/person/1' },
      datePublished: '2024-05-21T06:00:00+00:00',
      publisher: { '@id': 'https://ilsito.it/#website' },
    },
    {
      '@type': 'Person',
      '@id': 'https://ilsito.it/#/schema/person/1',
      name: 'Gino D&#8217;Alba',
      description: 'Scrive di strade',
    },
  ],
})}</head><body class="post-template has-sidebar"><div class="site"><article class="post tag-cookie tag-newsletter category-cronaca hentry">
<header class="entry-header"><h1 class="entry-title">Ponte vecchio: chiusura di due anni</h1><div class="entry-meta">21 Maggio 2024 di <span class="author vcard">Gino D’Alba</span></div></header>
<div class="entry-content"><figure class="wp-block-image"><img src="a.jpg"><figcaption>Il ponte visto da nord, foto di archivio</figcaption></figure>
${paragraphs(it)}<h2>I lavori</h2><ul><li>prima i piloni verso la corrente</li><li>poi la strada e i parapetti</li></ul>
<div class="sharedaddy"><h3>Condividi:</h3><ul><li>Facebook</li></ul></div><div class="jp-relatedposts"><h3>Correlati</h3><p>Un altro ponte, un’altra storia</p></div></div>
<div class="author-box"><h4>Gino D’Alba</h4><p>Gino D’Alba è nato a Pavia e scrive di strade da vent’anni.</p></div></article>
<div id="comments"><h2>3 commenti</h2><ol class="comment-list"><li><p>Era ora che qualcuno se ne accorgesse, in questa città si aspetta sempre la disgrazia.</p></li></ol></div>
<aside id="secondary" class="widget-area sidebar"><h2>Articoli recenti</h2><p>Nuova pista ciclabile in centro, la guida completa</p></aside></div></body></html>`,
    expected: {
      title: 'Ponte vecchio: chiusura di due anni',
      outlet: 'Il Sito',
      byline: 'Gino D’Alba',
      date: '2024-05-21',
    },
    holds: [...starts(it), 'I lavori\n\nprima i piloni verso la corrente\npoi la strada'],
    lacks: ['foto di archivio', 'Condividi', 'altro ponte', 'vent’anni', 'disgrazia', 'ciclabile'],
  },
  {
    name: 'an online paper: broken JSON-LD beside a good one, advertisements and "Leggi anche" between paragraphs',
    html: `<html lang="it"><head><title>Perché il ponte chiude</title><script type="application/ld+json">{"@type":"BreadcrumbList", oops</script>
<script type="application/ld+json">//<![CDATA[
[{"@context":"http://schema.org","@type":["NewsArticle","Article"],"headline":"Perché il ponte chiude","author":"di Lia Moro e Ugo Testa","datePublished":"2024-05-21 10:00:00","publisher":{"name":"Fanposta",},"description":"Che cosa
è successo",}]
//]]></script></head><body><div class="container"><h1>Perché il ponte chiude</h1>
<section class="article__body"><p>${it[0]}</p><div class="adv-box"><span>PUBBLICITÀ</span></div><p>${it[1]}</p>
<div class="leggi-anche"><span>Leggi anche</span><a href="/x">Chi pagherà il ponte, la mappa</a></div><p>PUBBLICITÀ</p><p>${it[2]}</p>
<h3>Potrebbe interessarti</h3><ul><li><a href="/1">Dieci ponti da vedere</a></li><li><a href="/2">Che fine ha fatto il traghetto</a></li></ul></section></div></body></html>`,
    expected: {
      title: 'Perché il ponte chiude',
      outlet: 'Fanposta',
      byline: 'Lia Moro, Ugo Testa',
      date: '2024-05-21',
    },
    holds: starts(it),
    lacks: ['PUBBLICIT', 'Chi pagherà', 'Dieci ponti', 'interessarti'],
  },
  {
    name: 'an old page in tables, nothing declared: byline and date in its text',
    html: `<HTML><HEAD><TITLE>La Gazzetta - Chiude il ponte</TITLE></HEAD><BODY BGCOLOR=white><TABLE><TR><TD WIDTH=120><A HREF=a>Home</A><BR><A HREF=b>Sport</A></TD>
<TD><FONT SIZE=5><H1>Chiude il ponte</H1></FONT><P>di Carla Bonetti<P>21 maggio 2004<P>${it[0]}<P>${it[1]}<P>${it[2]}</TD></TR></TABLE></BODY></HTML>`,
    expected: {
      title: 'Chiude il ponte',
      byline: 'Carla Bonetti',
      date: '2004-05-21',
      language: 'it',
    },
    holds: starts(it),
    lacks: ['Sport', 'Home'],
  },
  {
    name: 'a teaser before a pay wall, with the whole text in its linked data',
    html: `<html lang="it"><head>${linked({ '@type': 'NewsArticle', headline: 'Il conto del ponte', isAccessibleForFree: false, articleBody: it.join('\n\n'), author: { '@type': 'Organization', name: 'Redazione' } })}</head>
<body><article><h1>Il conto del ponte</h1><p>Quanto costerà il ponte vecchio.</p><div class="paywall-banner"><p>Questo contenuto è riservato agli abbonati. Abbonati per leggere tutti gli articoli.</p></div></article></body></html>`,
    expected: { title: 'Il conto del ponte', byline: null },
    holds: starts(it),
    lacks: ['abbonati'],
  },
  {
    name: 'a page covered by a consent wall that holds more words than menus do',
    html: `<html lang="it"><head><meta property="og:title" content="Il ponte chiude"></head><body class="cmp-open" style="overflow:hidden"><div class="didomi-popup-container" role="dialog">
<p>Noi e i nostri 812 partner conserviamo informazioni su un dispositivo e trattiamo dati personali, come identificatori unici e informazioni standard inviate dal dispositivo.</p>
<p>Con il tuo consenso possiamo usare dati di geolocalizzazione precisi. Puoi rifiutare o revocare il consenso in ogni momento, anche dalle impostazioni.</p></div>
<div class="page"><h1>Il ponte chiude</h1>${paragraphs(it)}</div></body></html>`,
    expected: { title: 'Il ponte chiude' },
    holds: starts(it),
    lacks: ['partner', 'consenso'],
  },
]
