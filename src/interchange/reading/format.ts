import { type Chunks, decoded, unzipped, wholeOf } from './decoded.ts'

/** What a source can be. `rulings` is JSON: ClaimReview, a DataFeed, NDJSON, answers of Fact Check Tools. */
export const sourceFormats = ['rulings', 'page', 'sitemap', 'table', 'riscontro'] as const
export type SourceFormat = (typeof sourceFormats)[number]

/** Enough of a source to tell what it is, in UTF-16 units. */
const SNIFFED = 65_536

/** What an export of Riscontro says of itself before its verdicts. */
const RISCONTRO = /"schema"\s*:\s*"riscontro\/verdict-export\/v\d+"/

/** How a line of an export begins, which has no head: a verdict as canonical JSON. */
const VERDICT = /^\{"appearances":\[/

/**
 * What a source is, by its beginning, whatever its name or its host says.
 * @param start its beginning, decoded: some ten thousand letters are enough
 * @returns null for what is nothing of the kind: empty, or no text
 */
export function formatOf(start: string): SourceFormat | null {
  const text = start.trimStart()
  if (text === '') return null
  if (/^[{[]/.test(text)) {
    const isOurs = RISCONTRO.test(text) || VERDICT.test(text)
    return isOurs ? 'riscontro' : 'rulings'
  }
  if (text.startsWith('<'))
    return /<(?:\w+:)?(?:urlset|sitemapindex)[\s>]/i.test(text) ? 'sitemap' : 'page'
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these characters are what no text has
  const odd = text.match(/[\u0000-\u0008\u000e-\u001f\ufffd]/g)?.length ?? 0
  if (odd > text.length / 50) return null
  const lines = text.split('\n', 20).filter((line) => line.trim())
  return lines.every((line) => /^https?:\/\/\S+$/.test(line.trim())) ? 'sitemap' : 'table'
}

/** The same of a source, gzipped or not, in any encoding; no more than its beginning is read. */
export const formatIn = async (source: Chunks): Promise<SourceFormat | null> =>
  formatOf(await wholeOf(decoded(unzipped(source, () => {})), SNIFFED))
