/**
 * How another publisher rated something that was said: received by an import, never a decision of the
 * desk. What it says stays as its publisher said it; the desk adds only what its label amounts to here.
 */
export type Ruling = {
  id: string
  /** What it is known by, so that the same one is never there twice: its own identifier, or one made of it. */
  key: string
  /** The host of its publisher, without `www.`, and its name where one is given. */
  publisher: string
  publisherName: string | null
  /** The page that it stands on. */
  url: string | null
  title: string | null
  /** What was rated, in the publisher’s words; empty where the record says nothing. */
  statement: string
  /** ISO 639. */
  language: string
  claimant: string | null
  claimantRole: string | null
  /** YYYY, YYYY-MM or YYYY-MM-DD. */
  claimedOn: string | null
  reviewedOn: string | null
  /** The publisher’s own label, as it was written. */
  label: string
  /** The same by its letters alone, as tables of labels name it (`lettersOf`). */
  labelKey: string
  /** Where it was said: http(s) addresses. */
  appearances: string[]
  /** What the publisher goes by: http(s) addresses. */
  links: string[]
  /** The record as it was received, as JSON. */
  original: string
  /** SHA-256 of all that was received: another one is a changed record. */
  hash: string
  /** The import that brought it last. */
  import: string
  addedAt: string
  changedAt: string | null
}
