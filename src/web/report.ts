import { Hono } from 'hono'
import type { Frame, Typed } from '../../views/frame.ts'
import { reportPage, TRAP, thanksPage } from '../../views/public/report.ts'
import { receiveLetter, verdictTold } from '../desk/letters.ts'
import type { Refusal } from '../domain/refusal.ts'
import { clientOf } from './client.ts'
import type { Env, Page } from './env.ts'
import { statusOf } from './errors.ts'
import { carriedOut, newIdOf, oneOf, readForm } from './form.ts'
import { saidOf } from './frame.ts'
import { answerKept, publicFrame, publicly } from './public.ts'

export const reportRoutes = new Hono<Env>()

const THANKS = '/report/thanks'

/** Why a letter was not taken, where none of its fields is to blame. */
function whyNot(frame: Frame, refusal: Refusal | undefined): string | null {
  if (refusal?.code === 'conflict') return frame.t('report.sent')
  if (refusal?.code !== 'throttled') return saidOf(frame, refusal)
  return frame.t('report.busy', { hours: Math.ceil(Number(refusal.values.minutes) / 60) })
}

/** The form, also after it was refused. `verdict`: what is said to be wrong, as the address names it. */
async function form(
  c: Page,
  verdict: string,
  sent?: { id: string; refusal: Refusal; typed: Typed },
) {
  const frame = await publicFrame(c)
  const about = verdict ? { verdict, told: await verdictTold(c.get('desk'), verdict) } : null
  const { refusal, typed } = sent ?? {}
  const problem = whyNot(frame, refusal)
  // What was sent before with other words is a letter of its own from here on.
  const newId = sent && refusal?.code !== 'conflict' ? sent.id : c.get('desk').newId()
  return reportPage(frame, { newId, about, typed, errors: refusal?.fields, problem })
}

reportRoutes.get('/report', publicly, async (c) =>
  c.html(await form(c, c.req.query('verdict') ?? '')),
)

reportRoutes.post('/report', publicly, async (c) => {
  const sent = await readForm(c)
  const { fields: typed } = sent
  const about = oneOf(typed.verdict) || null
  const id = newIdOf(sent)
  // A program that filled in what nobody sees is thanked, and nothing is kept.
  if (oneOf(typed[TRAP])) return c.redirect(THANKS, 303)
  const carryOut = () => receiveLetter(c.get('desk'), clientOf(c), { id, about }, typed)
  const refusal = await carriedOut(c, carryOut)
  if (!refusal) return c.redirect(THANKS, 303)
  return c.html(await form(c, about ?? '', { id, refusal, typed }), statusOf[refusal.code])
})

reportRoutes.get(THANKS, publicly, async (c) =>
  answerKept(c, thanksPage(await publicFrame(c)), null),
)
