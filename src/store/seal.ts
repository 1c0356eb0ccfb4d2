import { hash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { Entry, SealedEntry } from '../domain/ledger.ts'

/** Of bytes, or of a text's UTF-8, in hex. */
export const sha256 = (content: string | Uint8Array): string => hash('sha256', content)

/**
 * The hash of an entry in its place: SHA-256 over its canonical JSON (RFC 8785), with `seq` and the
 * hash of the entry before it on its subject.
 */
export function entryHash(entry: Entry, seq: number, previous: string | null): string {
  const { format, at, actor, verb, kind, subject, claim, revision, change, comment } = entry
  const sealed = { format, at, actor, verb, kind, subject, claim, revision, change, comment }
  return sha256(canonicalize({ ...sealed, seq, previous }) ?? '')
}

/** Gives an entry its place in the chain. */
export const seal = (entry: Entry, seq: number, previous: string | null): SealedEntry => ({
  ...entry,
  seq,
  previous,
  hash: entryHash(entry, seq, previous),
})
