import type { Tokens } from './tokens.ts'

/** A time of day in minutes, and the token after it. */
type Time = { value: number; next: number }

const clock = /^(\d{1,2})[:.](\d{2})(?::\d{2})?$/

/** Words after which a number is an hour. */
const atHour = /^(alle|ore|dalle)$/

/** The time of day that begins at a token: `alle 18.30`, `ore 9`, `6:30 pm`; else null. */
export function timeAt(tokens: Tokens, at: number): Time | null {
  const { all, word } = tokens
  const token = all[at]
  if (token?.kind !== 'digits') return null
  const [, hours, minutes] = clock.exec(token.text) ?? []
  // Where in a recording it is said: `(min. 2:10)`.
  const before = [word(at - 3), word(at - 2), word(at - 1)].filter((one) => /^\p{L}/u.test(one))
  if (/^min(uto)?$/.test(before.at(-1) ?? '')) return null
  const half = halfOfDay(tokens, at + 1)
  if (hours && minutes) {
    const isSure = token.text.includes(':') || half || atHour.test(word(at - 1))
    return isSure ? timed(Number(hours), Number(minutes), half, at + 1) : null
  }
  if (!/^\d{1,2}$/.test(token.text)) return null
  const hour = Number(token.text)
  if (half) return timed(hour, 0, half, at + 1)
  if (!atHour.test(word(at - 1))) return null
  // `alle 15 famiglie` gives no time.
  const follows = all[at + 1]
  const ends =
    follows?.kind !== 'word' ||
    /^(di|del|dell|della|e|in|a|alle|ora|nel|si|è|con|per|da|dal|sono)$/.test(follows.text)
  const more = word(at + 1) === 'e' && /^\d{2}$/.test(word(at + 2)) ? Number(word(at + 2)) : null
  if (more !== null && more < 60) return timed(hour, more, null, at + 3)
  return ends && word(at + 1) !== '%' ? timed(hour, 0, null, at + 1) : null
}

type Half = { hours: number; length: number }

/** `pm`, `a.m.` */
function halfOfDay({ word }: Tokens, at: number): Half | null {
  const whole = /^(am|pm)$/.test(word(at))
  const dotted = /^[ap]$/.test(word(at)) && word(at + 1) === '.' && word(at + 2) === 'm'
  if (!whole && !dotted) return null
  return {
    hours: word(at).startsWith('p') ? 12 : 0,
    length: whole ? 1 : word(at + 3) === '.' ? 4 : 3,
  }
}

function timed(hours: number, minutes: number, half: Half | null, next: number): Time | null {
  if (hours > 24 || minutes > 59 || (half && hours > 12)) return null
  const hour = half ? (hours % 12) + half.hours : hours
  return { value: hour * 60 + minutes, next: next + (half?.length ?? 0) }
}
