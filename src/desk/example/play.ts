import { importArticle } from '../articles.ts'
import { readArticle } from '../incoming.ts'
import type { Desk } from '../open.ts'
import { type ArticleKey, articles } from './articles.ts'
import { DAYS, pastDesk } from './clock.ts'
import { money, technology } from './exchange.ts'
import { fifteenThousand } from './figure.ts'
import { wednesday } from './meeting.ts'
import { neverFlew } from './never-flew.ts'
import { type Cast, castOf, makeCast, retire } from './people.ts'
import { perform } from './perform.ts'
import { prepared } from './prepared.ts'
import { purchase } from './purchase.ts'
import type { Scene } from './scene.ts'
import { coolness, rumours, troopsAgain } from './set-aside.ts'
import type { Hand, Life } from './shapes.ts'
import { sought } from './sought.ts'
import { sunday } from './sunday.ts'
import { train } from './train.ts'
import { treaty } from './treaty.ts'
import { troops } from './troops.ts'
import { farEast, secondVisit, twoVisits } from './visits.ts'
import { whiteHouse } from './white-house.ts'

const lives: Life[] = [
  wednesday,
  whiteHouse,
  sought,
  secondVisit,
  treaty,
  troops,
  prepared,
  twoVisits,
  train,
  technology,
  money,
  coolness,
  sunday,
  rumours,
  farEast,
  fifteenThousand,
  neverFlew,
  troopsAgain,
  purchase,
]

/** Every step of every life, day by day, and on a day in the order in which they are written. */
function* inOrder() {
  const dated = lives.flatMap(({ key, steps }) => {
    let day = 0
    return steps.map((step) => {
      day = step.day ?? day
      return { key, step, day }
    })
  })
  for (let day = 0; day < DAYS; day += 1) {
    const today = dated.filter((one) => one.day === day)
    yield* today.map((one, i) => ({ ...one, share: (i + 1) / (today.length + 1) }))
  }
}

/** Keeps an article with what its text says of itself, and its address. */
async function keep(desk: Desk, { checker }: Cast, key: ArticleKey): Promise<string> {
  const { text, url } = articles[key]
  const { reading } = await readArticle(desk, checker, { text })
  const { title, outlet, byline, date, language } = reading
  const read = { title, outlet, byline, date, language }
  const details = Object.fromEntries(Object.entries(read).map(([name, of]) => [name, of ?? '']))
  const newId = desk.newId()
  const form = { newId, text, source: 'paste', details: { ...details, url } } as const
  return (await importArticle(desk, checker, form)).id
}

const ids = ({ checker, editor, second }: Cast): Record<Hand, string> => ({
  checker: checker.id,
  editor: editor.id,
  second: second.id,
})

/**
 * Plays the example on a desk: its people bring in three articles, and check what they claim, over the
 * thirty days before today, each step by the desk's own verbs. On a desk that nobody founded, they
 * found one. Played once, it is not played again.
 * @param active whether its people stay on the desk; else their accounts are closed
 * @returns the ids of its people, a checker and two editors
 * @throws Refusal as the verbs do
 */
export async function playExample(
  desk: Desk,
  { active }: { active: boolean },
): Promise<Record<Hand, string>> {
  const there = await castOf(desk)
  if (there) return ids(there)
  const { past, set } = pastDesk(desk)
  const cast = await makeCast(past)
  desk.welcomeKey = past.welcomeKey
  const scene: Scene = {
    desk: past,
    cast,
    articles: {
      agency: await keep(past, cast, 'agency'),
      daily: await keep(past, cast, 'daily'),
      weekly: await keep(past, cast, 'weekly'),
    },
    claims: new Map(),
    today: desk.now().slice(0, 10),
  }
  for (const { key, step, day, share } of inOrder()) {
    set(day, share)
    await perform(scene, key, step)
  }
  if (!active) await retire(desk, cast)
  return ids(cast)
}
