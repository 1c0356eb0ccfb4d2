/** A feed as Atom has it (RFC 4287). Times are ISO 8601 in UTC. */
export type Feed = {
  /** Its own address, which is its id too. */
  self: string
  /** The page that shows the same. */
  home: string
  title: string
  author: string
  language: string
  updated: string
  entries: FeedEntry[]
}

export type FeedEntry = {
  /** SHA-256 of the decision that it tells, in hex: stable wherever the feed is served. */
  hash: string
  title: string
  link: string
  updated: string
  category: string
  /** Plain text. */
  summary: string
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** Text as XML 1.0 allows it: what no document may hold is left out. */
const xml = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)

/** A UUID of one’s own making (RFC 9562, version 8) out of a hash. */
function uuidOf(hash: string): string {
  const hex = `${hash.slice(0, 12)}8${hash.slice(13, 16)}8${hash.slice(17, 32)}`
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

const entryText = ({ hash, title, link, updated, category, summary }: FeedEntry): string => `<entry>
<id>urn:uuid:${uuidOf(hash)}</id>
<title>${xml(title)}</title>
<link rel="alternate" type="text/html" href="${xml(link)}"/>
<updated>${xml(updated)}</updated>
<category term="${xml(category)}"/>
<summary>${xml(summary)}</summary>
</entry>
`

/** A feed as an Atom document. */
export const atomOf = (feed: Feed): string => `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xml(feed.language)}">
<id>${xml(feed.self)}</id>
<title>${xml(feed.title)}</title>
<link rel="self" type="application/atom+xml" href="${xml(feed.self)}"/>
<link rel="alternate" type="text/html" href="${xml(feed.home)}"/>
<updated>${xml(feed.updated)}</updated>
<author><name>${xml(feed.author)}</name></author>
${feed.entries.map(entryText).join('')}</feed>
`
