import { Hono } from 'hono'
import { tokenMadePage, tokensPage } from '../../../views/api/tokens.ts'
import type { Typed } from '../../../views/frame.ts'
import { refusalMessage } from '../../../views/parts.ts'
import { createToken, endToken, listTokens } from '../../desk/tokens/tokens.ts'
import { demand } from '../../domain/member.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Env, Page } from '../env.ts'
import { idOf, newIdOf, oneOf, readForm } from '../form.ts'
import { done, frameOf, memberOf } from '../frame.ts'

/** The pages on which people make tokens for their programs. */
export const tokenRoutes = new Hono<Env>()

async function tokens(c: Page, refused?: { refusal: Refusal; typed: Typed }) {
  const [desk, member] = [c.get('desk'), memberOf(c)]
  const frame = await frameOf(c)
  const there = await listTokens(desk, member, member.id)
  const refusal = refused?.refusal
  const problem = refusal && refusal.code !== 'invalid'
  return tokensPage(frame, {
    tokens: there,
    newId: desk.newId(),
    typed: refused?.typed,
    errors: refusal?.fields,
    problem: problem ? refusalMessage(frame, refusal.code, refusal.values) : null,
  })
}

tokenRoutes.get('/me/tokens', async (c) => {
  demand(memberOf(c), 'viewer')
  return c.html(await tokens(c))
})

tokenRoutes.post('/me/tokens', async (c) => {
  const [desk, member] = [c.get('desk'), memberOf(c)]
  const form = await readForm(c)
  const { fields: typed } = form
  try {
    const token = await createToken(desk, member, member.id, newIdOf(form), typed)
    if (!token) return done(c, '/me/tokens', 'notice.unchanged')
    return c.html(tokenMadePage(await frameOf(c), { name: oneOf(typed.name).trim(), token }))
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'invalid') throw error
    return c.html(await tokens(c, { refusal: error, typed }), 422)
  }
})

tokenRoutes.get('/me/tokens/:id/revocation', (c) => c.redirect('/me/tokens', 303))
tokenRoutes.post('/me/tokens/:id/revocation', async (c) => {
  await endToken(c.get('desk'), memberOf(c), { id: idOf(c) })
  return done(c, '/me/tokens', 'notice.token_revoked')
})

tokenRoutes.post('/people/:id/tokens/:token/revocation', async (c) => {
  demand(memberOf(c), 'admin')
  await endToken(c.get('desk'), memberOf(c), { id: idOf(c, 'token') })
  return done(c, `/people/${idOf(c)}`, 'notice.token_revoked')
})
