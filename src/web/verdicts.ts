import { Hono } from 'hono'
import type { ClaimForm } from '../../views/claim/page.ts'
import type { Typed } from '../../views/frame.ts'
import type { MessageKey } from '../../views/messages.ts'
import { reviewPage } from '../../views/review.ts'
import { verdictConflict } from '../../views/verdict/conflict.ts'
import { savedDraft } from '../../views/verdict/saved.ts'
import type { Read } from '../desk/deciding.ts'
import { countDue } from '../desk/due.ts'
import { mergingOfVerdict } from '../desk/merging.ts'
import type { Desk } from '../desk/open.ts'
import { readClaim } from '../desk/reading.ts'
import { confirmReuse, reuse } from '../desk/reuse.ts'
import { listReviews } from '../desk/reviews.ts'
import { confirm, planNextLook } from '../desk/validity.ts'
import * as verdicts from '../desk/verdicts.ts'
import { dayIn } from '../domain/dates.ts'
import { sketch } from '../domain/drafting.ts'
import { demand, has, type Member, type Role } from '../domain/member.ts'
import { claimPageOf } from './claim-page.ts'
import type { Env, Page } from './env.ts'
import { statusOf } from './errors.ts'
import {
  answer,
  carriedOut,
  type Form,
  idOf,
  leadsBack,
  newIdOf,
  oneOf,
  readForm,
  revisionOf,
} from './form.ts'
import { frameOf, memberOf } from './frame.ts'

export const verdictRoutes = new Hono<Env>()

verdictRoutes.get('/review', async (c) => {
  const member = memberOf(c)
  demand(member, 'viewer')
  const desk = c.get('desk')
  const frame = await frameOf(c)
  const [reviews, due] = await Promise.all([
    listReviews(desk, member),
    has(member, 'checker') ? countDue(desk, dayIn(frame.now, frame.timeZone)) : null,
  ])
  return c.html(reviewPage(frame, { ...reviews, due }))
})

leadsBack(verdictRoutes, '/claims/:id/verdict', (id) => `/claims/${id}`)
verdictRoutes.post('/claims/:id/verdict', async (c) => {
  const desk = c.get('desk')
  const member = memberOf(c)
  demand(member, 'checker')
  const form = await readForm(c)
  const id = idOf(c)
  const wanted = oneOf(form.fields.do)
  if (wanted === 'preview') return c.html(await claimPageOf(c, id, undefined, form.fields))
  const sheet = {
    claim: { id, revision: revisionOf(form) },
    verdictRevision: revisionOf(form, 'verdictRevision'),
    newId: newIdOf(form),
  }
  const proposes = wanted === 'propose'
  const write = proposes ? verdicts.propose : verdicts.saveDraft
  const notice = proposes ? 'notice.propose' : 'notice.draft'
  const carryOut = () => write(desk, member, sheet, form.fields)
  if (wanted === 'autosave' && c.req.header('HX-Request')) {
    return savedItself(c, id, form.fields, carryOut)
  }
  return answer(c, carryOut, { to: `/claims/${id}#verdict`, notice }, async (refusal) => {
    if (refusal.code !== 'conflict') {
      return claimPageOf(c, id, { form: 'verdict', refusal, typed: form.fields })
    }
    const now = await readClaim(desk, member, id)
    const merging = await mergingOfVerdict(desk, now, form.fields)
    const at = { ...now, newId: desk.newId() }
    return verdictConflict(await frameOf(c), at, { typed: form.fields, ...merging })
  })
})

/** What the form of a verdict is told that saved itself while somebody goes on writing in it. */
async function savedItself(c: Page, id: string, typed: Typed, carryOut: () => Promise<unknown>) {
  const refusal = await carriedOut(c, carryOut)
  const draft = await verdicts.readDraft(c.get('desk'), memberOf(c), id)
  const written = sketch(draft.begun, typed)
  const fragment = savedDraft(await frameOf(c), { ...draft, written, refusal })
  return c.html(fragment, refusal ? statusOf[refusal.code] : 200)
}

