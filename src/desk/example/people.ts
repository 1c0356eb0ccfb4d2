import type { Member } from '../../domain/member.ts'
import { known } from '../deciding.ts'
import type { Desk } from '../open.ts'
import { deactivate, invitePerson, join, welcome } from '../people.ts'
import { newToken } from '../secrets.ts'
import type { Hand } from './shapes.ts'

/** They exist so that four eyes are kept. No password opens an account of theirs: it is thrown away. */
const people = {
  editor: { name: 'Davide Orsenigo', email: 'davide.orsenigo@example.invalid', role: 'editor' },
  checker: { name: 'Marta Bellandi', email: 'marta.bellandi@example.invalid', role: 'checker' },
  second: { name: 'Irene Calabrò', email: 'irene.calabro@example.invalid', role: 'editor' },
} as const satisfies Record<Hand, object>

const DESK_NAME = 'Redazione d’esempio'

/** The people of the example, by whose hand they are. */
export type Cast = Record<Hand, Member>

const account = (hand: Hand) => {
  const { name, email } = people[hand]
  return { name, email, password: newToken() }
}

/** The people of the example where they are on the desk; null where it was not played. */
export async function castOf({ store }: Desk): Promise<Cast | null> {
  const all = await store.people.list()
  const find = (hand: Hand) => all.find(({ email }) => email === people[hand].email)?.person
  const [editor, checker, second] = [find('editor'), find('checker'), find('second')]
  return editor && checker && second ? { editor, checker, second } : null
}

/** Somebody active who may manage people. */
async function adminOf({ store }: Desk): Promise<Member | null> {
  const all = await store.people.list()
  return all.find(({ person }) => person.admin && !person.deactivatedAt)?.person ?? null
}

/** Makes the people of the example: by invitation of an admin, or by founding a desk that has none. */
export async function makeCast(desk: Desk): Promise<Cast> {
  const { store } = desk
  const person = async (id: string) => known(await store.people.find(id))
  let admin = await adminOf(desk)
  const make = async (hand: Hand): Promise<Member> => {
    if (!admin) {
      const founder = { ...account(hand), desk: DESK_NAME }
      admin = await person(await welcome(desk, desk.welcomeKey ?? '', founder))
      return admin
    }
    const { role } = people[hand]
    const invitation = await invitePerson(desk, admin, desk.newId(), { role })
    return person(await join(desk, invitation?.token ?? '', account(hand)))
  }
  return {
    editor: await make('editor'),
    checker: await make('checker'),
    second: await make('second'),
  }
}

/** Closes their accounts. A desk that they founded keeps them: it has nobody else. */
export async function retire(desk: Desk, cast: Cast): Promise<void> {
  const admin = await adminOf(desk)
  if (!admin || admin.id === cast.editor.id) return
  for (const { id } of Object.values(cast)) {
    await deactivate(desk, admin, known(await desk.store.people.find(id)))
  }
}
