import type { Difference, SealedEntry } from '../../domain/ledger.ts'
import { sha256 } from '../seal.ts'

/** Names of fields, none of which an object of JavaScript would put elsewhere. */
const FIELD = /^[A-Za-z]\w*$/

const json = JSON.stringify

const isDifference = (value: unknown): value is Difference =>
  typeof value === 'object' && value !== null && Object.values(value).every(isPair)

const isPair = (value: unknown): boolean => Array.isArray(value) && value.length === 2

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/**
 * Reads the change of an entry's row.
 * @returns besides, the same as canonical JSON; null where the text is not what the desk writes, to
 *   the letter: other letters could mean the same
 */
export function readChange(text: unknown): { change: Difference; canonical: string } | null {
  const change = typeof text === 'string' ? parsed(text) : null
  if (!isDifference(change)) return null
  const fields: string[] = []
  for (const name of Object.keys(change)) {
    if (!FIELD.test(name)) return null
    fields.push(`"${name}":${json(change[name])}`)
  }
  if (`{${fields.join()}}` !== text) return null
  return { change, canonical: `{${fields.sort().join()}}` }
}

/**
 * The hash of an entry whose row is read: as `entryHash`, for many at once. Whatever a row has in place
 * of a text or a number hashes to something else.
 * @param canonical its change
 */
export const sealOf = (
  row: Record<keyof Omit<SealedEntry, 'change' | 'hash'>, unknown>,
  canonical: string,
): string =>
  sha256(
    `{"actor":${json(row.actor)},"at":${json(row.at)},"change":${canonical},"claim":${json(row.claim)},"comment":${json(row.comment)},"format":${json(row.format)},"kind":${json(row.kind)},"previous":${json(row.previous)},"revision":${json(row.revision)},"seq":${json(row.seq)},"subject":${json(row.subject)},"verb":${json(row.verb)}}`,
  )
