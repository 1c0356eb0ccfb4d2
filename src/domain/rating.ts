import { z } from 'zod'
import { needed, optional, parse, words } from './parse.ts'
import { type FieldCode, Refusal } from './refusal.ts'

/** The shapes a rating is drawn in; a rating is never colour alone. */
export const shapes = [
  'full',
  'three_quarters',
  'half',
  'quarter',
  'empty',
  'question',
  'slash',
] as const
export type Shape = (typeof shapes)[number]

export const tones = ['green', 'teal', 'amber', 'orange', 'red', 'grey', 'violet'] as const

/** A label on the desk's scale. Its id, a word such as `mostly_true`, is what exports carry. */
export type Rating = {
  id: string
  revision: number
  /** Its place among those with the same number, or without one: higher comes later. */
  position: number
  /** 5 (true) to 1 (false), or null where the label is not a degree of truth. */
  number: number | null
  labelEn: string
  labelIt: string
  /** When it is given, for the public, in a sentence; null where nobody wrote it. */
  meaningEn: string | null
  meaningIt: string | null
  shape: Shape
  tone: (typeof tones)[number]
  retiredAt: string | null
}

export const MAX_MEANING = 300

/** A label by its letters and digits alone: without case, accents and signs. */
export const lettersOf = (label: string): string => {
  const letters = label.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return letters.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
}

const code = (name: FieldCode): string => name
const label = needed(60).refine((text) => lettersOf(text) !== '', code('malformed'))

/** Left out, it stays what it is. */
const meaning = words(MAX_MEANING)
  .transform((text) => text || null)
  .optional()

/** A form sends it as a text, a program as it is. */
const degree = z.int().min(1).max(5).transform(String)

export const ratingInput = z.object({
  labelEn: label,
  labelIt: label,
  meaningEn: meaning,
  meaningIt: meaning,
  number: z
    .union([degree, optional(10)])
    .refine((text) => text === null || /^[1-5]$/.test(text), code('unknown_choice'))
    .transform((text) => text && Number(text))
    .pipe(z.number().nullable()),
  shape: z.enum(shapes),
  tone: z.enum(tones),
})

export const newRatingInput = ratingInput.extend({
  slug: optional(60).refine(
    (text) => text === null || /^[a-z0-9][a-z0-9_]*$/.test(text),
    code('not_a_slug'),
  ),
})

/**
 * A new rating as a form describes it. Its id is the one given (`slug`), else its English label in
 * small letters.
 * @throws Refusal `invalid`
 */
export function readRating(input: unknown) {
  const { slug, meaningEn = null, meaningIt = null, ...read } = parse(newRatingInput, input)
  const letters = lettersOf(read.labelEn)
    .replace(/[^a-z0-9]+/g, '_')
    .slice(0, 60)
  const id = slug ?? letters.replace(/^_|_$/g, '')
  if (!id) throw new Refusal('invalid', { fields: { slug: { code: 'required' } } })
  return { id, ...read, meaningEn, meaningIt }
}

/** As readers meet the scale: from true to false, then what is no degree of truth. */
export const inOrder = (scale: Rating[]): Rating[] =>
  scale.toSorted(
    (a, b) =>
      (b.number ?? 0) - (a.number ?? 0) || a.position - b.position || (a.id < b.id ? -1 : 1),
  )
