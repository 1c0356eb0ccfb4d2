import { z } from 'zod'
import { articleInput } from './article.ts'
import { claimInput } from './claim.ts'
import { evidenceInput } from './evidence.ts'
import type { Change, Entry, Fields, Kind, Value } from './ledger.ts'
import { optional, parse, revision, type Sent } from './parse.ts'
import { Refusal } from './refusal.ts'
import { verdictInput } from './verdict.ts'

const fieldsOf = ({ shape }: { shape: object }): string[] => Object.keys(shape)

/** What can be said again as it was, field by field: what a person wrote. */
export const restorable = {
  claim: fieldsOf(claimInput),
  article: fieldsOf(articleInput),
  evidence: fieldsOf(evidenceInput),
  verdict: fieldsOf(verdictInput),
}
export type Restorable = keyof typeof restorable

export const restoringInput = z.object({
  restore: revision,
  fields: z.preprocess((sent: Sent) => [sent ?? []].flat(), z.array(z.string().max(40)).max(50)),
  why: optional(500),
})

/** Which revision is to be said again, which of its fields, and why. */
export type Restoring = z.output<typeof restoringInput>

/** @throws Refusal `invalid`, also where no field is chosen, or one that cannot be restored */
export function readRestoring(kind: Restorable, input: unknown): Restoring {
  const read = parse(restoringInput, input)
  const known = read.fields.every((field) => restorable[kind].includes(field))
  if (read.fields.length > 0 && known) return read
  const code = known ? 'required' : 'unknown_choice'
  throw new Refusal('invalid', { fields: { fields: { code } } })
}

const asTyped = (value: Value | undefined) => (Array.isArray(value) ? value : String(value ?? ''))

/** The form that would say what is there, but for the fields that are to be as they were. */
export function asForm(kind: Restorable, now: Fields, was: Fields, { fields }: Restoring) {
  const said = restorable[kind].map((field): [string, string | string[]] => [
    field,
    asTyped(fields.includes(field) ? was[field] : now[field]),
  ])
  return Object.fromEntries(said)
}

/**
 * The same decision, which says of its subject that an earlier revision of it is restored: a verb of its
 * own, and the revision before the word why.
 */
export const restoring =
  (of: { kind: Kind; id: string }, { restore, why }: Pick<Restoring, 'restore' | 'why'>) =>
  (change: Change): Change => {
    const { entry } = change
    if (entry.kind !== of.kind || entry.subject !== of.id) return change
    const comment = [`#${restore}`, why ?? ''].join(' ').trim()
    return entry.verb === 'unsettle'
      ? change
      : { ...change, entry: { ...entry, verb: 'restore', comment } }
  }

/** What an entry restores: which revision, and why; null where it restores none. */
export function restoredBy({ verb, comment }: Pick<Entry, 'verb' | 'comment'>) {
  const [, number, why] = (verb === 'restore' && /^#(\d+)(?: (.*))?$/s.exec(comment ?? '')) || []
  return number ? { revision: Number(number), why: why ?? null } : null
}
