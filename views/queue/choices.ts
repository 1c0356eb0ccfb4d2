import type { Filter } from '../../src/domain/queue.ts'
import { reasons } from '../../src/domain/verdict.ts'
import type { Frame } from '../frame.ts'
import { languageName, ratingLabel } from '../parts.ts'
import type { QueueProps } from './props.ts'

/** In quotation marks, where it has none of its own. */
export function quotedOnce({ lang }: Pick<Frame, 'lang'>, q: string): string {
  if (/["“”«»]/.test(q)) return q
  return lang === 'it' ? `«${q}»` : `“${q}”`
}

type Choice = { value: string; label: string }
export type FilterChoices = Record<Filter, Choice[]>

/** What each filter can be set to, in the reader’s words; what it is set to is among it. */
export function filterChoices(frame: Frame, { queue, choices }: QueueProps): FilterChoices {
  const { t, lang } = frame
  const { compare } = new Intl.Collator(lang)
  const alphabetical = (some: Choice[]) => some.toSorted((a, b) => compare(a.label, b.label))
  const complete = (name: Filter, some: Choice[]): Choice[] => {
    const value = queue[name]
    const isThere = !value || some.some((one) => one.value === value)
    return isThere ? some : [...some, { value, label: t('queue.not_here') }]
  }
  return {
    q: queue.q ? [{ value: queue.q, label: quotedOnce(frame, queue.q) }] : [],
    rating: complete(
      'rating',
      choices.ratings.map((one) => ({ value: one.id, label: ratingLabel(frame, one) })),
    ),
    reason: reasons.map((value) => ({ value, label: t(`reason.${value}`) })),
    language: alphabetical(
      choices.languages.map((code) => ({ value: code, label: languageName(frame, code) })),
    ),
    topic: alphabetical(choices.topics.map((one) => ({ value: one, label: `#${one}` }))),
    claimant: complete('claimant', [
      { value: 'outlet', label: t('claimant.outlet') },
      { value: 'unknown', label: t('claimant.unknown') },
      ...alphabetical(choices.claimants.map(({ id, name }) => ({ value: id, label: name }))),
    ]),
    article: complete(
      'article',
      choices.articles.map(({ id, title }) => ({ value: id, label: title })),
    ),
  }
}
