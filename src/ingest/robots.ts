/** What a host asks of programs that visit it, in its robots.txt (RFC 9309). */
export type Robots = {
  /** Whether a program may ask for an address of this host. */
  allows(url: URL): boolean
  /** How many seconds the host wants between two requests (`Crawl-delay`); null where it does not say. */
  delay: number | null
}

/** The name by which a host speaks of this program. */
const TOKEN = 'riscontro'

/** More of a robots.txt is not read: RFC 9309 §2.5 asks for 500 KiB at least. */
const MOST = 500 * 1024

/** How much of an address is held against the rules, which are as long as their host wants them. */
const MOST_OF_PATH = 2000

type Rule = { pattern: string[]; ends: boolean; weight: number; allow: boolean }
type Group = { agents: string[]; rules: Rule[]; delay: number | null }

/** What a host says that says nothing. */
export const openRobots: Robots = { allows: () => true, delay: null }

/**
 * Reads a robots.txt. Our own, and small: each rule costs one look along the path, so that a file that
 * is written to be slow is not.
 * @param text the file, of which the first 500 KiB count
 */
export function readRobots(text: string): Robots {
  const groups = groupsIn(text.slice(0, MOST))
  const named = groups.filter(({ agents }) => agents.includes(TOKEN))
  // Groups of one name are one; the star's only where nobody is named (RFC 9309 §2.2.1).
  const ours = named.length > 0 ? named : groups.filter(({ agents }) => agents.includes('*'))
  const rules = ours.flatMap((group) => group.rules)
  const delays = ours.flatMap(({ delay }) => delay ?? [])
  return {
    allows: (url) => isAllowed(rules, encoded(url.pathname + url.search).slice(0, MOST_OF_PATH)),
    delay: delays.length > 0 ? Math.max(...delays) : null,
  }
}

/** Names that follow one another share the rules after them; what is neither parts no group. */
function groupsIn(text: string): Group[] {
  const groups: Group[] = []
  let naming = false
  for (const line of text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)) {
    const [said = ''] = line.split('#')
    const colon = said.indexOf(':')
    const key = said.slice(0, Math.max(0, colon)).trim().toLowerCase()
    const value = said.slice(colon + 1).trim()
    if (key === 'user-agent') {
      if (!naming) groups.push({ agents: [], rules: [], delay: null })
      groups.at(-1)?.agents.push(nameIn(value))
      naming = true
    } else if (key === 'allow' || key === 'disallow' || key === 'crawl-delay') {
      const group = groups.at(-1)
      naming = false
      if (group) add(group, key, value)
    }
  }
  return groups
}

/** A product token is letters, `-` and `_`; what follows it, such as a version, is no part of it. */
const nameIn = (value: string): string =>
  value.startsWith('*') ? '*' : (/^[a-z_-]*/i.exec(value)?.[0] ?? '').toLowerCase()

function add(group: Group, key: 'allow' | 'disallow' | 'crawl-delay', value: string): void {
  if (key === 'crawl-delay') {
    const seconds = Number(value)
    if (value !== '' && seconds >= 0) group.delay = seconds
  } else if (value !== '') group.rules.push(ruleOf(value, key === 'allow'))
}

function ruleOf(value: string, allow: boolean): Rule {
  const ends = value.endsWith('$')
  const path = encoded(ends ? value.slice(0, -1) : value)
  return { pattern: path.split(/\*+/), ends, weight: value.length, allow }
}

/** The longest rule that matches decides; of two of one length, the one that allows (§2.2.2). */
function isAllowed(rules: Rule[], path: string): boolean {
  let best: Rule | null = null
  for (const rule of rules) {
    if (!matches(rule, path)) continue
    const more = rule.weight - (best?.weight ?? -1)
    if (more > 0 || (more === 0 && rule.allow)) best = rule
  }
  return best?.allow ?? true
}

/** Piece after piece between the stars, each where it comes first: no other way would reach further. */
function matches({ pattern, ends }: Rule, path: string): boolean {
  const [first = '', ...rest] = pattern
  if (!path.startsWith(first)) return false
  let at = first.length
  const last = ends ? rest.pop() : undefined
  for (const piece of rest) {
    const found = path.indexOf(piece, at)
    if (found < 0) return false
    at = found + piece.length
  }
  if (!ends) return true
  if (last === undefined) return at === path.length
  return path.length - last.length >= at && path.endsWith(last)
}

/** One way to write each path: what needs no escape has none, all else is escaped in capitals. */
function encoded(path: string): string {
  return path
    .toWellFormed()
    .replace(/[^\x21-\x7E]/gu, encodeURIComponent)
    .replace(/%[\da-f]{2}/gi, (code) => {
      const sign = String.fromCharCode(Number.parseInt(code.slice(1), 16))
      return /[\w.~-]/.test(sign) ? sign : code.toUpperCase()
    })
}
