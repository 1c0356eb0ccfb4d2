import { z } from 'zod'
import { isoOrder, isPartialDate } from './dates.ts'
import {
  type FieldCode,
  type FieldError,
  type FieldErrors,
  fieldCodes,
  Refusal,
} from './refusal.ts'

/** PostgreSQL refuses NUL in text, and nobody means it: it is refused for every engine. */
const noNul = (text: string): boolean => !text.includes('\u0000')

const code = (name: FieldCode): string => name

// What these let through is decided after a text was put in order: what is sent is described by `meta`.

/** A text of at most `max` characters, trimmed; line ends as `\n`. May be empty. */
export const words = (max: number) =>
  z
    .string()
    .refine(noNul, code('nul'))
    .transform((text) => text.toWellFormed().replaceAll('\r\n', '\n').trim())
    .pipe(z.string().max(max))
    .meta({ maxLength: max })

/** A text of 1 to `max` characters. */
export const needed = (max: number) =>
  words(max).pipe(z.string().min(1)).meta({ minLength: 1, maxLength: max })

/** A text of at most `max` characters, or null where nothing was written. */
export const optional = (max: number) =>
  words(max)
    .nullish()
    .transform((text) => text || null)

/** One of several things, or null where none was chosen, which a form says by an empty text. */
export const orNull = <O, I>(one: z.ZodType<O, I>) =>
  z
    .preprocess((sent: I | '' | null | undefined) => sent || null, one.nullish())
    .transform((read) => read ?? null)

/** A date of which the day or the month may be missing, or null. Also as people write it: 21/5/2025. */
export const partialDate = optional(40)
  .transform((text) => text && isoOrder(text))
  .refine((text) => text === null || isPartialDate(text), code('not_a_date'))
  .meta({
    description: 'A year, a month or a day: 2024, 2024-06 or 2024-06-19.',
    pattern: String.raw`^(\d{4}(-\d\d(-\d\d)?)?)?$`,
  })

/** A whole day, or null. */
export const day = partialDate
  .refine((text) => text === null || text.length === 10, code('no_day'))
  .meta({ description: 'A day: 2024-06-19.', pattern: String.raw`^(\d{4}-\d\d-\d\d)?$` })

/**
 * Refuses a date that is still to come; a day's grace covers the time zones.
 * @param at the time of the act, ISO 8601
 * @throws Refusal `invalid` on each such field
 */
export function demandPast(at: string, dates: Record<string, string | null>): void {
  const tomorrow = new Date(Date.parse(at) + 86_400_000).toISOString()
  const late = Object.entries(dates).filter(
    ([, date]) => date && date > tomorrow.slice(0, date.length),
  )
  if (late.length === 0) return
  throw new Refusal('invalid', {
    fields: Object.fromEntries(late.map(([name]) => [name, { code: 'in_the_future' as const }])),
  })
}

/**
 * Refuses a day that is past, or further off than anybody plans; a day's grace covers the time zones.
 * @param at the time of the act, ISO 8601
 * @param years how far off it may be
 * @throws Refusal `invalid` on each such field
 */
export function demandComing(at: string, days: Record<string, string | null>, years: number): void {
  const yesterday = new Date(Date.parse(at) - 86_400_000).toISOString().slice(0, 10)
  const farthest = `${Number(at.slice(0, 4)) + years}${at.slice(4, 10)}`
  const wrong = Object.entries(days).flatMap(([name, day]): [string, FieldError][] => {
    if (!day || (yesterday <= day && day <= farthest)) return []
    return [[name, { code: day < yesterday ? 'in_the_past' : 'too_far', values: { max: years } }]]
  })
  if (wrong.length > 0) throw new Refusal('invalid', { fields: Object.fromEntries(wrong) })
}

export const isWebAddress = (text: string): boolean =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)

/** An http(s) address of at most 2,000 characters, or null. */
export const webAddress = optional(2000)
  .refine((text) => text === null || isWebAddress(text), code('not_a_url'))
  .meta({ description: 'An http(s) address.', format: 'uri' })

