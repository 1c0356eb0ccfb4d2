import { has } from '../src/domain/member.ts'
import { head } from './assets.ts'
import type { Frame } from './frame.ts'
import { classes, type Html, html, nothing, type Part } from './html.ts'
import { searchBox } from './queue/search.ts'

/** How a page is framed. `wide` for pages of two columns; `narrow` for a single form. */
export type PageOptions = { title: string; width?: 'narrow' | 'wide' }

/**
 * A whole document. Links and forms in it are swapped in by htmx where there is script: another
 * page replaces this one and starts at its top, the same page is morphed and stays where it is
 * (`assets/riscontro.js`).
 */
export function page(frame: Frame, { title, width }: PageOptions, body: Part): Html {
  const { lang, t, desk, notice, place, viewer, publicPages } = frame
  const main = classes('main', width, !viewer && 'alone')
  return html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<title>${title} · ${desk.name}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<meta name="referrer" content="same-origin">
<meta name="htmx-config" content="includeIndicatorCSS:false">
<link rel="icon" href="${head.icon}" type="image/svg+xml">
${head.fonts.map(
  (href) => html`<link rel="preload" href="${href}" as="font" type="font/woff2" crossorigin>
`,
)}${head.styles.map(
  (href) => html`<link rel="stylesheet" href="${href}">
`,
)}${head.scripts.map(
  (src) => html`<script src="${src}" defer></script>
`,
)}</head>
<body hx-boost:inherited="true" hx-swap:inherited="outerMorph show:none" hx-sync:inherited="drop" data-unsaved="${t('nav.unsaved')}" data-offline="${t('nav.offline')}">
<a class="skip" href="#main">${t('nav.skip')}</a>
${banner(frame)}
<div class="notice" id="notice" role="status"${place ? html` data-place="${place}"` : ''}>${notice ? t(notice) : ''}</div>
<main class="${main}" id="main" tabindex="-1">
${body}
</main>
<footer class="foot"><p>${t('nav.made_with')}${publicPages && viewer ? html` · <a href="/verdicts"${apart}>${t('nav.public')}</a>` : ''}</p></footer>
</body>
</html>`
}

/** Where there are other styles and no script, a page is loaded anew. */
const apart = html` hx-boost="false"`

function banner(frame: Frame): Html {
  const { desk, viewer, t } = frame
  return html`<header class="banner">
<div class="banner-row">
<a class="desk-name" href="${viewer ? '/claims' : '/'}"${viewer ? '' : apart}>${desk.name}</a>
${viewer ? html`${navigation(frame)}${searchBox(frame)}` : html`<span class="grow"></span>`}
<div class="banner-tools">${languageSwitch(frame)}${
    viewer
      ? html`${viewer.admin ? link(frame, '/people', t('nav.people')) : nothing}${link(frame, '/me', html`<span class="long" data-short="${initials(viewer.name)}"><span>${viewer.name}</span></span>`, t('nav.me'))}`
      : link(frame, '/signin', t('nav.signin'))
  }</div>
</div>
</header>`
}

/** Of a name where there is no room for it: the first letters of its first and its last word. */
function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean)
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words
  return ends.map((word) => Array.from(word ?? '')[0] ?? '').join('')
}

function navigation(frame: Frame): Html {
  const { t, counts, viewer } = frame
  const badge = (count: number, words: string) =>
    count
      ? html` <span class="count" aria-hidden="true">${count}</span><span class="visually-hidden">, ${words}</span>`
      : nothing
  const { review = 0, drifts = 0, tips = 0 } = counts ?? {}
  const toRead = badge(review, t('nav.review_count', { count: review }))
  const toLook = badge(drifts, t('nav.drift_count', { count: drifts }))
  const letters =
    viewer && has(viewer, 'checker')
      ? link(
          frame,
          '/tips',
          html`${t('nav.tips')}${badge(tips, t('nav.tip_count', { count: tips }))}`,
        )
      : nothing
  return html`<nav class="nav" aria-label="${t('nav.main')}">${link(frame, '/claims', t('nav.claims'))}${link(frame, '/articles', t('nav.articles'))}${link(frame, '/sources', html`${t('nav.sources')}${toLook}`)}${link(frame, '/review', html`${t('nav.review')}${toRead}`)}${letters}${link(frame, '/exports', t('nav.exports'))}</nav>`
}

/** What belongs to a part of the desk without standing under its address. */
const within: Record<string, string[]> = {
  '/claims': [
    '/appearances',
    '/claimants',
    '/evidence',
    '/rulings',
    '/searches',
    '/seen',
    '/verdicts',
  ],
  '/sources': ['/drifts', '/imports', '/publishers', '/snapshots'],
  '/review': ['/due', '/readings'],
  '/exports': ['/docs', '/record'],
  '/people': ['/settings', '/webhooks', '/deliveries'],
}

/** A link of the frame, marked where the page is in its part of the desk. */
function link({ path }: Frame, href: string, label: Part, title?: string): Html {
  const here = path.split('?')[0] ?? ''
  const isWithin = [href, ...(within[href] ?? [])].some((part) => `${here}/`.startsWith(`${part}/`))
  const current = here === href ? 'page' : isWithin ? 'true' : null
  return html`<a href="${href}"${current ? html` aria-current="${current}"` : ''}${
    title ? html` title="${title}"` : ''
  }>${label}</a>`
}

/** The other language: a whole new page, because `lang` stands on the root. */
export function languageSwitch({ lang, t, path }: Frame): Html {
  const other = lang === 'en' ? 'it' : 'en'
  return html`<form class="language" method="post" action="/language" hx-boost="false"><input type="hidden" name="next" value="${path}"><button class="button quiet" type="submit" name="lang" value="${other}" lang="${other}" title="${t(`nav.to_${other}`)}"><span class="long" data-short="${other.toUpperCase()}"><span>${other === 'it' ? 'Italiano' : 'English'}</span></span></button></form>`
}
