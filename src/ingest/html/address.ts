/** The longest address kept, as the desk's own field. */
const MAX_ADDRESS = 2000

/** Parameters that tell where a reader came from and not what is read. */
const TRACKING = /^(?:utm_\w+|fbclid|gclid|igshid|mc_[ce]id|ref|cmpid|xtor|at_\w+)$/i

/**
 * The address under which an article is known: what the page itself says, else where it was fetched.
 * Only http(s); without fragment and tracking. A page that names its site's front page, or one of
 * another site, is not believed.
 *
 * @param stated addresses that the page gives, the most trusted first
 * @param fetched where the page came from, or null
 */
export function addressOf(stated: readonly string[], fetched: string | null): string | null {
  const base = fetched === null ? null : webAddress(fetched, null)
  for (const written of stated) {
    const url = webAddress(written, base)
    if (url === null) continue
    if (base === null) {
      if (!isFront(url)) return url.href
    } else if (sameSite(url, base) && (!isFront(url) || isFront(base))) return url.href
  }
  return base?.href ?? null
}

/** Whether an address is that of a site's front page. */
export function isFront(url: URL): boolean {
  return /^\/(?:index\.\w+|home|[a-z]{2})?\/?$/i.test(url.pathname) && url.search === ''
}

function webAddress(written: string, base: URL | null): URL | null {
  const text = written.trim()
  if (text.length > MAX_ADDRESS || !URL.canParse(text, base?.href)) return null
  const url = new URL(text, base?.href)
  if (!/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return null
  url.hash = ''
  for (const name of [...url.searchParams.keys()]) {
    if (TRACKING.test(name)) url.searchParams.delete(name)
  }
  return url.href.length > MAX_ADDRESS ? null : url
}

/** `m.example.org` and `www.example.org` are one site. */
function sameSite(one: URL, other: URL): boolean {
  const site = (url: URL) => url.hostname.split('.').slice(-2).join('.')
  return site(one) === site(other)
}
