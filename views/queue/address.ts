import { filters, type Queue, sortOf } from '../../src/domain/queue.ts'

/** What a queue asks for, by its names in an address; what is left open is left out. */
export function queueFields(queue: Queue): [name: string, value: string][] {
  const { stage, who, sort, q } = queue
  // What is searched for comes best first, where nobody chose an order.
  const usual = !q && sort === sortOf({ stage, sort: null })
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
 * @param after the place that the page begins after
 */
export function queueAddress(
  queue: Queue,
  change: Partial<Queue> = {},
  after: string | null = null,
): string {
  const query = new URLSearchParams(queueFields({ ...queue, ...change }))
  if (after) query.set('after', after)
  return query.size > 0 ? `/claims?${query}` : '/claims'
}
