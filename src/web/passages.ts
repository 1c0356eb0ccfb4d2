import { Hono } from 'hono'
import { passagePage } from '../../views/evidence/passage.ts'
import type { Typed } from '../../views/frame.ts'
import { fieldMessage } from '../../views/parts.ts'
import { findEvidence } from '../desk/evidence.ts'
import { openPassage, quoteFromText } from '../desk/passages.ts'
import { demand, has } from '../domain/member.ts'
import { passageAt } from '../domain/passage.ts'
import type { Refusal } from '../domain/refusal.ts'
import { choiceIn, type Place, placeAsked, placeIn, wrongWith } from './choosing.ts'
import type { Env, Page } from './env.ts'
import { answer, idOf, noticeOf, readForm, revisionOf } from './form.ts'
import { frameOf, memberOf, saidOf } from './frame.ts'

export const passageRoutes = new Hono<Env>()

/** A form that is shown again: what was typed, and why it was refused. */
type Again = { typed: Typed; refusal: Refusal }

/** The text that was kept of a source; where something is chosen in it, the form for that beside it. */
async function passage(c: Page, asked: Place, again?: Again) {
  const { text, ...opened } = await openPassage(c.get('desk'), idOf(c))
  const frame = await frameOf(c)
  const choice = choiceIn(opened.sentences, asked)
  const wrong = wrongWith(choice, asked)
  const shown = choice && text !== null ? passageAt(text, choice) : null
  const quoting = choice || again ? { choice, passage: shown } : null
  const misplaced = wrong && !quoting ? fieldMessage(frame, wrong) : null
  const isLate = again?.refusal.code === 'conflict'
  const refused = isLate ? frame.t('quoting.again') : saidOf(frame, again?.refusal)
  return passagePage(frame, {
    ...opened,
    quoting,
    mayWrite: has(memberOf(c), 'checker'),
    problem: misplaced ?? refused,
    typed: again?.typed,
    errors: { ...(wrong && quoting && { excerpt: wrong }), ...again?.refusal.fields },
  })
}

passageRoutes.get('/evidence/:id/passage', async (c) => {
  demand(memberOf(c), 'viewer')
  return c.html(await passage(c, placeAsked(c.req.query())))
})

passageRoutes.post('/evidence/:id/passage', async (c) => {
  const desk = c.get('desk')
  const member = memberOf(c)
  demand(member, 'checker')
  const form = await readForm(c)
  const id = idOf(c)
  const { evidence, claim } = await findEvidence(desk, id)
  const asked = placeAsked(form.fields)
  const at = { ...placeIn(asked), input: form.fields }
  return answer(
    c,
    () => quoteFromText(desk, member, { id, revision: revisionOf(form) }, at),
    {
      to: `/claims/${claim.id}#evidence-${evidence.number}`,
      notice: noticeOf(claim, 'notice.quote'),
    },
    (refusal) => passage(c, asked, { typed: form.fields, refusal }),
  )
})
