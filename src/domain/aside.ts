import type { Excerpt } from './excerpt.ts'

/** Why no claim is taken from a sentence. */
const asideReasons = ['no_claim', 'opinion', 'not_checkable', 'out_of_scope', 'other'] as const

/** A sentence that was looked at and from which no claim is taken, in one version of an article. */
export type Aside = Excerpt & {
  id: string
  revision: number
  article: string
  version: string
  reason: (typeof asideReasons)[number]
  words: string | null
  addedAt: string
  /** Since when it is to be looked at again. */
  liftedAt: string | null
}
