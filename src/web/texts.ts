import { Hono } from 'hono'
import type { Typed } from '../../views/frame.ts'
import { begun, ownTexts, textsConflict, textsPage } from '../../views/settings/texts.ts'
import { known } from '../desk/deciding.ts'
import { mergingOf } from '../desk/merging.ts'
import { saveTexts } from '../desk/texts.ts'
import { demand } from '../domain/member.ts'
import type { Refusal } from '../domain/refusal.ts'
import type { Env, Page } from './env.ts'
import { answer, oneOf, readForm, revisionOf } from './form.ts'
import { frameOf, memberOf, saidOf } from './frame.ts'

export const textRoutes = new Hono<Env>()

const TEXTS = '/settings/texts'

const deskOf = async (c: Page) => known(await c.get('desk').store.desks.find())

/** The page after its form was refused. */
async function again(c: Page, refusal: Refusal, typed: Typed) {
  const frame = await frameOf(c)
  const desk = await deskOf(c)
  if (refusal.code === 'conflict') {
    const merging = await mergingOf(c.get('desk'), 'desk', desk, typed.revision)
    return textsConflict(frame, desk, { typed, ...merging })
  }
  const problem = saidOf(frame, refusal)
  return textsPage(frame, { desk, typed, errors: refusal.fields, problem })
}

textRoutes.get(TEXTS, async (c) => {
  demand(memberOf(c), 'admin')
  return c.html(textsPage(await frameOf(c), { desk: await deskOf(c) }))
})

textRoutes.post(TEXTS, async (c) => {
  const member = memberOf(c)
  demand(member, 'admin')
  const form = await readForm(c)
  const revision = revisionOf(form)
  const desk = await deskOf(c)
  const step = oneOf(form.fields.do)
  if (step === 'preview' || step === 'begin') {
    const typed = step === 'begin' ? begun(desk, form.fields) : form.fields
    // Who looks goes on from what they read, whatever a colleague saved meanwhile.
    const read = { ...desk, revision }
    return c.html(textsPage(await frameOf(c), { desk: read, typed, previewed: true }))
  }
  const texts = ownTexts(desk, form.fields)
  return answer(
    c,
    () => saveTexts(c.get('desk'), member, revision, texts),
    { to: TEXTS, notice: 'notice.saved' },
    (refusal) => again(c, refusal, texts),
  )
})
