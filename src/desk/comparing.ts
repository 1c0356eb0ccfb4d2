import { Refusal } from '../domain/refusal.ts'
import type { Desk } from './open.ts'
import type { LeftOut } from './text-difference.ts'
import type { Run } from './word-difference.ts'

/** What two texts differ in, word by word, long runs that are the same left out. */
export type Difference = (Run | LeftOut)[]

/** What comparing gives; null where two texts take too much to compare: a page shows all else. */
export async function unlessTooHeavy<T>(comparing: Promise<T>): Promise<T | null> {
  try {
    return await comparing
  } catch (error) {
    if (error instanceof Refusal && error.code === 'unreadable') return null
    throw error
  }
}

/** How two texts differ; null where that takes too much to find out. */
export const differenceBetween = ({ heavy }: Desk, before: string, after: string) =>
  unlessTooHeavy<Difference>(
    heavy
      .run({ read: 'difference', before, after })
      .then((stream) => new Response(stream).text())
      .then((text) => JSON.parse(text)),
  )
