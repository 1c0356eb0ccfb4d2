import type { Count, Findable } from './dialect.ts'

const reversed = (word: string): string => [...word].reverse().join('')

/** The words of lines of stems, each once. */
function wordsIn(lines: string): Set<string> {
  const words = new Set(lines.replaceAll('\n', '').split(' '))
  words.delete('')
  return words
}
const statementIn = (lines: string): Set<string> => wordsIn(lines.split('\n', 1)[0] ?? '')

/** How the counts of words change with a number of documents. */
export function counting() {
  const counts = new Map<string, { claims: number; documents: number }>()
  const add = (stem: string, of: 'claims' | 'documents', by: number) => {
    const count = counts.get(stem) ?? { claims: 0, documents: 0 }
    count[of] += by
    counts.set(stem, count)
  }
  const each = (lines: string, by: number) => {
    for (const stem of wordsIn(lines)) add(stem, 'documents', by)
    for (const stem of statementIn(lines)) add(stem, 'claims', by)
  }
  return {
    /** @param before null where it is counted for the first time */
    document(kind: Findable, before: string | null, after: string) {
      if (before === null) {
        add('', 'documents', 1)
        if (kind !== 'article') add('', 'claims', 1)
      }
      if (before) each(before, -1)
      each(after, 1)
    },
    /** What changes, in one order: whoever else counts does not wait in a circle. */
    changes: (): Count[] =>
      [...counts]
        .filter(([, { claims, documents }]) => claims !== 0 || documents !== 0)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([stem, count]) => ({ stem, tail: reversed(stem), ...count })),
  }
}
