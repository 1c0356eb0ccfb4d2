import type { Queue } from '../../domain/queue.ts'
import type { ClaimFilter } from '../../store/queue.ts'
import type { Store } from '../../store/store.ts'
import type { Asked, Field, Group, Hit } from '../../store/words.ts'
import type { Source } from './gather.ts'

/** The lines of a document's words, in their order. */
const lines: Field[] = [
  'statement',
  'conclusion',
  'claimant',
  'title',
  'evidence',
  'rationale',
  'text',
]

const has = (line: string, { any, beginning }: Pick<Group, 'any' | 'beginning'>): boolean =>
  any.some((word) => line.includes(` ${word} `)) ||
  (beginning !== undefined && line.includes(` ${beginning}`))

function fieldOf(stems: string, group: Group): Field | null {
  const at = stems.split('\n').findIndex((line) => has(line, group))
  return lines[at] ?? null
}

/** Whether a document's words are what is asked for. @returns each group's field; null where they are not */
function fieldsIn(stems: string, { all, none = [] }: Asked): (Field | null)[] | null {
  const fields = all.map((group) => fieldOf(stems, group))
  const isOut = none.some(({ any, beginning }) => has(stems, { any: any.flat(), beginning }))
  return isOut || fields.includes(null) ? null : fields
}

/** What the lists of claims can be asked for, newest first. */
export type Narrow = Pick<
  ClaimFilter,
  'stage' | 'holder' | 'rating' | 'reason' | 'language' | 'topic' | 'claimant' | 'article'
>

export const narrowOf = (queue: Queue, member: { id: string }): Narrow => {
  const { stage, who, rating, reason, language, topic, claimant, article } = queue
  const holder = { all: null, mine: member.id, nobody: 'nobody' }[who]
  return { stage, holder, rating, reason, language, topic, claimant, article }
}

export const isNarrow = (narrow: Narrow): boolean => Object.values(narrow).some(Boolean)

async function newest(store: Store, narrow: Narrow, before: string | null, limit: number) {
  if (!isNarrow(narrow)) return store.facts.newest(before, limit)
  const after = before === null ? null : { due: '', since: '', id: before }
  const { claims } = await store.queue.list(narrow, { sort: 'newest', after, limit })
  return claims.map(({ id }) => id)
}

/** Claims under filters, newest first, and of them those that have the words that are asked for. */
export const walked =
  (store: Store, asked: Asked, narrow: Narrow): Source =>
  async (before, limit) => {
    const ids = await newest(store, narrow, before, limit)
    const next = ids.length === limit ? (ids.at(-1) ?? null) : null
    if (asked.all.length + (asked.none ?? []).length === 0) {
      return { hits: ids.map((subject): Hit => ({ subject, number: 0, fields: [] })), next }
    }
    const rows = await store.facts.stems(ids)
    const stems = new Map(rows.map((row) => [row.subject, row.stems]))
    const hits = ids.flatMap((subject): Hit[] => {
      const fields = fieldsIn(stems.get(subject) ?? '', asked)
      return fields ? [{ subject, number: 0, fields }] : []
    })
    return { hits, next }
  }
