import { Hono } from 'hono'
import type { Frame, Typed } from '../../views/frame.ts'
import { reportPage, TRAP, thanksPage } from '../../views/report.ts'
import { claimTold, receiveLetter } from '../desk/letters.ts'
import type { Refusal } from '../domain/refusal.ts'
import { clientOf } from './client.ts'
import type { Env, Page } from './env.ts'
import { statusOf } from './errors.ts'
import { carriedOut, newIdOf, oneOf, readForm } from './form.ts'
import { frameOf, saidOf } from './frame.ts'

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
  const desk = c.get('desk')
  const about = verdict ? { verdict, claim: await claimTold(desk, verdict) } : null
  const frame = await frameOf(c)
  const { refusal, typed } = sent ?? {}
  const problem = whyNot(frame, refusal)
  // What was sent before with other words is a letter of its own from here on.
  const newId = sent && refusal?.code !== 'conflict' ? sent.id : desk.newId()
  return reportPage(frame, { newId, about, typed, errors: refusal?.fields, problem })
}

reportRoutes.get('/report', async (c) => c.html(await form(c, c.req.query('verdict') ?? '')))

reportRoutes.post('/report', async (c) => {
  const sent = await readForm(c)
  const { fields } = sent
  const about = oneOf(fields.verdict) || null
  const letter = { id: newIdOf(sent), about }
  // A program that filled in what nobody sees is thanked, and nothing is kept.
  if (oneOf(fields[TRAP])) return c.redirect(THANKS, 303)
  const refusal = await carriedOut(c, () =>
    receiveLetter(c.get('desk'), clientOf(c), letter, fields),
  )
  if (!refusal) return c.redirect(THANKS, 303)
  return c.html(
    await form(c, about ?? '', { id: letter.id, refusal, typed: fields }),
    statusOf[refusal.code],
  )
})

reportRoutes.get(THANKS, async (c) => c.html(thanksPage(await frameOf(c))))
