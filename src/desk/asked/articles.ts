import { known } from '../deciding.ts'
import type { Desk } from '../open.ts'
import { openArticle } from '../reader.ts'

/** Every version of an article, oldest first. @throws Refusal `not_found` */
export async function versionsOf({ store }: Desk, id: string) {
  known(await store.articles.find(id))
  return store.articles.versions(id)
}

/** A version of an article with its text. @throws Refusal `not_found`, also for another article's */
export async function textOfVersion(desk: Desk, id: string, version: string) {
  const opened = await openArticle(desk, id, version)
  return known(opened.version.id === version ? opened : null)
}

/** What was taken from an article, and what was set aside in it. @throws Refusal `not_found` */
export async function takenFrom({ store }: Desk, id: string) {
  known(await store.articles.find(id))
  const [appearances, asides] = await Promise.all([
    store.claims.appearancesIn(id),
    store.asides.standingIn(id),
  ])
  return { appearances, asides }
}
