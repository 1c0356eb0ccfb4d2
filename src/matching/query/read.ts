import { MAX_QUERY } from '../../domain/queue.ts'
import { type FilterName, filterCalled, type Scale, valueCalled } from './filters.ts'

/** Where a part stands in the text that was typed. */
type Place = { start: number; end: number }

/** What a search asks for, one thing after the other: all of it must be so, or not so (`isNot`). */
export type Part = Place & { isNot: boolean } & (
    | { kind: 'word'; text: string; beginning: boolean }
    /** These very words, in this order. */
    | { kind: 'phrase'; text: string }
    /** @property as what the filter was called; @property typed what it was set to, in their words */
    | { kind: 'filter'; name: FilterName; as: string; typed: string; value: string }
  )

export type Search = {
  /** What was read: in one line, and without what nobody sees. */
  text: string
  parts: Part[]
  /** What looks like a filter and is none, or has no such value: it is searched for as words. */
  strange: { text: string; why: 'name' | 'value' }[]
  /** Whether there was more than is searched for. */
  cut: boolean
}

/** Nobody types more than so many things; whoever pastes a page is searched for its beginning. */
const MOST_PARTS = 40
/** Shorter beginnings are those of everything. */
const SHORTEST_BEGINNING = 3

const QUOTES = '"“”„‟«»″＂'
const token = new RegExp(
  `([-−]?)(?:(\\p{L}+):)?(?:[${QUOTES}]([^${QUOTES}]*)[${QUOTES}]|([^\\s${QUOTES}]+))(\\*?)`,
  'gu',
)

/** One line, without controls, and without marks that only steer how a text is set. */
const lineOf = (text: string): string =>
  text
    .slice(0, 10 * MAX_QUERY)
    .toWellFormed()
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()

const wordsIn = (text: string): string[] => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []

/** Figures keep together what stands between them: `12.500` is not any 12 with any 500. */
const isFigure = (text: string): boolean => /^\d+(?:[.,:/]\d+)+$/.test(text)

/** Whether a minus leaves out what follows it: one alone, after a blank, and not as the sign of a figure. */
const leavesOut = (minus: string, next: string, before: string | undefined): boolean =>
  minus !== '' && !/^[-−]/.test(next) && (!before || before === ' ') && !/^−\d/.test(minus + next)

/** The words of what stands between two blanks. @param star whether it was followed by one */
function plain(text: string, at: Place & { isNot: boolean }, star: boolean): Part[] {
  const words = wordsIn(text)
  const last = words.length - 1
  if (last > 0 && (at.isNot || isFigure(text))) return [{ ...at, kind: 'phrase', text }]
  return words.map((word, i) => {
    const beginning = star && i === last && Array.from(word).length >= SHORTEST_BEGINNING
    return { ...at, kind: 'word', text: word, beginning }
  })
}

/** The words of a filter that means nothing here, such as a name that nobody has. */
export const asPlain = (part: Part): Part[] =>
  part.kind === 'filter'
    ? [part.as, part.typed].flatMap((text) =>
        wordsIn(text).map((word) => {
          const { start, end, isNot } = part
          return { start, end, isNot, kind: 'word', text: word, beginning: false } as const
        }),
      )
    : [part]

/** What looks like a filter: what it is, or why it is none. An address (`https:`) or an hour is no slip. */
function filtering(called: string, typed: string, at: Place & { isNot: boolean }, scale: Scale) {
  const name = filterCalled(called)
  if (!name) return typed.startsWith('/') ? null : ('name' as const)
  const value = valueCalled(name, typed, scale)
  const as = called.toLowerCase()
  return value === null
    ? ('value' as const)
    : ({ ...at, kind: 'filter', name, as, typed, value } as const)
}

/**
 * Reads what somebody typed into a search box. Any text is a search: what is no filter is words.
 * @param scale the ratings of the desk, which are filters by their labels
 */
export function readSearch(typed: string, scale: Scale): Search {
  const whole = lineOf(typed)
  const text = Array.from(whole).slice(0, MAX_QUERY).join('')
  const parts: Part[] = []
  const strange: Search['strange'] = []
  for (const match of text.matchAll(token)) {
    const [source, minus, called, quoted, bare = '', star] = match
    const isNot = leavesOut(minus ?? '', source.slice(1), text[match.index - 1])
    const at = { start: match.index, end: match.index + source.length, isNot }
    const value = quoted ?? bare.replace(/[,;]+$/, '')
    const found = called && wordsIn(value).length > 0 ? filtering(called, value, at, scale) : null
    if (typeof found === 'string') strange.push({ text: source, why: found })
    if (found && typeof found === 'object') parts.push(found)
    else parts.push(...asWords({ called, quoted, bare, star: star !== '' }, at))
  }
  const cut = whole.length > text.length || parts.length > MOST_PARTS
  return { text, parts: parts.slice(0, MOST_PARTS), strange, cut }
}

type Token = { called?: string; quoted?: string; bare: string; star: boolean }

function asWords({ called, quoted, bare, star }: Token, at: Place & { isNot: boolean }): Part[] {
  const before = called ? plain(called, at, false) : []
  if (quoted === undefined) return [...before, ...plain(bare, at, star || bare.endsWith('*'))]
  const phrase = quoted.trim()
  const isPhrase = wordsIn(phrase).length > 0
  return isPhrase ? [...before, { ...at, kind: 'phrase', text: phrase }] : before
}

const simple = /^[\p{L}\p{M}\p{N}_./]+$/u

/** A part as somebody would type it. */
function written(part: Part): string {
  const minus = part.isNot ? '-' : ''
  if (part.kind === 'word') return `${minus}${part.text}${part.beginning ? '*' : ''}`
  if (part.kind === 'phrase') return `${minus}"${part.text}"`
  const { as, typed } = part
  return `${minus}${as}:${simple.test(typed) ? typed : `"${typed}"`}`
}

/** A text that asks for the same. */
export const searchText = (parts: readonly Part[]): string => parts.map(written).join(' ')

/** What was typed, without one of its parts. */
export const without = (text: string, { start, end }: Part): string =>
  `${text.slice(0, start)}${text.slice(end)}`.replace(/ +/g, ' ').trim()
