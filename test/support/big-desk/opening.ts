import type { Appearance } from '../../../src/domain/appearance.ts'
import type { Article } from '../../../src/domain/article.ts'
import { type Claim, claimKinds } from '../../../src/domain/claim.ts'
import type { Claimant } from '../../../src/domain/claimant.ts'
import { CONTEXT, type Excerpt } from '../../../src/domain/excerpt.ts'
import { record } from '../../../src/domain/ledger.ts'
import type { Act } from '../../../src/domain/member.ts'
import type { Random } from '../edits.ts'
import type { Source, World } from './world.ts'

export type Place = { appearance: Appearance; article: Article; claimant: Claimant | null }

/** Words of a text, all of whose letters are one unit long, as `excerptAt` cuts them. */
const cut = (text: string, start: number, end: number): Excerpt => ({
  quote: text.slice(start, end),
  prefix: text.slice(Math.max(0, start - CONTEXT), start),
  suffix: text.slice(end, end + CONTEXT),
  start,
  end,
})

const born = {
  ...{ statementEn: null, statementIt: null, assignee: null, explanation: null },
  ...{ setAsideReason: null, setAsideWords: null, duplicateOf: null, splitFrom: null },
  ...{ why: null, waitsFor: null, key: null },
}

/** Who says it, in a hundred cases. */
function kindBy(random: Random): Appearance['claimantKind'] {
  const drawn = random.below(100)
  if (drawn < 70) return 'named'
  return drawn < 90 ? 'outlet' : 'unknown'
}

function appearanceIn(world: World, source: Source, claim: string, by: Act) {
  const { random, newId } = world
  const claimantKind = kindBy(random)
  const named = claimantKind === 'named' ? world.claimant(by) : null
  const claimant = named?.claimant ?? null
  const { article, text } = source
  const { start, end } = random.oneOf(source.places)
  const appearance: Appearance = {
    ...{ id: newId(), revision: 0, claim, article: article.id, version: article.version },
    ...cut(text, start, end),
    ...{ claimantKind, claimant: claimant?.name ?? null, claimantId: claimant?.id ?? null },
    attribution: claimant && article.outlet ? [claimant.name, article.outlet] : [],
    ...{ claimedOn: article.date, claimedOnReason: null, movedFrom: null, addedAt: by.at },
  }
  const change = record('appearance', 'add', by, null, appearance, { claim })
  const place: Place = { appearance: change.after, article, claimant }
  return { place, changes: [...(named?.changes ?? []), change] }
}

/** A claim comes onto the desk, with the sentence of an article that makes it. */
export function opened(world: World, by: Act) {
  const { random, newId } = world
  const source = world.source(by)
  const id = newId()
  const { place, changes } = appearanceIn(world, source, id, by)
  const { appearance, article } = place
  const after: Claim = {
    ...{ id, revision: 0, ...born },
    ...{ statement: appearance.quote, language: article.language, kind: random.oneOf(claimKinds) },
    ...{ stage: 'inbox', stageSince: by.at, leadAppearance: appearance.id },
    topics: world.topics(),
    dueOn: random.below(5) === 0 ? world.day(random.below(60)) : null,
  }
  const open = record('claim', 'open', by, null, after, { claim: id })
  return {
    claim: open.after,
    place,
    happening: { changes: [...source.changes, open, ...changes], texts: source.texts },
  }
}
