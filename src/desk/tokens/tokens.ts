import type { Change } from '../../domain/ledger.ts'
import { type Act, demand, type Member } from '../../domain/member.ts'
import { Refusal } from '../../domain/refusal.ts'
import { makeToken, memberBy, revokeToken, TOKEN_PREFIX, type Token } from '../../domain/token.ts'
import { actOf, demandRevision, known, once } from '../deciding.ts'
import type { Desk } from '../open.ts'
import { digest, newToken } from '../secrets.ts'

/** How exactly a token says when it was last used; not every request is worth a write. */
const USED_MINUTES = 10

/**
 * Makes a token.
 * @param person for whom: oneself; from a terminal, anybody who works here
 * @returns the token, which is kept nowhere; null where the form came a second time
 * @throws Refusal `not_found` for somebody whose account is closed; as `makeToken` does
 */
export async function createToken(
  desk: Desk,
  member: Member,
  person: string,
  id: string,
  input: unknown,
): Promise<string | null> {
  const { tokens, people } = desk.store
  const token = TOKEN_PREFIX + newToken()
  let made = false
  await once(
    () => tokens.find(id),
    async () => {
      const act = actOf(desk, member)
      const holder = known(await people.find(person))
      if (holder.deactivatedAt) throw new Refusal('not_found')
      const there = (await tokens.of(person, act.at)).length
      const { change, name } = makeToken(
        { id, hash: digest(token), person: holder, there },
        input,
        act,
      )
      // Whoever leaves meanwhile leaves no token behind.
      const guards = [{ kind: 'person' as const, subject: holder }]
      await desk.store.save([change], {
        tokenNote: { token: id, name, madeAt: act.at },
        guards,
      })
      made = true
    },
  )
  return made ? token : null
}

/** Somebody's tokens that are in use: one's own, or for an admin anybody's. @throws Refusal `forbidden` */
export async function listTokens({ store, now }: Desk, member: Member, person: string) {
  if (person !== member.id) demand(member, 'admin')
  return store.tokens.of(person, now())
}

/**
 * Ends a token; one that has ended stays so.
 * @param read its revision need not be known: from a page, or a terminal, it is ended as it stands
 * @returns how it stands now
 * @throws Refusal `not_found`; `conflict`
 */
export async function endToken(
  desk: Desk,
  member: Member,
  { id, revision }: { id: string; revision?: number },
): Promise<Token> {
  const token = known(await desk.store.tokens.find(id))
  const change = revokeToken(token, actOf(desk, member))
  const ended = async () => (await desk.store.tokens.find(id))?.revokedAt ?? null
  await once(ended, async () => {
    if (revision !== undefined) demandRevision(token, revision)
    await desk.store.save([change])
  })
  return known(await desk.store.tokens.find(id))
}

/** The decisions that end all of somebody's tokens, as their account ends. */
export async function endingAll({ store }: Desk, person: string, act: Act): Promise<Change[]> {
  const there = await store.tokens.of(person, act.at)
  return there.map(({ token }) => revokeToken(token, act))
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
