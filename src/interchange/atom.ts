import { type Feed, type FeedEntry, plain } from './feed.ts'

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

const xml = (text: string): string =>
  plain(text).replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)

const entryText = ({
  id,
  title,
  link,
  published,
  updated,
  category,
  summary,
}: FeedEntry): string => `<entry>
<id>${xml(id)}</id>
<title>${xml(title)}</title>
<link rel="alternate" type="text/html" href="${xml(link)}"/>
${published ? `<published>${xml(published)}</published>\n` : ''}<updated>${xml(updated)}</updated>
<category term="${xml(category)}"/>
<summary>${xml(summary)}</summary>
</entry>
`

/** A feed as an Atom document (RFC 4287), its pages linked as RFC 5005 has it. */
export const atomOf = (feed: Feed): string => `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xml(feed.language)}">
<id>${xml(feed.id)}</id>
<title>${xml(feed.title)}</title>
<link rel="self" type="application/atom+xml" href="${xml(feed.self)}"/>
<link rel="alternate" type="text/html" href="${xml(feed.home)}"/>
${feed.next ? `<link rel="next" type="application/atom+xml" href="${xml(feed.next)}"/>\n` : ''}<updated>${xml(feed.updated)}</updated>
<author><name>${xml(feed.author)}</name></author>
${feed.entries.map(entryText).join('')}</feed>
`
