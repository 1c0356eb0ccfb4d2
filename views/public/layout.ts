import { raw } from 'hono/html'
import { publicHead } from '../assets.ts'
import type { PublicFrame } from '../frame.ts'
import { type Html, html, nothing, type Part } from '../html.ts'
import { languageSwitch } from '../layout.ts'

/** What a public page says of itself to those who link to it, list it or keep it. */
export type PublicPage = {
  title: string
  /** One or two sentences. */
  description: string
  /** The path of its own address, which others should link to. */
  canonical: string
  /** `article` for what has an author and a day; any other page is part of a site. */
  type?: 'article' | 'website'
  /** Older versions, what was withdrawn, forms: read, but not listed by search engines. */
  unlisted?: boolean
  /** Whether there is a form to fill in. */
  form?: boolean
  /** Structured data, said once a page: an object that becomes JSON. */
  data?: object | null
}

/** Data in a page ends nowhere but at its end: `<` would let it end a script, or begin a comment. */
const dataText = (data: object): string => JSON.stringify(data).replaceAll('<', '\\u003c')

/** A whole page for the public. It runs no script, and is the same for everybody. */
export function publicPage(frame: PublicFrame, about: PublicPage, body: Part): Html {
  const { lang, t, desk } = frame
  return html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<title>${about.title === desk.name ? desk.name : `${about.title} · ${desk.name}`}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${described(frame, about)}${feeds(frame)}<link rel="icon" href="${publicHead.icon}" type="image/svg+xml">
${publicHead.fonts.map(
  (href) => html`<link rel="preload" href="${href}" as="font" type="font/woff2" crossorigin>
`,
)}${[...publicHead.styles, ...(about.form ? publicHead.formStyles : [])].map(
  (href) => html`<link rel="stylesheet" href="${href}">
`,
)}${about.data ? html`<script type="application/ld+json">${raw(dataText(about.data))}</script>\n` : nothing}</head>
<body>
<a class="skip" href="#main">${t('nav.skip')}</a>
${masthead(frame)}
<main class="public" id="main" tabindex="-1">
${body}
</main>
${colophon(frame)}
</body>
</html>`
}

/** The feeds, each in two forms, for readers of feeds that are given the address of a page. */
function feeds({ t, desk }: PublicFrame): Html {
  const link = (title: string, type: string, href: string) =>
    html`<link rel="alternate" type="${type}" title="${title}" href="${href}">
`
  const verdicts = t('public.verdicts_feed_title', { desk: desk.name })
  const changes = t('public.feed_title', { desk: desk.name })
  return html`${link(verdicts, 'application/atom+xml', '/verdicts/feed.atom')}${link(verdicts, 'application/feed+json', '/verdicts/feed.json')}${link(changes, 'application/atom+xml', '/corrections.atom')}${link(changes, 'application/feed+json', '/corrections.json')}`
}

/** For search engines, and for those who show a link with its title: Open Graph (ogp.me). */
function described({ lang, desk, origin }: PublicFrame, about: PublicPage): Html {
  const { title, description, canonical, type = 'website', unlisted } = about
  const address = origin + canonical
  return html`<meta name="description" content="${description}">
${unlisted ? html`<meta name="robots" content="noindex">\n` : nothing}<link rel="canonical" href="${address}">
<meta property="og:type" content="${type}">
<meta property="og:site_name" content="${desk.name}">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${description}">
<meta property="og:url" content="${address}">
<meta property="og:locale" content="${lang === 'it' ? 'it_IT' : 'en_GB'}">
`
}

function masthead(frame: PublicFrame): Html {
  const { t, desk } = frame
  return html`<header class="masthead">
<div class="masthead-row"><a class="masthead-name" href="/verdicts">${desk.name}</a>${languageSwitch(frame)}</div>
<nav class="masthead-nav" aria-label="${t('public.nav')}">${link(frame, '/verdicts', t('public.verdicts'))}${link(frame, '/corrections', t('public.corrections'))}${link(frame, '/methodology', t('public.methodology'))}</nav>
</header>`
}

/** A link of the frame, marked where the page is in its part. */
function link({ path }: PublicFrame, href: string, label: Part): Html {
  const here = path.split('?')[0] ?? ''
  const current = here === href ? 'page' : here.startsWith(`${href}/`) ? 'true' : null
  return html`<a href="${href}"${current ? html` aria-current="${current}"` : ''}>${label}</a>`
}

function colophon({ t }: PublicFrame): Html {
  return html`<footer class="colophon">
<p>${t('public.promise')}</p>
<p class="colophon-links"><a href="/methodology">${t('public.methodology')}</a> <a href="/ratings">${t('ratings.title')}</a> <a href="/verdicts/feed.atom">${t('public.verdicts_feed')}</a> <a href="/corrections.atom">${t('public.feed')}</a> <a href="/report">${t('report.title_claim')}</a></p>
<p class="colophon-made">${t('nav.made_with')} <a href="/signin" rel="nofollow">${t('nav.signin')}</a></p>
</footer>`
}
