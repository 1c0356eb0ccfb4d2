import { lettersOf } from '../../src/domain/rating.ts'
import type { Ruling } from '../../src/domain/ruling.ts'
import { sha256 } from '../../src/store/seal.ts'
import type { TestDesk } from './desk.ts'

/** A ruling as an import would have brought it. */
export function ruling({ newId, now }: Pick<TestDesk, 'newId' | 'now'>, some: Partial<Ruling>) {
  const id = newId()
  const label = some.label ?? 'Falso'
  const said = {
    ...{ key: `key ${id}`, publisher: 'pagellapolitica.it', publisherName: 'Pagella Politica' },
    ...{ url: `https://pagellapolitica.it/${id}`, title: 'La verifica', language: 'it' },
    ...{ statement: 'Il tunnel del Gran Sasso costa due miliardi di euro', label },
    ...{ claimant: 'Mario Verdi', claimantRole: 'deputato', claimedOn: '2018-03' },
    ...{ reviewedOn: '2018-03-14', appearances: [], links: [], ...some },
  }
  const original = JSON.stringify({ '@type': 'ClaimReview', claimReviewed: said.statement })
  const brought = { import: newId(), addedAt: now(), changedAt: null }
  return {
    ...{ id, labelKey: lettersOf(label), original, hash: sha256(original), ...brought },
    ...said,
  } satisfies Ruling
}

/** Keeps some, the oldest first. @returns them */
export async function keepRulings(desk: TestDesk, all: Partial<Ruling>[]): Promise<Ruling[]> {
  const rulings = all.map((some) => ruling(desk, some))
  // One by one: of those that come together none is the newer one.
  for (const one of rulings) await desk.store.rulings.keep([one])
  return rulings
}
