import { headlineOf } from '../outlet.ts'
import { comparable } from './filter.ts'

/** The longest title kept, as the desk's own field. */
const MAX_TITLE = 300

export type Titles = {
  /** in the linked data, the most trusted first */
  linked: readonly string[]
  /** in `<meta>`, made for sharing */
  shared: readonly string[]
  /** shown as headlines on the page */
  shown: readonly string[]
  /** what browsers show on a tab, with the site's name behind it */
  tab: string | null
}

/**
 * The headline of an article without the site's name. The linked data comes first, save where it
 * was cut short or made for search engines and the page itself shows the whole of it.
 *
 * @param outlets names of the site
 */
export function titleOf(titles: Titles, outlets: readonly string[]): string | null {
  const bare = (title: string) => withoutOutlet(title, outlets)
  const shown = titles.shown.map(bare)
  const tab = titles.tab === null ? [] : [bare(tabTitle(titles.tab, [...shown, ...titles.shared]))]
  const stated = [...titles.linked, ...titles.shared].map(bare)
  // Of "Article - Blog" on the tab the page may show both; the article is the one in front.
  const front = comparable(titles.tab ?? '')
  const inFront = shown.filter((title) => front.startsWith(comparable(title)))
  const candidates = [...stated, ...inFront, ...shown, ...tab].filter((title) =>
    isTitle(title, outlets),
  )
  const first = candidates[0]
  if (first === undefined) return null
  const stem = comparable(first.replace(/\s*(?:…|\.\.\.)$/, ''))
  const cut = /(?:…|\.\.\.)$/.test(first) || first.length >= 100
  const whole = cut
    ? candidates.find((other) => other.length > first.length && comparable(other).startsWith(stem))
    : undefined
  // Two of the others that agree outvote one made for search engines.
  const agreed = shown.find(
    (title) =>
      isTitle(title, outlets) &&
      [...titles.shared.map(bare), ...tab].some((other) => comparable(other) === comparable(title)),
  )
  const alone = !shown.some((title) => comparable(title) === comparable(first))
  const title = whole ?? (alone ? agreed : undefined) ?? first
  return title.slice(0, MAX_TITLE).toWellFormed()
}

function isTitle(title: string, outlets: readonly string[]): boolean {
  if (title.length < 3 || !/\p{L}/u.test(title)) return false
  const line = comparable(title)
  return !outlets.some((outlet) => comparable(outlet) === line)
}

/** Of a tab's title the part that the page shows elsewhere, else without what reads like a site. */
function tabTitle(tab: string, others: readonly string[]): string {
  const same = others.find(
    (other) => other.length > 12 && comparable(tab).startsWith(comparable(other)),
  )
  return same ?? headlineOf(tab, []).title
}

/** The site's name from the tab's title: what stands behind the headline there. */
export function outletInTab(tab: string | null, headlines: readonly string[]): string | null {
  if (tab === null) return null
  for (const headline of headlines) {
    if (headline.length < 12 || !tab.startsWith(headline)) continue
    const rest = tab.slice(headline.length).replace(/^\s*[|·•»–—-]+\s*/, '')
    const last = rest.split(/\s+[|·•»–—-]\s+/).at(-1)
    if (rest !== tab.slice(headline.length) && last && last.length <= 40) return last
  }
  return headlineOf(tab, headlines).outlet
}

function withoutOutlet(title: string, outlets: readonly string[]): string {
  let bare = title
  for (let parts = 0; parts < 2; parts++) {
    const before = bare
    for (const outlet of outlets) {
      if (outlet.length < 2 || bare.length <= outlet.length + 8) continue
      const small = bare.toLowerCase()
      const name = outlet.toLowerCase()
      if (small.endsWith(name)) {
        const stem = bare.slice(0, bare.length - name.length)
        const cut = stem.replace(/\s*(?:\s[-–—|·•:»]|[|·•»–—])\s*$/u, '')
        if (cut !== stem) bare = cut
      } else if (small.startsWith(name)) {
        const rest = bare.slice(name.length)
        const cut = rest.replace(/^\s*(?:[|·•»–—]|[-:]\s)\s*/u, '')
        if (cut !== rest && parts === 0 && /^\s*[|·•»–—-]/u.test(rest)) bare = cut
      }
    }
    if (bare === before) break
  }
  return bare.trim()
}
