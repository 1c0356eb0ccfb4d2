import { setImmediate } from 'node:timers/promises'
import type { Evidence } from '../domain/evidence.ts'
import { excerptOf, type Proof, proofOf } from '../domain/proof.ts'
import type { Desk } from './open.ts'
import { type Run, wordDifference } from './word-difference.ts'

/** A proof; where the source reads otherwise than the quote, how, word by word. */
export type Proved = Proof & { difference: Run[] }

/** Proofs are made once for each quote and text: neither of them ever changes. */
const made = new Map<string, Proved>()
const KEPT = 5000

/** Everything that a proof depends on; a text is named by its SHA-256. */
const keyOf = (text: string, evidence: Evidence): string =>
  JSON.stringify([text, evidence.quote, excerptOf(evidence)])

function keep(key: string, proof: Proved): Proved {
  made.set(key, proof)
  const [oldest] = made.keys()
  if (made.size > KEPT && oldest !== undefined) made.delete(oldest)
  return proof
}

function prove(evidence: Evidence, text: string | null): Proved {
  const proof = proofOf(evidence, text)
  const [place] = proof.places
  const isChanged = proof.status === 'changed' && place
  const difference = isChanged ? wordDifference(evidence.quote ?? '', place.words) : []
  return { ...proof, difference }
}

/**
 * Proves the quotes of evidence, each in the snapshot that it names. A text is read at most once, and
 * not at all where every quote in it was proved before.
 * @returns proofs by the evidence's id
 */
export async function proofsOf(
  { store }: Desk,
  evidence: Evidence[],
): Promise<Record<string, Proved>> {
  const quoted = evidence.filter(({ quote }) => quote)
  const ids = new Set(quoted.flatMap(({ snapshot }) => snapshot ?? []))
  const snapshots = await store.snapshots.byIds([...ids])
  const hashes = new Map(snapshots.map(({ id, text }) => [id, text]))
  const wanted = evidence.map((one) => {
    const hash = (one.quote && one.snapshot && hashes.get(one.snapshot)) || null
    return { one, hash, known: hash ? made.get(keyOf(hash, one)) : undefined }
  })
  const unknown = wanted.flatMap(({ hash, known }) => (hash && !known ? hash : []))
  const texts = await store.snapshots.texts([...new Set(unknown)])
  const proofs: Record<string, Proved> = {}
  for (const { one, hash, known } of wanted) {
    const text = hash ? (texts.get(hash) ?? null) : null
    const proof = known ?? prove(one, text)
    proofs[one.id] = proof
    if (known || hash === null) continue
    keep(keyOf(hash, one), proof)
    // A long text takes a while: whoever else waits is served before the next one.
    await setImmediate()
  }
  return proofs
}

/** Proves the quote of one piece of evidence. */
export async function proofIn(desk: Desk, evidence: Evidence): Promise<Proved> {
  const { [evidence.id]: proof } = await proofsOf(desk, [evidence])
  return proof ?? prove(evidence, null)
}