/** What was sent once, several times or not at all: a text, or a list of texts. */
export type Sent<T = string> = T | T[] | '' | null | undefined

/** Several things in one text, parted as `separator` says, or each in a text of its own; each once, blanks left out. */
export const several = (separator: RegExp, one: z.ZodType<string, string>, many: number) =>
  z
    .preprocess((sent: Sent) => [sent ?? []].flat(), z.array(words(5000)).optional())
    .transform((texts = []) =>
      texts.flatMap((text) => text.split(separator)).map((part) => part.trim()),
    )
    .transform((parts) => parts.filter(Boolean))
    .pipe(z.array(one))
    .transform((parts) => [...new Set(parts)])
    .pipe(z.array(z.string()).max(many))
    .meta({ maxItems: many })

/** Up to ten http(s) addresses, one a line. */
export const webAddresses = several(
  /\s+/,
  z.string().max(2000).refine(isWebAddress, code('not_a_url')),
  10,
)

/** An e-mail address as people are known by, in lower case. */
export const mailAddress = needed(200)
  .transform((text) => text.toLowerCase())
  .refine((text) => /^[^\s@]+@[^\s@]+$/.test(text), code('not_an_address'))

/** An ISO 639 language code. */
export const language = words(3)
  .refine((text) => /^[a-z]{2,3}$/.test(text), code('unknown_choice'))
  .meta({ description: 'A language by its ISO 639 code.', pattern: '^[a-z]{2,3}$' })

/** The same where none need be named. */
export const optionalLanguage = optional(3)
  .refine((text) => text === null || /^[a-z]{2,3}$/.test(text), code('unknown_choice'))
  .meta({ description: 'A language by its ISO 639 code.', pattern: '^([a-z]{2,3})?$' })

/** An id of the desk (a UUID). */
export const id = z.uuid(code('malformed'))

/** The revision of a subject that a person read; 0 where they saw none. */
export const revision = z.coerce
  .number(code('not_a_number'))
  .int()
  .min(0)
  .max(2 ** 31)

const known = (message: string): FieldCode | undefined => fieldCodes.find((one) => one === message)

function fieldError(issue: z.core.$ZodIssue): FieldError {
  const named = known(issue.message)
  if (named) return { code: named }
  if (issue.code === 'too_big') {
    const many = issue.origin === 'array'
    return { code: many ? 'too_many' : 'too_long', values: { max: Number(issue.maximum) } }
  }
  if (issue.code === 'too_small') {
    const min = Number(issue.minimum)
    return min > 1 ? { code: 'too_short', values: { min } } : { code: 'required' }
  }
  if (issue.code === 'invalid_value') return { code: 'unknown_choice' }
  if (issue.code === 'invalid_type') return { code: 'required' }
  return { code: 'malformed' }
}

/**
 * Reads what a person or a client sent.
 * @returns the parsed value
 * @throws Refusal `invalid`, with one error for each field that is wrong
 */
export function parse<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const read = schema.safeParse(input)
  if (read.success) return read.data
  throw invalidBy(read.error)
}

/** What is wrong with what was sent, one error for each field. */
export function invalidBy({ issues }: z.core.$ZodError): Refusal {
  const fields: FieldErrors = {}
  for (const issue of issues) {
    const name = String(issue.path[0] ?? 'form')
    fields[name] ??= fieldError(issue)
  }
  return new Refusal('invalid', { fields })
}

/**
 * Reads one form in several ways, and says at once all that is wrong with it.
 * @throws Refusal `invalid`, with the errors of every reading
 */
export function together(...readings: (() => unknown)[]): void {
  const fields: FieldErrors = {}
  for (const read of readings) {
    try {
      read()
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'invalid') throw error
      Object.assign(fields, error.fields)
    }
  }
  if (Object.keys(fields).length > 0) throw new Refusal('invalid', { fields })
}
