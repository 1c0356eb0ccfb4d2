import { type Bounds, lastDay } from './bounds.ts'
import { italian } from './numerals.ts'
import type { Tokens } from './tokens.ts'

type Period = { value: number; next: number } & Bounds

/** Of how many months it is one. */
const lengths = new Map([
  ['trimestre', 3],
  ['quarter', 3],
  ['quadrimestre', 4],
  ['semestre', 6],
  ['half', 6],
])

const which = new Map(
  ['prim first', 'second', 'terz third', 'quart fourth'].flatMap((words, i) =>
    words.split(' ').map((word): [string, number] => [word, i + 1]),
  ),
)
const roman = new Map(['i', 'ii', 'iii', 'iv'].map((word, i): [string, number] => [word, i + 1]))

/** A part of a year (`primo trimestre 2024`, `Q1 2024`), or ten years (`anni ’90`, `the 1990s`); else null. */
export function periodAt(tokens: Tokens, at: number): Period | null {
  return partOfYear(tokens, at) ?? decade(tokens, at) ?? shortYear(tokens, at)
}

const years = (first: number, last: number, next: number): Period => ({
  value: first * 10_000,
  low: first * 10_000 + 101,
  high: last * 10_000 + 1231,
  next,
})

function partOfYear({ all, word }: Tokens, at: number): Period | null {
  const isQuarter = word(at) === 'q' && all[at + 1]?.close && /^[1-4]$/.test(word(at + 1))
  const nth = isQuarter
    ? Number(word(at + 1))
    : (which.get(word(at)) ?? which.get(word(at).replace(/[oa]$/, '')) ?? roman.get(word(at)))
  const months = isQuarter ? 3 : lengths.get(word(at + 1))
  if (!nth || !months || nth * months > 12) return null
  const skip = /^(del|dell|di|of|,)$/.test(word(at + 2)) ? 1 : 0
  const year = /^(19|20)\d\d$/.test(word(at + 2 + skip)) ? Number(word(at + 2 + skip)) : 0
  if (!year) return null
  const first = (nth - 1) * months + 1
  return {
    value: year * 10_000,
    low: year * 10_000 + first * 100 + 1,
    high: lastDay(year, first + months - 1),
    next: at + 3 + skip,
  }
}

function decade(tokens: Tokens, at: number): Period | null {
  const { all, word } = tokens
  // `the 1990s`, `the ’90s`, `the 90s`
  const digits = word(at) === "'" ? at + 1 : at
  const [number, ending] = [word(digits), all[digits + 1]]
  if (/^((19|20)\d|[2-9])0$/.test(number) && ending?.close && ending.text === 's') {
    const first = number.length === 4 ? Number(number) : Number(number) + 1900
    return years(first, first + 9, digits + 2)
  }
  // `anni ’90`, `anni Novanta`, `anni 2010`
  if (!/^(anni)$/.test(word(at))) return null
  const start = word(at + 1) === "'" ? at + 2 : at + 1
  const short = /^[2-9]0$/.test(word(start)) && start === at + 2 ? Number(word(start)) : 0
  const long = /^(19|20)\d0$/.test(word(start)) ? Number(word(start)) : 0
  const named = all[start]?.capital ? (italian(word(start)) ?? 0) : 0
  const ten = long || short || (/^[2-9]0$/.test(String(named)) ? named : 0)
  if (!ten) return null
  const first = ten < 100 ? ten + 1900 : ten
  return years(first, first + 9, start + 1)
}

const beforeShort =
  /^(nel|dal|del|al|il|in|since|of|l|dell|nell|all|dall|estate|autunno|inverno|primavera|summer|spring)$/

/** `nel ’68`, `nell’’89`: where a word for time stands before it; `dell’80%` is none. */
function shortYear({ all, word }: Tokens, at: number): Period | null {
  if (word(at) !== "'" || !all[at + 1]?.close || !/^\d\d$/.test(word(at + 1))) return null
  const isElided = word(at - 1) === "'"
  if (all[at]?.close && !isElided) return null
  if (!beforeShort.test(word(isElided ? at - 2 : at - 1))) return null
  if (all[at + 2]?.close && all[at + 2]?.kind === 'word') return null
  const year = Number(word(at + 1))
  const long = year > 30 ? 1900 + year : 2000 + year
  return years(long, long, at + 2)
}
