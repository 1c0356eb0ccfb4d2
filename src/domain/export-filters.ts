import { z } from 'zod'
import type { Appearance } from './appearance.ts'
import { type Claim, topic } from './claim.ts'
import { isoOrder, isPartialDate } from './dates.ts'
import { id, language, needed, parse } from './parse.ts'
import { type FieldCode, Refusal } from './refusal.ts'

/** How a version can stand; `under_correction` asks for those published ones that are marked so. */
export const toldStatuses = ['published', 'superseded', 'withdrawn', 'under_correction'] as const

/** Claimants that have no record: the outlets in their own voice, and whoever is not known. */
export const unnamedClaimants = ['outlet', 'unknown'] as const

const code = (name: FieldCode): string => name

/** How many values one filter takes. */
const MANY = 50

/** Any number of values, each once. A blank one is refused: it must not give out everything. */
const anyOf = <T>(one: z.ZodType<T>, max = MANY) =>
  z
    .preprocess((value) => [value ?? []].flat(), z.array(one).max(max))
    .transform((values) => [...new Set(values)])

const day = needed(10)
  .transform(isoOrder)
  .refine((text) => text.length === 10 && isPartialDate(text), code('no_day'))
const aDay = anyOf(day, 1).transform(([first]) => first ?? null)

const filters = z.object({
  rating: anyOf(needed(60)),
  topic: anyOf(needed(100).pipe(topic)),
  language: anyOf(language),
  article: anyOf(id),
  claimant: anyOf(z.enum(unnamedClaimants).or(id)),
  status: anyOf(z.enum(toldStatuses, code('not_here'))),
  from: aDay,
  until: aDay,
})

const inOrder = filters.refine(({ from, until }) => !from || !until || from <= until, {
  path: ['until'],
  message: code('before_from'),
})

/**
 * Which verdict versions an export holds. Several values of one filter ask for any of them, different
 * filters for all of them; `from` and `until` are days in UTC, both included.
 */
export type ExportFilters = z.output<typeof filters>

const isFilter = (name: string): name is keyof ExportFilters => Object.hasOwn(filters.shape, name)

/** What the filters are called: in an address, on the command line, and in the document. */
export const filterNames = Object.keys(filters.shape).filter(isFilter)

/** Filters as they were asked for: texts, by name. */
export type Asked = Partial<Record<string, string | string[]>>

/**
 * Reads filters, wherever they were asked for.
 * @throws Refusal `invalid` on each that is wrong, also for a name that no filter has: a slip must not
 *   give out more than was asked for
 */
export function readFilters(asked: Asked): ExportFilters {
  const strange = Object.keys(asked).filter((name) => !isFilter(name))
  if (strange.length === 0) return parse(inOrder, asked)
  const fields = strange.map((name) => [name, { code: 'no_filter' as const }])
  throw new Refusal('invalid', { fields: Object.fromEntries(fields) })
}

/** What filters ask of a claim, and of where it appears; the others ask of the version itself. */
const ofClaim = {
  topic: [],
  language: [],
  article: [],
  claimant: [],
} satisfies Partial<ExportFilters>

/** The same, asking nothing of the claim. */
export const ofVersion = (filters: ExportFilters): ExportFilters => ({ ...filters, ...ofClaim })

/** Whether filters ask anything of the claim. */
export const asksOfClaim = ({ topic, language, article, claimant }: ExportFilters): boolean =>
  [topic, language, article, claimant].some(({ length }) => length > 0)

/** What filters ask of a version, as the public was told of it. */
export type ToldVersion = {
  rating: { id: string }
  status: string
  publishedAt: string
  underCorrectionSince: string | null
}

/** Whether a version is what filters ask for, whatever they ask of its claim. */
export function versionPasses(
  { rating, status, from, until }: ExportFilters,
  told: ToldVersion,
): boolean {
  const day = told.publishedAt.slice(0, 10)
  const marked = told.status === 'published' && told.underCorrectionSince !== null
  const stands = status.some((one) => (one === 'under_correction' ? marked : one === told.status))
  return (
    (rating.length === 0 || rating.includes(told.rating.id)) &&
    (!from || day >= from) &&
    (!until || day <= until) &&
    (status.length === 0 || stands)
  )
}

/** Whether a claim is what filters ask for, with its appearances as they stand with it. */
export function passes(
  { topic, language, article, claimant }: ExportFilters,
  claim: Pick<Claim, 'topics' | 'language'>,
  appearances: Pick<Appearance, 'article' | 'claimantKind' | 'claimantId'>[],
): boolean {
  const isAny = (asked: readonly string[], ...there: (string | null)[]) =>
    asked.length === 0 || there.some((one) => one !== null && asked.includes(one))
  if (!isAny(topic, ...(claim.topics ?? [])) || !isAny(language, claim.language)) return false
  if (article.length + claimant.length === 0) return true
  // Article and claimant together ask for one appearance.
  return appearances.some(
    (one) => isAny(article, one.article) && isAny(claimant, one.claimantId, one.claimantKind),
  )
}

/** The filters that ask for something, as `name=value`, one value each. */
export const pairsOf = (filters: ExportFilters): [name: string, value: string][] =>
  filterNames.flatMap((name) =>
    [filters[name] ?? []].flat().map((value): [string, string] => [name, value]),
  )

/** The filters that ask for something, as the document names them. */
export const askedOf = (filters: ExportFilters): Record<string, string | string[]> =>
  Object.fromEntries(
    filterNames.flatMap((name) => {
      const asked = filters[name]
      return asked?.length ? [[name, asked]] : []
    }),
  )
