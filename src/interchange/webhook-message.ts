import { Webhook } from 'standardwebhooks'

/** A publication as it was told, and its place in the ledger. */
export type ToldBody = { seq: number; hash: string; publication: string; body: string }

/**
 * What a webhook is told (Standard Webhooks 1.0): the publication, byte for byte as it was told, and
 * where the ledger has it. The same event is the same bytes each time it is sent.
 * @param at when it was decided, ISO 8601
 */
export function messageOf(type: string, at: string, { body, ...ledger }: ToldBody): string {
  const { seq, hash, publication } = ledger
  const head = JSON.stringify({ type, timestamp: at, ledger: { seq, hash, publication } })
  return `${head.slice(0, -1)},"data":${body}}`
}

/** What tries a webhook out. */
export const testMessage = (type: string, at: string, webhook: string): string =>
  JSON.stringify({ type, timestamp: at, data: { webhook } })

/**
 * The headers that say what it is and prove whose: signed with each secret that holds.
 * @param id the same each time that it is sent
 * @param at when it is sent, ISO 8601
 * @param secrets `whsec_…`, the newest first
 */
export function signedHeaders(
  id: string,
  at: string,
  message: string,
  secrets: string[],
): Record<string, string> {
  const sent = new Date(at)
  const signatures = secrets.map((secret) => new Webhook(secret).sign(id, sent, message))
  return {
    'Content-Type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(sent.getTime() / 1000)),
    'webhook-signature': signatures.join(' '),
  }
}
