import type { Line } from './lines.ts'

/** How many lines at the top and at the foot of a page can be a running title or a page's number. */
const EDGE = 2

/** A page's number: `7`, `- 7 -`, `Pagina 7 di 12`, `7/12`, `p. 7`. */
const NUMBER =
  /^[-–—\s|]*(?:(?:pagina|pag\.?|page|p\.)\s*)?\d{1,4}(?:\s*(?:di|of|\/|su)\s*\d{1,4})?[-–—\s|]*$/i

/**
 * Pages without what stands at the edge of every one and would part their sentences: numbers, and
 * running titles but for the first time that each is there.
 */
export function withoutFurniture(pages: readonly Line[][]): Line[][] {
  if (pages.length < 2) return pages.map((lines) => [...lines])
  const times = new Map<string, number>()
  for (const lines of pages) {
    const names = new Set(lines.filter((_, at) => isAtEdge(lines, at)).map(nameOf))
    for (const name of names) times.set(name, (times.get(name) ?? 0) + 1)
  }
  const least = Math.max(3, pages.length / 3)
  const seen = new Set<string>()
  return pages.map((lines) =>
    lines.filter((line, at) => {
      if (!isAtEdge(lines, at)) return true
      if (NUMBER.test(line.text)) return false
      const name = nameOf(line)
      if ((times.get(name) ?? 0) < least) return true
      const first = !seen.has(name)
      seen.add(name)
      return first
    }),
  )
}

const isAtEdge = (lines: readonly Line[], at: number): boolean =>
  at < EDGE || at >= lines.length - EDGE

/** The same on every page, whatever the number in it. */
const nameOf = ({ text }: Line): string => text.replace(/\d+/g, '0')
