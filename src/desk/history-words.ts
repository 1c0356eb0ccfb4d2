import type { SealedEntry, Value } from '../domain/ledger.ts'
import { has, type Member } from '../domain/member.ts'
import { type Shape, story } from '../domain/story.ts'
import { type Difference, differenceBetween } from './comparing.ts'
import type { Desk } from './open.ts'
import { wordDifference } from './word-difference.ts'

/** One field of a decision: what it was, what it is, and how the words changed where that can be told. */
export type ToldChange = {
  field: string
  shape: Shape
  before: Value
  after: Value
  runs: Difference | null
}

/** Texts as short as this are compared at once; longer ones on a thread, within its limits. */
const SHORT = 400

/**
 * How words changed. Once two of them took too much to compare, the page compares no more.
 * @returns null where that is not told
 */
export function differing(desk: Desk) {
  let isTooMuch = false
  return async (before: string, after: string): Promise<Difference | null> => {
    if (before.length + after.length <= SHORT) return wordDifference(before, after)
    if (isTooMuch) return null
    const found = await differenceBetween(desk, before, after)
    isTooMuch = found === null
    return found
  }
}
export type Differ = ReturnType<typeof differing>

/** The texts of two versions of an article, where there are two. */
async function textsOf(
  { store }: Desk,
  before: Value,
  after: Value,
): Promise<[string, string] | null> {
  if (typeof before !== 'string' || typeof after !== 'string') return null
  const [was, is] = await Promise.all([before, after].map((id) => store.articles.version(id)))
  return was && is ? [was.body, is.body] : null
}

/** Words of a review: a viewer reads none of them. */
const ofReview = new Set(['verdict.findingsWord', 'reading.rationale', 'reading.adjudication'])

const isNothing = (value: Value): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0)

/** The fields that two states differ in, as they are told, in their order. */
export async function toldChanges(
  desk: Desk,
  member: Member,
  { kind, change }: Pick<SealedEntry, 'kind' | 'change'>,
  differ: Differ,
): Promise<ToldChange[]> {
  const told: ToldChange[] = []
  for (const [field, shape] of Object.entries(story[kind])) {
    const [before, after] = change[field] ?? []
    if (before === undefined || after === undefined) continue
    if (isNothing(before) && isNothing(after)) continue
    if (!has(member, 'checker') && ofReview.has(`${kind}.${field}`)) continue
    const texts =
      shape === 'version'
        ? await textsOf(desk, before, after)
        : shape === 'words' && before && after
          ? ([String(before), String(after)] as const)
          : null
    const runs = texts && (await differ(...texts))
    told.push({ field, shape, before, after, runs })
  }
  return told
}
