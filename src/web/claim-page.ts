import { type ClaimForm, claimPage } from '../../views/claim/page.ts'
import type { Typed } from '../../views/frame.ts'
import { queueAddress } from '../../views/queue/address.ts'
import { readClaim } from '../desk/reading.ts'
import { lettersOn } from '../desk/tips.ts'
import { senses } from '../domain/linking.ts'
import { has } from '../domain/member.ts'
import { id as uuid } from '../domain/parse.ts'
import { readQueue } from '../domain/queue.ts'
import type { Refusal } from '../domain/refusal.ts'
import { evidenceBegun } from '../domain/ruling.ts'
import { listPlaceText, readListPlace } from '../domain/search-place.ts'
import type { Page } from './env.ts'
import { oneOf } from './form.ts'
import { frameOf, memberOf, originOf } from './frame.ts'

/** A form of the page that was refused. */
export type RefusedOn = { form: ClaimForm; refusal: Refusal; typed: Typed }

/** The queue that one came from, as it was asked for there; null where one came from elsewhere. */
function queueBefore(c: Page): string | null {
  const from = c.req.header('referer')
  const page = from && URL.canParse(from) ? new URL(from) : null
  if (page?.origin !== originOf(c) || page.pathname !== '/claims') return null
  const asked = Object.fromEntries(page.searchParams)
  const queue = readQueue(asked)
  const place = readListPlace(queue, asked.after)
  return queueAddress(queue, {}, place && listPlaceText(place))
}

const named = (text?: string): string | null => uuid.safeParse(text).data ?? null

/** What a suggestion leads to: a form of the page, with the other claim in it, or what others found. */
async function begunIn(c: Page) {
  const { duplicateOf, link, sense, ruling } = c.req.query()
  const rated = named(ruling)
  const [found] = rated ? await c.get('desk').store.rulings.lines([rated]) : []
  return {
    evidence: found ? evidenceBegun(found) : null,
    duplicateOf: named(duplicateOf),
    link: named(link),
    sense: senses.find((one) => one === sense) ?? null,
  }
}

/**
 * A claim's page, with a refused form on it where there is one.
 * @param previewed a verdict as it was typed, to be looked at
 */
export async function claimPageOf(c: Page, id: string, refused?: RefusedOn, previewed?: Typed) {
  const desk = c.get('desk')
  const member = memberOf(c)
  const begun = await begunIn(c)
  const chosen = [begun.duplicateOf, begun.link, named(oneOf(refused?.typed.likely))]
  const props = await readClaim(
    desk,
    member,
    id,
    chosen.flatMap((one) => one ?? []),
  )
  const letters = await lettersOn(desk, member, id)
  const ids = {
    verdict: desk.newId(),
    reading: desk.newId(),
    evidence: desk.newId(),
    search: desk.newId(),
    contact: desk.newId(),
    link: desk.newId(),
  }
  return claimPage(await frameOf(c), {
    ...props,
    letters,
    ids,
    queue: queueBefore(c),
    begun,
    mayWrite: has(member, 'checker'),
    ...(previewed && { previewed }),
    ...(refused && {
      refused: {
        form: refused.form,
        typed: refused.typed,
        errors: refused.refusal.fields,
        code: refused.refusal.code,
        values: refused.refusal.values,
      },
    }),
  })
}
