import fc from 'fast-check'
import { Refusal } from '../../src/domain/refusal.ts'
import { type Deed, deeds, type Try, type World } from './deeds.ts'
import { person, type TestDesk } from './desk.ts'
import { deskDeeds } from './desk-deeds.ts'
import * as story from './story.ts'

export type { Try, World } from './deeds.ts'

const all: Record<string, Deed> = { ...deeds, ...deskDeeds }

/** Everything that can be tried. */
const verbs = Object.keys(all)

// A claim moves on often enough to reach the public, and back.
const often = ['give', 'bring', 'propose', 'propose', 'fileReading', 'publish', 'publish', 'reopen']

/** What people try on a desk. */
export const tries: fc.Arbitrary<Try[]> = fc.array(
  fc.record({
    verb: fc.oneof(fc.constantFrom(...verbs), fc.constantFrom(...often)),
    person: fc.nat(4),
    claim: fc.nat(5),
    word: fc.nat(3),
  }),
  { minLength: 24, maxLength: 48 },
)

/** A desk with people of every role, an article, and two claims of it: one is public. */
export async function worldOn(desk: TestDesk): Promise<World> {
  const people = [
    await person(desk, 'editor', 'Enzo', 1),
    await person(desk, 'editor', 'Elsa'),
    await person(desk, 'checker', 'Carla'),
    await person(desk, 'checker', 'Ciro'),
    await person(desk, 'viewer', 'Vito', 1),
  ]
  const [editor, second, checker] = people
  if (!editor || !second || !checker) throw new Error('nobody works here')
  const article = await story.article(desk, editor)
  const first = await story.published(desk, checker, editor, article)
  return { desk, people, article, claims: [first, await story.claim(desk, second, article)] }
}

/** A proposal that a colleague reads blind and rates otherwise; it goes back, and comes to be read by two. */
const disputed: Try[] = [
  { verb: 'setReading', person: 2, claim: 1, word: 3 },
  ...['draft', 'propose'].map((verb) => ({ verb, person: 2, claim: 1, word: 2 })),
  { verb: 'fileReading', person: 3, claim: 1, word: 2 },
  { verb: 'adjudicate', person: 0, claim: 1, word: 2 },
  { verb: 'reword', person: 2, claim: 1, word: 1 },
  { verb: 'setReading', person: 2, claim: 1, word: 0 },
]

/** A life in which everything before the verdict comes to pass: the second claim's, as a checker leads it. */
export const ordinary: Try[] = [
  ...['give', 'release', 'setAside', 'bringBack', 'give', 'bring', 'deprecate', 'search'],
  ...['contact', 'reply', 'plan', 'split', 'reword', 'restore', 'takeAgain', 'sayWhoClaims'],
  ...['sayWhoTheyAre', 'lend', 'passOver', 'lookAgain', 'drift', 'stand'],
  ...['receive', 'takeLetter', 'receive', 'openFromLetter', 'receive', 'dismissLetter'],
  ...['bringLetterBack', 'dismissLetter', 'eraseLetter'],
  ...['lose', 'lose', 'lose', 'give'],
]
  .map((verb) => ({ verb, person: 2, claim: 1, word: 2 }))
  .concat(disputed, { verb: 'propose', person: 2, claim: 1, word: 1 })

/** A public verdict's life, all of which comes to pass: the first claim's, as two editors and a checker lead it. */
export const corrected: Try[] = [
  ...['takeAgain', 'planNextLook'].map((verb) => ({ verb, person: 2, word: 2 })),
  ...['confirm', 'mendTypo'].map((verb) => ({ verb, person: 0, word: 2 })),
  ...[{ verb: 'readMended', person: 1, word: 2 }],
  ...[
    { verb: 'reopen', person: 0, word: 1 },
    { verb: 'keep', person: 0, word: 1 },
  ],
  ...[
    { verb: 'reopen', person: 0, word: 1 },
    { verb: 'keep', person: 0, word: 2 },
  ],
  ...['reopen', 'draft', 'propose'].map((verb) => ({ verb, person: 2, word: 2 })),
  // While it is in review the desk comes to read it by two.
  ...[
    { verb: 'setReading', person: 0, word: 2 },
    { verb: 'fileReading', person: 3, word: 2 },
    { verb: 'setReading', person: 0, word: 0 },
  ],
  ...[
    { verb: 'publish', person: 1, word: 1 },
    { verb: 'confirm', person: 1, word: 1 },
  ],
  ...[
    { verb: 'withdraw', person: 0, word: 2 },
    { verb: 'reopen', person: 2, word: 2 },
  ],
].map((one) => ({ ...one, claim: 0 }))

/** What an admin does besides: the viewer among them. */
export const settled: Try[] = ['writeTexts', 'sayWhatItMeans'].map((verb) => {
  return { verb, person: 4, claim: 0, word: 2 }
})

/**
 * Lives a life.
 * @param then called after each deed that came to pass
 * @returns what came to pass; the other tries were refused
 */
export async function live(
  world: World,
  tries: Try[],
  then: (done: Try) => Promise<unknown> = async () => {},
): Promise<Try[]> {
  const done: Try[] = []
  for (const one of tries) {
    const member = world.people[one.person % world.people.length]
    const id = world.claims[one.claim % Math.max(1, world.claims.length)] ?? ''
    const deed = all[one.verb]
    if (!member || !deed) throw new Error(`nobody does this: ${one.verb}`)
    try {
      await deed(world, one, member, id)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      continue
    }
    done.push(one)
    await then(one)
  }
  return done
}
