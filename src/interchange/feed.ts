/** A feed, whatever form it is written in. Times are ISO 8601 in UTC; texts are plain. */
export type Feed = {
  /** What it is known by: its first page’s own address. */
  id: string
  /** The address of this page of it, and of the next one, with what is older. */
  self: string
  next?: string | null
  /** The page that shows the same. */
  home: string
  title: string
  author: string
  language: string
  updated: string
  entries: FeedEntry[]
}

export type FeedEntry = {
  /** An absolute IRI: the same in every form, and wherever the feed is served. */
  id: string
  title: string
  link: string
  /** When it was told first, where that is known. */
  published?: string | null
  updated: string
  category: string
  summary: string
}

/** The id of what a decision told. @param hash SHA-256 of the decision, in hex */
export const idOfHash = (hash: string): string => `urn:uuid:${uuidOf(hash)}`

/** A UUID of one’s own making (RFC 9562, version 8) out of a hash. */
function uuidOf(hash: string): string {
  const hex = `${hash.slice(0, 12)}8${hash.slice(13, 16)}8${hash.slice(17, 32)}`
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/**
 * Text that each form of a feed can hold: without what XML 1.0 allows in no document, and without signs
 * that would turn the direction of the words around it.
 */
export const plain = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
