import type { Amount } from './amount.ts'
import { wordsBefore } from './around.ts'
import type { Tokens } from './tokens.ts'

/** How many times as much, and the token after it. */
type Multiple = { value: number; next: number }

const verbs: [RegExp, number][] = [
  [/^raddoppi\p{L}*$/u, 2],
  [/^triplic\p{L}+$/u, 3],
  [/^quadruplic\p{L}+$/u, 4],
  [/^quintuplic\p{L}+$/u, 5],
  [/^decuplic\p{L}+$/u, 10],
  [/^dimezz\p{L}+$/u, 0.5],
  [/^(doubled|doubles|doubling)$/, 2],
  [/^(tripled|triples|tripling|trebled|trebles|trebling)$/, 3],
  [/^(quadrupled|quadruples|quadrupling)$/, 4],
  [/^(quintupled|quintupling)$/, 5],
  [/^(halved|halves|halving)$/, 0.5],
  [/^(twice)$/, 2],
  [/^(thrice)$/, 3],
]

const folds = new Map(
  'twofold threefold fourfold fivefold sixfold sevenfold eightfold ninefold tenfold'
    .split(' ')
    .map((word, i): [string, number] => [word, i + 2]),
)

const nouns = new Map([
  ['doppio', 2],
  ['triplo', 3],
  ['quadruplo', 4],
  ['quintuplo', 5],
  ['double', 2],
  ['triple', 3],
  ['treble', 3],
  ['quadruple', 4],
])

/** Behind one that is no adjective: `il doppio di`, but not `il doppio turno`. */
const follows =
  /^(di|del|dei|degli|della|delle|dell|dello|rispetto|in|a|al|alla|e|o|per|che|quello|quanto|ha|è|era|sono|dal|da|nel|più|circa|delle|dopo|se|con|the|what|that|its|his|her|their|those|of|to|from|since|and|as|last)$/

/** `twice`, `il doppio di`, `triplicato`, `double the`, `tenfold`; else null. */
export function multipleAt({ word, all }: Tokens, at: number): Multiple | null {
  const token = word(at)
  if (all[at]?.kind !== 'word') return null
  const verb = verbs.find(([pattern]) => pattern.test(token))
  if (verb) return { value: verb[1], next: at + 1 }
  const fold = folds.get(token)
  if (fold) return { value: fold, next: at + 1 }
  const noun = nouns.get(token)
  if (!noun) return null
  const isAsked = /^(il|al|del|lo|l|un|quasi|oltre|circa|than|nearly|almost|to|over|about)$/.test(
    word(at - 1),
  )
  const isFollowed = all[at + 1]?.kind !== 'word' || follows.test(word(at + 1))
  const english = /e$/.test(token)
  return (isAsked || english) && isFollowed && all[at + 1]?.text !== '-'
    ? { value: noun, next: at + 1 }
    : null
}

const greater =
  /^(più|meno|superior[ei]|maggior[ei]|inferior[ei]|minor[ei]|tanto|tanti|tanta|tante|quello|quella|quelli|quelle|quanto|rispetto|meglio|peggio|il|la|i|gli|lo|as|more|higher|larger|greater|bigger|longer|faster|lower|less|fewer|likelier|better|worse|cheaper|the|that|what|its|their|his)$/

/** `tre volte più`, `10 times as many`, `di quattro volte`, `five-fold`, `10x`; null where times are counted. */
export function timesAt(tokens: Tokens, amount: Amount, first: number): Multiple | null {
  const { word, all } = tokens
  const { value } = amount
  if (/(?:^| )(?:factor of|fattore|fattore di)$/.test(wordsBefore(tokens, first, 2))) {
    return { value, next: amount.next }
  }
  const hyphen = word(amount.next) === '-' && all[amount.next]?.close ? 1 : 0
  const next = amount.next + hyphen
  if (word(next) === 'fold') return { value, next: next + 1 }
  if (all[next]?.close && word(next) === 'x') return { value, next: next + 1 }
  if (!/^(volte|times)$/.test(word(next))) return null
  const isMore =
    greater.test(word(next + 1)) &&
    !/^(il|la) (giorno|mese|settimana|anno)/.test(`${word(next + 1)} ${word(next + 2)}`)
  const isIn = /^in (più|meno)$/.test(`${word(next + 1)} ${word(next + 2)}`)
  const isBy = /(?:^| )(di|by)( (circa|oltre|quasi|almeno|about|nearly|almost))?$/.test(
    wordsBefore(tokens, first, 2),
  )
  return isMore || isIn || isBy ? { value, next: next + 1 } : null
}
