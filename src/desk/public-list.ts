import type { Desk } from './open.ts'
import { searchTold, type ToldAsked, type ToldList } from './public-search.ts'

/**
 * A page of what is published, newest first. What is searched for is looked for off the main thread, where
 * nobody waits who works on the desk.
 */
export async function listTold(
  { store, heavy }: Pick<Desk, 'store' | 'heavy'>,
  asked: ToldAsked,
): Promise<ToldList> {
  if (!asked.q) return searchTold(store, asked)
  return JSON.parse(await new Response(await heavy.run({ read: 'told', ...asked })).text())
}
