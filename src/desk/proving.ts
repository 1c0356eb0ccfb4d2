import canonicalize from 'canonicalize'
import { leafText, type SignedCheckpoint } from '../domain/checkpoint.ts'
import { partsOf, UnreadableDocument } from '../interchange/document-parts.ts'
import { placeIn, SCHEMA_ID, signedCheckpoint } from '../interchange/verdict-export.ts'
import type { PublicKey } from '../store/key.ts'
import { leafHash, rootFrom } from '../store/merkle.ts'
import { sha256 } from '../store/seal.ts'

export { readPublicKey } from '../store/key.ts'

/** A verdict of a document that is not the one that was recorded; `id` as the document has it. */
export type Unproved = { id: string; why: string }

export type Proved = {
  verdicts: number
  hold: number
  checkpoint: SignedCheckpoint | null
  /** Why nothing in the document can be held against the key; null where it can. */
  fault: string | null
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What is left to be held against the checkpoint: the root that a verdict's proof leads to. */
type Claimed = { id: string; root: ((size: number) => string | null) | null; why: string | null }

const no = (id: string, why: string): Claimed => ({ id, root: null, why })

/** What a verdict says of itself, held against its own words. @param nth names it where it has no id */
function claimedBy(value: unknown, isDouble: boolean, nth: number): Claimed {
  if (!isRecord(value)) return no(`verdict ${nth}`, 'it is no verdict')
  const { ledger, ...words } = value
  const id = typeof words.id === 'string' ? words.id : `verdict ${nth}`
  if (isDouble) return no(id, 'a name stands twice in it')
  const place = placeIn.safeParse(ledger)
  if (!place.success)
    return no(id, 'it says nothing, or nothing readable, of its place in the ledger')
  const { seq, hash, publication, proof } = place.data
  if (sha256(canonical(words)) !== publication) return no(id, 'its words are not those recorded')
  if (!proof) return no(id, 'it carries no proof')
  if (proof.index !== seq - 1) return no(id, 'its proof is that of another entry')
  const leaf = leafHash(leafText({ seq, hash, publication }))
  const path = proof.path.map((one) => Buffer.from(one, 'hex'))
  const root = (size: number) =>
    rootFrom(leaf, { index: proof.index, size, path })?.toString('hex') ?? null
  return { id, root, why: null }
}

/** Nothing that no desk wrote has a canonical form. */
function canonical(words: object): string {
  try {
    return canonicalize(words) ?? ''
  } catch {
    return ''
  }
}

/** What the document says of its checkpoint. @throws UnreadableDocument */
function checkpointIn(value: unknown): SignedCheckpoint {
  const read = signedCheckpoint.safeParse(value)
  if (!read.success) throw new UnreadableDocument('Its checkpoint cannot be read.')
  return read.data
}

/** Why a checkpoint is not the desk's; null where it is. */
function faultOf(checkpoint: SignedCheckpoint | null, key: PublicKey): string | null {
  if (!checkpoint) return 'It carries no checkpoint: it was made by an older desk, or altered.'
  if (checkpoint.key !== key.id) {
    return `It is signed with the key ${checkpoint.key}, and the key that was given is ${key.id}.`
  }
  return key.signed(checkpoint) ? null : 'Its checkpoint is not what the desk signed.'
}

const NO_LIST = 'Its "verdicts" are not a list that is written as exports write it.'

/** What the document says of itself, member by member. */
function headReader() {
  const seen = new Set<string>()
  let schema: unknown = null
  let checkpoint: SignedCheckpoint | null = null
  return {
    /** @throws UnreadableDocument where a name stands twice in it: readers differ in which one they take */
    take(name: string, value: unknown): void {
      if (seen.has(name)) throw new UnreadableDocument(`"${name}" stands twice in the document.`)
      seen.add(name)
      // The list is heard part by part, and null here: under an escaped name another reader finds it.
      if (name === 'verdicts' && value !== null) throw new UnreadableDocument(NO_LIST)
      if (name === 'schema') schema = value
      if (name === 'checkpoint' && value !== null) checkpoint = checkpointIn(value)
    },
    checkpoint: (): SignedCheckpoint | null => checkpoint,
    demandExport(): void {
      if (schema !== SCHEMA_ID) throw new UnreadableDocument(`It is no ${SCHEMA_ID}.`)
      if (!seen.has('verdicts')) throw new UnreadableDocument(NO_LIST)
    },
  }
}

type Watch = { failed: (one: Unproved) => void; progress: (done: number) => void }

/** Holds verdicts against the checkpoint, one by one, and counts them. */
function judging({ failed, progress }: Watch) {
  const ids = new Set<string>()
  const count = { verdicts: 0, hold: 0 }
  return {
    count,
    /** @returns what it claims, to be judged when the checkpoint is known */
    hear(value: unknown, isDouble: boolean): Claimed {
      count.verdicts += 1
      progress(count.verdicts)
      const claimed = claimedBy(value, isDouble, count.verdicts)
      if (ids.has(claimed.id)) return no(claimed.id, 'it stands in the document twice')
      ids.add(claimed.id)
      return claimed
    },
    judge({ id, root, why }: Claimed, checkpoint: SignedCheckpoint | null): void {
      if (checkpoint && root?.(checkpoint.size) === checkpoint.root) count.hold += 1
      else failed({ id, why: why ?? NOT_COVERED })
    },
  }
}

/**
 * Proves, without a desk, that each verdict of an export is the one that was recorded: that its words
 * hash to its publication, and that a checkpoint which the key signed covers that publication in its
 * place. Not that no verdict is missing, nor that none was said anew since.
 * @param watch told each verdict that is not, in no particular order, and how many were read
 * @throws UnreadableDocument
 */
export async function proveExport(
  source: AsyncIterable<Uint8Array>,
  key: PublicKey,
  watch: Watch,
): Promise<Proved> {
  const head = headReader()
  const { count, hear, judge } = judging(watch)
  /** Those that stand before the checkpoint. */
  const waiting: Claimed[] = []
  for await (const { of, value, isDouble } of partsOf(source)) {
    if (of === 'document') {
      if (isDouble) throw new UnreadableDocument('A name stands twice in the document.')
      for (const [name, one] of Object.entries(Object(value))) head.take(name, one)
      continue
    }
    const claimed = hear(value, isDouble)
    if (head.checkpoint()) judge(claimed, head.checkpoint())
    else waiting.push(claimed)
  }
  head.demandExport()
  const checkpoint = head.checkpoint()
  for (const one of waiting) judge(one, checkpoint)
  const fault = faultOf(checkpoint, key)
  return { ...count, hold: fault ? 0 : count.hold, checkpoint, fault }
}

const NOT_COVERED =
  'no checkpoint covers it as it stands: its place, its hash or its proof was altered'
