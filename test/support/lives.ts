import { Refusal } from '../../src/domain/refusal.ts'
import { deeds, type Try, type World } from './deeds.ts'

export type { Try } from './deeds.ts'

/** Everything that can be tried. */
export const verbs = Object.keys(deeds)

/** A life in which everything before the verdict comes to pass: the second claim's, as a checker leads it. */
export const ordinary: Try[] = [
  ...['give', 'release', 'setAside', 'bringBack', 'give', 'bring', 'deprecate', 'search'],
  ...['contact', 'reply', 'plan', 'split', 'reword', 'takeAgain', 'sayWhoClaims'],
  ...['sayWhoTheyAre', 'lend', 'passOver', 'lookAgain', 'drift', 'stand'],
  ...['receive', 'takeLetter', 'receive', 'openFromLetter', 'receive', 'dismissLetter'],
  ...['bringLetterBack', 'dismissLetter', 'eraseLetter'],
  ...['lose', 'lose', 'lose', 'give', 'draft', 'propose'],
].map((verb) => ({ verb, person: 2, claim: 1, word: 2 }))

/** What an admin does besides: the viewer among them. */
export const settled: Try[] = ['writeTexts', 'sayWhatItMeans'].map((verb) => {
  return { verb, person: 4, claim: 0, word: 2 }
})

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
