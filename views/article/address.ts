import type { Choice, Chosen } from './place.ts'

/** Which text the reader shows, and the claim for which words are chosen, if it is on the desk. */
export type Shown = {
  article: { id: string; version: string }
  version: { id: string }
  claim: { id: string } | null
  /** Whether it shows what became of each sentence. */
  covering?: boolean
}

/**
 * The reader's address. The newest version is not named: it is what everybody reads.
 * @param choice words or sentences chosen in the text
 */
export function readerAddress(
  { article, version, claim, covering }: Shown,
  choice: Chosen | Choice | null,
): string {
  const query = new URLSearchParams()
  if (choice && 'whole' in choice && !choice.whole) {
    query.set('start', String(choice.start))
    query.set('end', String(choice.end))
  } else if (choice) {
    query.set('from', String(choice.from))
    query.set('to', String(choice.to))
  }
  if (version.id !== article.version) query.set('version', version.id)
  if (claim) query.set('claim', claim.id)
  if (covering) query.set('coverage', '1')
  return `/articles/${article.id}${query.size ? `?${query}` : ''}`
}
