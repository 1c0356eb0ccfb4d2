import { takeAppearance } from '../../src/desk/appearances.ts'
import { recordContact } from '../../src/desk/contacts.ts'
import { recordSearch } from '../../src/desk/evidence.ts'
import { mendTypo, publish, reopen, withdraw } from '../../src/desk/verdicts.ts'
import type { Member } from '../../src/domain/member.ts'
import { person, type TestDesk, testDesk } from './desk.ts'
import * as story from './story.ts'

/**
 * A desk that has told the public something of every kind, each on a day of its own: `bridge` and
 * `debt` are plain, `costs` has three versions, `road` was withdrawn, `school` is under correction.
 * `hidden` never left it.
 */
type Name = 'bridge' | 'costs' | 'debt' | 'road' | 'school' | 'hidden'

export type ToldDesk = {
  desk: TestDesk
  editor: Member
  /** Articles and claimants, by id. */
  first: string
  second: string
  anna: string
  paolo: string
  /** Claims by their names. */
  claims: Record<Name, string>
  /** The last place in the ledger before anything was withdrawn or marked. */
  before: number
  /** What a version is called: `costs 2`. */
  nameOf(version: { claimId: string; version: number }): string
}

const search = {
  place: 'Albo pretorio',
  words: 'ponte XQSEARCH',
  searchedOn: '',
  outcome: 'none_found',
}

const contact = {
  who: 'Ufficio stampa XQCONTACT',
  way: 'email',
  askedOn: '2025-05-20',
  question: 'Quanto è costato?',
  outcome: 'silent',
  visibility: 'public',
}

/** @param address of an empty database; a SQLite file without */
export async function toldDesk(address?: string): Promise<ToldDesk> {
  let clock = '2025-05-30T08:00:00.000Z'
  const desk: TestDesk = { ...(await testDesk(address)), now: () => clock }
  const carla = await person(desk, 'checker', 'Carla Conti')
  const editor = await person(desk, 'editor', 'Enzo Esposito')
  const elsa = await person(desk, 'editor', 'Elsa Evangelisti')
  const first = await story.article(desk, carla)
  clock = '2025-05-31T08:00:00.000Z'
  const second = await story.article(desk, carla, `${story.bridge}\nLa strada è chiusa da un mese.`)
  const claims: Record<Name, string> = {
    bridge: '',
    costs: '',
    debt: '',
    road: '',
    school: '',
    hidden: '',
  }
  const named = (claimant: string) => ({ claimantKind: 'named', claimant })
  const read = (name: Name) => story.read(desk, claims[name])

  async function take(name: Name, article: string, input: object): Promise<void> {
    claims[name] = await story.claim(desk, carla, article, {
      statement: `Il caso ${name}`,
      ...input,
    })
  }
  async function tell(name: Name, at: string, rating: string, conclusion = 'È così.') {
    clock = at
    const old = (await read(name)).publicVerdict
    if (old) await reopen(desk, editor, await read(name), {})
    const id = claims[name]
    if (!old) {
      await recordSearch(desk, carla, id, desk.newId(), search)
      await recordContact(desk, carla, id, desk.newId(), contact)
    }
    await story.proposed(desk, old ? editor : carla, id, { rating, conclusion })
    const why = { correctionKind: 'correction', correctionReason: 'Avevamo sbagliato.' }
    await publish(desk, old ? elsa : editor, await read(name), old ? why : {})
  }

  await take('bridge', first, { ...named('Anna Moretti'), topics: 'ponti, bilancio' })
  const version = (await desk.store.articles.find(second))?.version ?? ''
  await takeAppearance(
    desk,
    carla,
    { article: second, version, start: 0, end: 40 },
    {
      claim: claims.bridge,
      newId: desk.newId(),
      input: { ...story.claimForm, ...named('Paolo Riva') },
    },
  )
  await take('costs', first, { ...named('Anna Moretti'), topics: 'ponti' })
  await take('debt', second, { claimantKind: 'unknown', language: 'en', topics: 'bilancio' })
  await take('road', second, { topics: 'strade' })
  await take('school', second, { language: 'en', topics: "L'Arza" })
  const third = await story.article(
    desk,
    carla,
    'Un terzo articolo di cui nessuno ha detto niente.',
  )
  await take('hidden', third, { ...named('Ugo XQHIDDEN'), language: 'fr', topics: 'segreti' })
  await story.proposed(desk, carla, claims.hidden)

  await tell('bridge', '2025-06-01T23:59:59.999Z', 'true')
  await tell('costs', '2025-06-02T00:00:00.000Z', 'true', 'È costato il dopio.')
  await tell('road', '2025-06-02T23:59:59.999Z', 'unproven')
  await tell('debt', '2025-06-03T00:00:00.000Z', 'mixed')
  await tell('costs', '2025-06-03T12:00:00.000Z', 'false', 'È costato il dopio.')
  clock = '2025-06-04T12:00:00.000Z'
  const mended = { conclusion: 'È costato il doppio.', rationale: story.verdictForm.rationale }
  const told = async (name: Name) => {
    const { publicVerdict } = await read(name)
    if (!publicVerdict) throw new Error(`${name} is not public`)
    return publicVerdict
  }
  await mendTypo(desk, editor, await told('costs'), desk.newId(), mended)
  // What the words of a verdict say of it is not how it stands.
  await tell(
    'school',
    '2025-06-05T12:00:00.000Z',
    'mostly_true',
    'Dice "underCorrectionSince":null.',
  )
  clock = '2025-06-06T12:00:00.000Z'
  const before = await desk.store.verdicts.cursor()
  await withdraw(desk, editor, await told('road'), { reason: 'La fonte si è ritrattata.' })
  await reopen(desk, editor, await read('school'), { underCorrection: 'yes' })

  const claimants = await desk.store.claimants.list(10)
  const claimant = (name: string) =>
    claimants.find((one) => one.claimant.name === name)?.claimant.id ?? ''
  const names = new Map(Object.entries(claims).map(([name, id]) => [id, name]))
  return {
    desk,
    editor,
    first,
    second,
    anna: claimant('Anna Moretti'),
    paolo: claimant('Paolo Riva'),
    claims,
    before,
    nameOf: ({ claimId, version }) => `${names.get(claimId)}${version > 1 ? ` ${version}` : ''}`,
  }
}
