/** Real claims, and people's rewrites of some of them, that stand beside the project where they are. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '../../../shared/data/xfact-it')

export const hasXfact = existsSync(folder)

/** The rows of a file whose fields are parted by tabs and never quoted, by the names of its columns. */
function rowsOf(file: string): Map<string, string>[] {
  const [head = '', ...lines] = readFileSync(join(folder, file), 'utf8').split('\n')
  const columns = head.split('\t')
  return lines.filter(Boolean).map((line) => {
    const fields = line.split('\t')
    return new Map(columns.map((column, i) => [column, (fields[i] ?? '').trim()]))
  })
}

export const xfactClaims = (): string[] => rowsOf('claims.tsv').map((row) => row.get('claim') ?? '')

/** Texts that somebody wrote of a claim, as news or as a post. */
export const xfactRewrites = (kind: 'news-like' | 'social-like') =>
  rowsOf('rewrites.tsv').flatMap((row) => {
    const [text = '', claim = ''] = [row.get(kind), row.get('claim')]
    return text ? [{ text, claim }] : []
  })
