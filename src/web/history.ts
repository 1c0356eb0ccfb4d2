import { Hono } from 'hono'
import type { Typed } from '../../views/frame.ts'
import { comparePage } from '../../views/history/compare.ts'
import { historyPage } from '../../views/history/page.ts'
import { folders, type Storied } from '../../views/history/props.ts'
import { findStoried, readHistory } from '../desk/history.ts'
import { compareVersions, restoreVersion } from '../desk/versions.ts'
import { demand } from '../domain/member.ts'
import { Refusal } from '../domain/refusal.ts'
import { readAsked } from '../domain/story.ts'
import type { Env, Page } from './env.ts'
import { answer, idOf, leadsBack, oneOf, readForm, revisionOf } from './form.ts'
import { frameOf, memberOf, saidOf } from './frame.ts'

export const historyRoutes = new Hono<Env>()

/** Two revisions out of an address, the older one first. @throws Refusal `not_found` where they are none */
function pairOf(c: Page): { a: number; b: number } {
  const [a = 0, b = 0] = [c.req.query('a'), c.req.query('b')]
    .map((text) => (/^[1-9]\d{0,8}$/.test(text ?? '') ? Number(text) : 0))
    .sort((one, other) => one - other)
  if (a === 0) throw new Refusal('not_found')
  return { a, b }
}

type Compared = { at: { a: number; b: number }; refusal?: Refusal; typed?: Typed }

async function compared(c: Page, of: Storied, { at, refusal, typed }: Compared) {
  const desk = c.get('desk')
  const read = await compareVersions(desk, memberOf(c), { of, id: idOf(c) }, at)
  const frame = await frameOf(c)
  const stale = refusal?.code === 'conflict' ? frame.t('claim.moved_on') : null
  const problem = stale ?? saidOf(frame, refusal)
  return comparePage(frame, { ...read, typed, errors: refusal?.fields, problem })
}

/** The page again, with the version that was to be restored beside what there is. */
async function again(c: Page, of: Storied, refusal: Refusal, typed: Typed) {
  const { subject } = await compareTarget(c, of)
  const wanted = Number(oneOf(typed.restore))
  const there = Number.isInteger(wanted) && wanted > 0 && wanted <= subject.revision
  const a = there ? wanted : subject.revision
  return compared(c, of, { at: { a, b: subject.revision }, refusal, typed })
}

const compareTarget = (c: Page, of: Storied) => findStoried(c.get('desk'), memberOf(c), of, idOf(c))

/** The pages of one kind of thing that has a history. */
function tells(of: Storied): void {
  const path = `/${folders[of]}/:id/history`
  historyRoutes.get(path, async (c) => {
    const member = memberOf(c)
    demand(member, 'viewer')
    const asked = readAsked(c.req.query())
    const read = await readHistory(c.get('desk'), member, { of, id: idOf(c) }, asked)
    return c.html(historyPage(await frameOf(c), { ...read, asked }))
  })

  historyRoutes.get(`${path}/compare`, async (c) => {
    demand(memberOf(c), 'viewer')
    return c.html(await compared(c, of, { at: pairOf(c) }))
  })

  leadsBack(historyRoutes, `${path}/restoration`, (id) => `/${folders[of]}/${id}/history`)
  historyRoutes.post(`${path}/restoration`, async (c) => {
    const member = memberOf(c)
    demand(member, 'checker')
    const form = await readForm(c)
    const id = idOf(c)
    const read = { id, revision: revisionOf(form) }
    return answer(
      c,
      () => restoreVersion(c.get('desk'), member, of, read, form.fields),
      { to: `/${folders[of]}/${id}/history`, notice: 'notice.restored_version' },
      (refusal) => again(c, of, refusal, form.fields),
    )
  })
}

for (const one of ['claim', 'article', 'evidence', 'verdict'] as const) tells(one)
