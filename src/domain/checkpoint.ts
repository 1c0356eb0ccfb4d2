/** A root of the ledger's tree at a moment: it speaks for every entry up to `size`. */
export type Checkpoint = {
  /** How many entries it covers: the place of the last one. */
  size: number
  /** ISO 8601, UTC. */
  at: string
  /** The tree's root (RFC 6962), in hex. */
  root: string
  /** The id of the key that signed it. */
  key: string
}
/** `signature`: Ed25519 over `signedText`, in Base64. */
export type SignedCheckpoint = Checkpoint & { signature: string }

/** Names the form of what is signed: nothing else that this key signs can be taken for it. */
const CHECKPOINT = 'riscontro/checkpoint/v1'

/** What a checkpoint's signature signs: canonical JSON (RFC 8785), hence members in this order. */
export const signedText = ({ at, key, root, size }: Checkpoint): string =>
  JSON.stringify({ at, key, root, schema: CHECKPOINT, size })

/** An entry as the tree knows it: its place, its hash, and the hash of what it told the public. */
export type Leaf = { seq: number; hash: string; publication: string | null }

/**
 * What is hashed into a leaf of the tree: canonical JSON (RFC 8785), hence members in this order. It
 * binds what was told to its decision, and says nothing of the decision itself.
 */
export const leafText = ({ hash, publication, seq }: Leaf): string =>
  JSON.stringify({ hash, publication, seq })
