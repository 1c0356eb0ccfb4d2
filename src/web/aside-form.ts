import type { Chosen } from '../../views/article/place.ts'
import type { AsideFormProps } from '../../views/article.ts'
import type { Typed } from '../../views/frame.ts'
import type { Desk } from '../desk/open.ts'
import type { openArticle } from '../desk/reader.ts'
import { id } from '../domain/parse.ts'
import type { Refusal } from '../domain/refusal.ts'
import { oneOf } from './form.ts'

type Shown = Awaited<ReturnType<typeof openArticle>> & {
  claim: null
  covering: boolean
  choice: Chosen | null
  /** Whether what is chosen is to be set aside. */
  asks: boolean
  /** The form that is shown again, if it is. */
  again: { typed?: Typed; refusal?: Refusal }
}

/** The form that sets aside what is chosen; where nothing is, and coverage shows, all that is left. */
export function asideOn(desk: Desk, shown: Shown): AsideFormProps | null {
  const { choice, asks, covering, coverage, again } = shown
  const all = choice === null
  if (all ? !covering : !asks) return null
  const looks = coverage.looks.slice(...(choice ? [choice.from - 1, choice.to] : []))
  const left = looks.filter(({ state }) => state === 'left').length
  // A sentence that was looked at can still be claimed.
  if (!all && left === 0 && !again.refusal) return null
  // What was said of a sentence that is none is not said of all of them.
  const { typed, refusal } = all && asks ? {} : again
  const sent = id.safeParse(oneOf(typed?.newId)).data
  const newId = (refusal?.code !== 'conflict' && sent) || desk.newId()
  return { ...shown, newId, left, all, typed, errors: refusal?.fields }
}
