import { DOMParser } from 'linkedom'
import { z } from 'zod'

const web = z.url({ protocol: /^https?$/ })
/** RFC 3339, with a time zone. */
const time = z.iso.datetime({ offset: true })
const iri = z.string().regex(/^[a-z][a-z\d+.-]*:\S+$/i)
const text = z.string().min(1)

/** JSON Feed 1.1, and no member beside those that are meant. */
export const jsonFeed = z
  .strictObject({
    version: z.literal('https://jsonfeed.org/version/1.1'),
    title: text,
    home_page_url: web,
    feed_url: web,
    next_url: web.optional(),
    authors: z.array(z.strictObject({ name: text })).min(1),
    language: z.string().regex(/^[a-z]{2}(-[A-Z]{2})?$/),
    items: z.array(
      z.strictObject({
        id: iri,
        url: web,
        title: text,
        content_text: text,
        date_published: time.optional(),
        date_modified: time,
        tags: z.array(text),
      }),
    ),
  })
  .refine(({ next_url, feed_url }) => next_url !== feed_url)
  .refine(({ items }) => new Set(items.map(({ id }) => id)).size === items.length)

/** An element of XML. */
type Part = {
  children: Iterable<Part>
  localName: string
  textContent: string | null
  getAttribute(name: string): string | null
}

/** What stands in an Atom document, read strictly; else what is wrong. */
export type AtomFeed = {
  id: string
  title: string
  updated: string
  self: string
  next: string | null
  entries: { id: string; title: string; summary: string; link: string; updated: string }[]
}

/**
 * Reads an Atom document and holds it to RFC 4287: exactly one id, title and updated of the feed and of each
 * entry, an author, one link to itself and one to its page, absolute addresses, dates of RFC 3339, ids
 * that are IRIs and not given twice, and a document that is well-formed XML.
 */
export function readAtom(xml: string): AtomFeed {
  demandWellFormed(xml)
  const feed = new DOMParser().parseFromString(xml, 'text/xml').documentElement
  if (feed.getAttribute('xmlns') !== 'http://www.w3.org/2005/Atom') throw new Error('no Atom')
  const children = (of: Part, name: string) =>
    [...of.children].filter((one) => one.localName === name)
  const one = (of: Part, name: string): string => {
    const found = children(of, name)
    if (found.length !== 1) throw new Error(`${found.length} × ${name}`)
    return found[0]?.textContent ?? ''
  }
  const link = (of: Part, rel: string): string | null => {
    const found = children(of, 'link').filter((link) => link.getAttribute('rel') === rel)
    if (found.length > 1) throw new Error(`${found.length} links: ${rel}`)
    return found[0] ? web.parse(found[0].getAttribute('href')) : null
  }
  const author = children(feed, 'author')
  if (author.length === 0) throw new Error('no author')
  for (const who of author) text.parse(one(who, 'name'))
  const entries = children(feed, 'entry').map((entry) => ({
    id: iri.parse(one(entry, 'id')),
    title: text.parse(one(entry, 'title')),
    summary: one(entry, 'summary'),
    link: web.parse(link(entry, 'alternate')),
    updated: time.parse(one(entry, 'updated')),
  }))
  for (const entry of children(feed, 'entry')) {
    for (const at of children(entry, 'published')) time.parse(at.textContent)
  }
  const ids = new Set(entries.map(({ id }) => id))
  if (ids.size !== entries.length) throw new Error('an id is given twice')
  web.parse(link(feed, 'alternate'))
  return {
    id: iri.parse(one(feed, 'id')),
    title: text.parse(one(feed, 'title')),
    updated: time.parse(one(feed, 'updated')),
    self: web.parse(link(feed, 'self')),
    next: link(feed, 'next'),
    entries,
  }
}

/** Tags that close in order, and no sign that XML 1.0 does not allow. */
function demandWellFormed(xml: string): void {
  if (!xml.startsWith('<?xml version="1.0" encoding="utf-8"?>\n')) throw new Error('no declaration')
  if (/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u.test(xml)) {
    throw new Error('a sign that XML does not allow')
  }
  const open: string[] = []
  const rest = xml
    .slice(xml.indexOf('\n'))
    .replace(
      /<(\/?)([a-z]+)((?: [a-z:]+="[^"<]*")*)(\/?)>/g,
      (_, closes: string, name: string, _attributes, ends: string) => {
        if (closes && open.pop() !== name) throw new Error(`</${name}> closes nothing`)
        if (!closes && !ends) open.push(name)
        return ''
      },
    )
  if (open.length > 0 || rest.includes('<')) throw new Error('tags that do not close')
  if (/&(?!(amp|lt|gt|quot|apos);)/.test(rest) || rest.includes(']]>'))
    throw new Error('bare signs')
}