type Verb = (desk: Desk, member: Member, read: Read, fields: Typed, form: Form) => Promise<unknown>
type Moved = { form: ClaimForm; notice: MessageKey; role: Role; place?: string }

/** The claim that a path names, itself or by one of its verdicts. */
const claimOf = async (c: Page, path: string): Promise<string> =>
  path.startsWith('/claims/') ? idOf(c) : verdicts.claimOfVerdict(c.get('desk'), idOf(c))

/** A form that moves a proposal, or what is public, on. It names the claim, or the verdict. */
function moves(path: string, { form, notice, role, place = 'verdict' }: Moved, verb: Verb): void {
  // As in `leadsBack`: a refused form leaves its address behind.
  verdictRoutes.get(path, async (c) => {
    demand(memberOf(c), 'viewer')
    return c.redirect(`/claims/${await claimOf(c, path)}`, 303)
  })
  verdictRoutes.post(path, async (c) => {
    const desk = c.get('desk')
    const member = memberOf(c)
    demand(member, role)
    const sent = await readForm(c)
    const read = { id: idOf(c), revision: revisionOf(sent) }
    const claim = await claimOf(c, path)
    const to = oneOf(sent.fields.back) === 'due' ? '/due' : `/claims/${claim}#${place}`
    return answer(
      c,
      () => verb(desk, member, read, sent.fields, sent),
      { to, notice },
      (refusal) => claimPageOf(c, claim, { form, refusal, typed: sent.fields }),
    )
  })
}

const checker = 'checker'
const editor = 'editor'
moves(
  '/claims/:id/taking-back',
  { form: 'return', notice: 'notice.take_back', role: checker },
  verdicts.takeBack,
)
moves(
  '/claims/:id/return',
  { form: 'return', notice: 'notice.return', role: checker },
  verdicts.sendBack,
)
moves(
  '/claims/:id/publication',
  { form: 'publication', notice: 'notice.publish', role: editor },
  verdicts.publish,
)
moves(
  '/claims/:id/reopening',
  { form: 'reopening', notice: 'notice.reopen', role: checker },
  verdicts.reopen,
)
moves(
  '/claims/:id/keeping',
  { form: 'keeping', notice: 'notice.keep', role: editor },
  verdicts.keep,
)
moves(
  '/verdicts/:id/withdrawal',
  { form: 'withdrawal', notice: 'notice.withdraw', role: editor },
  verdicts.withdraw,
)
moves(
  '/verdicts/:id/reading',
  { form: 'typo', notice: 'notice.read_typo', role: editor },
  verdicts.readMended,
)
moves(
  '/verdicts/:id/typo',
  { form: 'typo', notice: 'notice.typo', role: editor },
  (desk, member, read, fields, form) =>
    verdicts.mendTypo(desk, member, read, newIdOf(form), fields),
)
moves(
  '/verdicts/:id/recheck',
  { form: 'recheck', notice: 'notice.recheck_planned', role: checker },
  planNextLook,
)
moves(
  '/claims/:id/reuse',
  { form: 'reuse', notice: 'notice.reuse', role: checker },
  (desk, member, claim, { from, verdictRevision }, form) => {
    const read = revisionOf({ fields: { verdictRevision } }, 'verdictRevision')
    return reuse(desk, member, { claim, verdictRevision: read, newId: newIdOf(form) }, oneOf(from))
  },
)
moves(
  '/verdicts/:id/original',
  { form: 'original', notice: 'notice.stand_by', role: checker },
  confirmReuse,
)
moves(
  '/verdicts/:id/confirmation',
  { form: 'confirmation', notice: 'notice.confirm', role: editor, place: 'appearances' },
  (desk, member, read, { appearance }) => confirm(desk, member, read, appearance),
)
