import { filters, placeText, type Queue, type QueuePlace, sortOf } from '../../src/domain/queue.ts'

/** What a queue asks for, by its names in an address; what is left open is left out. */
export function queueFields(queue: Queue): [name: string, value: string][] {
  const { stage, who, sort } = queue
  const usual = sort === sortOf({ stage, sort: null })
  const all: [string, string | null][] = [
    ['stage', stage],
    ['who', who === 'all' ? null : who],
    ...filters.map((name): [string, string | null] => [name, queue[name]]),
    ['sort', usual ? null : sort],
  ]
  return all.flatMap(([name, value]) => (value ? [[name, value]] : []))
}

/**
 * The address of a queue. A link that changes what is asked for leads to its first page.
 * @param change what is asked for otherwise than in `queue`
 * @param after the row that the page begins after
 */
export function queueAddress(
  queue: Queue,
  change: Partial<Queue> = {},
  after: QueuePlace | null = null,
): string {
  const query = new URLSearchParams(queueFields({ ...queue, ...change }))
  if (after) query.set('after', placeText(after))
  return query.size > 0 ? `/claims?${query}` : '/claims'
}
