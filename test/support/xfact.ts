/** Real claims, and people's rewrites of some of them, that stand beside the project where they are. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { profileOf, type Rarity } from '../../src/matching/similar.ts'

const folder = join(import.meta.dirname, '../../../shared/data/xfact-it')

export const hasXfact = existsSync(folder)
export const xfactFile = join(folder, 'claims.tsv')

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

/** Texts that somebody wrote of one of the claims, as news or as a post. */
export function xfactRewrites(kind: 'news-like' | 'social-like') {
  const claims = new Set(xfactClaims())
  return rowsOf('rewrites.tsv').flatMap((row) => {
    const [text = '', claim = ''] = [row.get(kind), row.get('claim')]
    return text && claims.has(claim) ? [{ text, claim }] : []
  })
}

let counted: Rarity | undefined

/** In how many of the claims a word is; every word is rare where they are absent. */
export function xfactRarity(): Rarity {
  if (counted) return counted
  const claims = hasXfact ? xfactClaims() : []
  const times = new Map<string, number>()
  for (const text of claims) {
    for (const stem of profileOf({ text, language: 'it' }).stems) {
      times.set(stem, (times.get(stem) ?? 0) + 1)
    }
  }
  const rarity = (stem: string) => (times.get(stem) ?? 0.5) / Math.max(claims.length, 1000)
  counted = rarity
  return rarity
}
