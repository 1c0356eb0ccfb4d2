import { firstScale } from '../../../src/domain/first-scale.ts'
import type { Change } from '../../../src/domain/ledger.ts'
import type { Verdict } from '../../../src/domain/verdict.ts'
import { amend, bytesOf, type Told, toPublic } from '../../../src/interchange/publication.ts'
import type { PublicVerdict } from '../../../src/interchange/verdict-export.ts'
import { sha256 } from '../../../src/store/seal.ts'
import type { Happening } from './world.ts'

/** What a verdict's public form is made of, besides the verdict. */
export type About = Pick<Told, 'claim' | 'appearances' | 'evidence' | 'searches' | 'names'>

/** A decision that tells the public, with what it tells, as the desk records the two. */
function recorded(change: Change & { after: Verdict }, form: PublicVerdict) {
  const body = bytesOf(form)
  const hash = sha256(body)
  const after: Verdict = { ...change.after, publication: hash }
  const { id: verdict, revision, claim, status } = after
  const publication: [string | null, string] = [textOf(change.before?.publication), hash]
  const entry = { ...change.entry, change: { ...change.entry.change, publication } }
  return {
    after,
    body,
    happening: {
      changes: [{ ...change, after, entry }],
      told: [{ verdict, revision, claim, status, body, hash }],
    } satisfies Happening,
  }
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** Publishes a version. */
export const tellFirst = (change: Change & { after: Verdict }, about: About) =>
  recorded(
    change,
    toPublic({
      ...about,
      verdict: change.after,
      scale: firstScale,
      proofs: {},
      snapshots: [],
      contacts: [],
      reusedFrom: null,
    }),
  )

/** Says something later of a version that was published. @param body what the public was told before */
export const tellLater = (change: Change & { after: Verdict }, body: string) => {
  const { status, withdrawalReason } = change.after
  const now = status === 'superseded' || status === 'withdrawn' ? status : 'published'
  return recorded(change, amend(body, { status: now, withdrawalReason }))
}
