import type { Count, Findable } from './dialect.ts'

/** The letters of a word from the last to the first. */
function reversed(word: string): string {
  if (/[\ud800-\udfff]/.test(word)) return [...word].reverse().join('')
  let letters = ''
  for (let at = word.length - 1; at >= 0; at--) letters += word[at]
  return letters
}

/** The words of lines of stems, each once; a line ends between two spaces, or at the end of them all. */
function wordsIn(lines: string): Set<string> {
  const words = new Set<string>()
  for (const word of lines.split(' ')) if (word && word[0] !== '\n') words.add(word)
  return words
}

/** The words of a document, and of its statement, each once. */
export type Stems = { all: Set<string>; statement: Set<string> }

/** The same of its lines. */
export function stemsIn(lines: string): Stems {
  const end = lines.indexOf('\n')
  return { all: wordsIn(lines), statement: wordsIn(end < 0 ? lines : lines.slice(0, end)) }
}

/** How the counts of words change with a number of documents. */
export function counting() {
  const counts = new Map<string, { claims: number; documents: number }>()
  const add = (stem: string, of: 'claims' | 'documents', by: number) => {
    const count = counts.get(stem)
    if (count) count[of] += by
    else counts.set(stem, { claims: 0, documents: 0, [of]: by })
  }
  const each = ({ all, statement }: Stems, by: number) => {
    for (const stem of all) add(stem, 'documents', by)
    for (const stem of statement) add(stem, 'claims', by)
  }
  return {
    /** @param before null where it is counted for the first time */
    document(kind: Findable, before: string | null, after: Stems) {
      if (before === null) {
        add('', 'documents', 1)
        if (kind !== 'article') add('', 'claims', 1)
      }
      if (before) each(stemsIn(before), -1)
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
