import { demand, type Member } from '../domain/member.ts'
import { makeToken, memberBy, revokeToken, TOKEN_PREFIX } from '../domain/token.ts'
import { actOf, known, once } from './deciding.ts'
import type { Desk } from './open.ts'
import { digest, newToken } from './secrets.ts'

/** How exactly a token says when it was last used; not every request is worth a write. */
const USED_MINUTES = 10

/**
 * Makes a token for oneself.
 * @returns the token, which is kept nowhere; null where the form came a second time
 * @throws Refusal as `makeToken` does
 */
export async function createToken(
  desk: Desk,
  member: Member,
  id: string,
  input: unknown,
): Promise<string | null> {
  const token = TOKEN_PREFIX + newToken()
  let made = false
  await once(
    () => desk.store.tokens.find(id),
    async () => {
      const act = actOf(desk, member)
      const there = (await desk.store.tokens.of(member.id, act.at)).length
      const { change, name } = makeToken({ id, hash: digest(token), there }, input, act)
      await desk.store.save([change], { tokenNote: { token: id, name, madeAt: act.at } })
      made = true
    },
  )
  return made ? token : null
}

/** Somebody's tokens that are in use: one's own, or for an admin anybody's. @throws Refusal `forbidden` */
export async function listTokens({ store, now }: Desk, member: Member, person = member.id) {
  if (person !== member.id) demand(member, 'admin')
  return store.tokens.of(person, now())
}

/** Ends a token; one that has ended stays so. @throws Refusal `not_found`; `conflict` */
export async function endToken(desk: Desk, member: Member, id: string): Promise<void> {
  const token = known(await desk.store.tokens.find(id))
  const change = revokeToken(token, actOf(desk, member))
  const ended = async () => (await desk.store.tokens.find(id))?.revokedAt ?? null
  await once(ended, () => desk.store.save([change]))
}

/** Whom a token lets in, and as whom it acts; null where it lets nobody in. */
export async function whoHolds({ store, now }: Desk, token: string) {
  const at = now()
  const found = await store.tokens.holder(digest(token), at)
  if (!found) return null
  const stale = new Date(Date.parse(at) - USED_MINUTES * 60_000).toISOString()
  if ((found.usedAt ?? '') < stale) await store.tokens.used(found.token.id, at)
  const { id, role, admin } = found.person
  const person = { id, name: found.name, role, admin }
  return { token: found.token, person, viewer: memberBy(person, found.token) }
}
