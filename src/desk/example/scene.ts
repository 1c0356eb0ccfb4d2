import type { Member } from '../../domain/member.ts'
import { takeFromArticle } from '../appearances.ts'
import { findArticle } from '../articles.ts'
import { describeClaimant } from '../claimants.ts'
import { known } from '../deciding.ts'
import type { Desk } from '../open.ts'
import type { ArticleKey } from './articles.ts'
import type { Cast } from './people.ts'
import type { Appearing, Words } from './shapes.ts'

/** Where a life is played: the desk in the past, who is there, and what has been made so far. */
export type Scene = {
  desk: Desk
  cast: Cast
  articles: Record<ArticleKey, string>
  /** The claims' ids, by key. */
  claims: Map<string, string>
  /** The present day of the desk: due dates count from it. */
  today: string
}

/** The language that the desk of the example writes in. */
export const language = 'it'

/** Where the words stand in the article, in code points. They must stand there once. */
export async function placeOf({ desk, articles }: Scene, { article, words }: Appearing) {
  const { id, version } = await findArticle(desk, articles[article])
  const { body } = known(await desk.store.articles.version(version))
  const at = body.indexOf(words)
  if (at === -1 || body.includes(words, at + 1)) {
    throw new Error(`The example's ${article} article does not say this once: ${words}`)
  }
  const start = Array.from(body.slice(0, at)).length
  return { article: id, version, start, end: start + Array.from(words).length }
}

/** Who claims it there, through whom, and when: as a form says it. */
export const claimed = ({ claimant, chain = [], claimedOn, claimedOnReason }: Appearing) => ({
  claimantKind: typeof claimant === 'string' ? claimant : 'named',
  claimant: typeof claimant === 'string' ? '' : claimant.name,
  attribution: chain.join('\n'),
  claimedOn,
  claimedOnReason,
})

/** Who a claimant is, once they are named on the desk. */
async function introduce({ desk }: Scene, member: Member, id: string, { claimant }: Appearing) {
  if (typeof claimant === 'string') return
  const [appearance] = await desk.store.claims.appearances([id])
  const record = known(await desk.store.claimants.find(appearance?.claimantId ?? ''))
  const { name, role, sameAs = '' } = claimant
  await describeClaimant(desk, member, record, { name, role, sameAs })
}

/** Takes the claim from its article, and says who the claimant is. */
export async function open(scene: Scene, member: Member, id: string, words: Words, at: Appearing) {
  const { desk } = scene
  const place = await placeOf(scene, at)
  const input = { ...words, language, ...claimed(at) }
  await takeFromArticle(desk, member, place, { id, appearanceId: desk.newId(), input })
  await introduce(scene, member, id, at)
}
