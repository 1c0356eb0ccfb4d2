import { Refusal } from '../../src/domain/refusal.ts'
import { deeds, type Try, type World } from './deeds.ts'

export type { Try } from './deeds.ts'

/** Everything that can be tried. */
export const verbs = Object.keys(deeds)

/** A proposal that a colleague reads blind and rates otherwise; an editor has them go back. */
const disputed: Try[] = [
  { verb: 'setReading', person: 2, claim: 1, word: 3 },
  ...['draft', 'propose'].map((verb) => ({ verb, person: 2, claim: 1, word: 2 })),
  { verb: 'fileReading', person: 3, claim: 1, word: 2 },
  { verb: 'adjudicate', person: 0, claim: 1, word: 2 },
  { verb: 'setReading', person: 2, claim: 1, word: 0 },
]

/** A life in which everything before the verdict comes to pass: the second claim's, as a checker leads it. */
export const ordinary: Try[] = [
  ...['give', 'release', 'setAside', 'bringBack', 'give', 'bring', 'deprecate', 'search'],
  ...['contact', 'reply', 'plan', 'split', 'reword', 'takeAgain', 'sayWhoClaims'],
  ...['sayWhoTheyAre', 'lend', 'passOver', 'lookAgain', 'drift', 'stand'],
  ...['lose', 'lose', 'lose', 'give'],
]
  .map((verb) => ({ verb, person: 2, claim: 1, word: 2 }))
  .concat(disputed, { verb: 'propose', person: 2, claim: 1, word: 1 })

/** Lives a life. @returns what came to pass; the other tries were refused */
export async function live(world: World, tries: Try[]): Promise<Try[]> {
  const done: Try[] = []
  for (const one of tries) {
    const member = world.people[one.person % world.people.length]
    const id = world.claims[one.claim % Math.max(1, world.claims.length)] ?? ''
    const deed = deeds[one.verb]
    if (!member || !deed) throw new Error(`nobody does this: ${one.verb}`)
    try {
      await deed(world, one, member, id)
      done.push(one)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
    }
  }
  return done
}
