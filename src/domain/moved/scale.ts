import type { Desk } from '../desk.ts'
import { type Change, record } from '../ledger.ts'
import type { Act } from '../member.ts'
import { type Rating, type Shape, shapes, tones } from '../rating.ts'
import type { Decided, Means, Shelf } from './shelf.ts'
import { keep } from './shelf.ts'
import type { ToldRating } from './told.ts'

/** How degrees are drawn; exports do not tell how a rating looks. */
const USUAL: Record<number, [Shape, Rating['tone']]> = {
  5: ['full', 'green'],
  4: ['three_quarters', 'teal'],
  3: ['half', 'amber'],
  2: ['quarter', 'orange'],
  1: ['empty', 'red'],
}

/** A shape in a colour that no other rating of the scale has. */
function lookFor({ number }: ToldRating, others: Rating[]): Pick<Rating, 'shape' | 'tone'> {
  const degree = USUAL[number ?? 0]
  const apart = ['question', 'slash', ...shapes] as const
  const all = [
    ...(degree ? [degree] : []),
    ...['grey', 'violet', ...tones].flatMap((tone) =>
      apart.map((shape) => [shape, tones.find((one) => one === tone) ?? 'grey'] as const),
    ),
  ]
  const isTaken = (shape: Shape, tone: Rating['tone']) =>
    others.some((one) => one.shape === shape && one.tone === tone)
  const [shape, tone] = all.find((look) => !isTaken(...look)) ?? (['question', 'grey'] as const)
  return { shape, tone }
}

/** A rating as it was told, on the scale: what it is called, and where it stands. */
function moveRating(
  scale: Rating[],
  told: ToldRating,
  at: { position: number; retiredAt: string | null },
  act: Act,
): Change & { after: Rating } {
  const before = scale.find(({ id }) => id === told.id) ?? null
  const { id, number, labels } = told
  const blank = { id, revision: 0, meaningEn: null, meaningIt: null, ...lookFor(told, scale) }
  const said = { number, labelEn: labels.en, labelIt: labels.it }
  const after: Rating = { ...(before ?? blank), ...said, ...at }
  return record('rating', 'move_in', act, before, after)
}

/**
 * The desk as the export’s head tells it: its name and address, and its scale in its order. A rating that the export
 * does not know is out of use.
 */
export function moveHead(
  desk: Desk,
  scale: Rating[],
  told: { desk: Pick<Desk, 'name' | 'url'>; scale: ToldRating[] },
  act: Act,
): Change[] {
  const decided: Decided = { changes: [], texts: [] }
  const { name, url } = told.desk
  keep(decided, record('desk', 'move_in', act, desk, { ...desk, name, url }))
  let now = scale
  for (const [i, rating] of told.scale.entries()) {
    const kept = keep(decided, moveRating(now, rating, { position: i + 1, retiredAt: null }, act))
    now = [...now.filter(({ id }) => id !== kept.id), kept]
  }
  for (const rating of scale) {
    if (rating.retiredAt || told.scale.some(({ id }) => id === rating.id)) continue
    keep(decided, record('rating', 'move_in', act, rating, { ...rating, retiredAt: act.at }))
  }
  return decided.changes
}

/** A rating that a verdict was given and that the scale does not have: it was retired where it comes from. */
export function moveRetired(
  shelf: Shelf,
  told: ToldRating,
  { act }: Means,
  decided: Decided,
): void {
  if (shelf.scale.some(({ id }) => id === told.id)) return
  const at = { position: shelf.scale.length + 1, retiredAt: act.at }
  shelf.scale = [...shelf.scale, keep(decided, moveRating(shelf.scale, told, at, act))]
}
