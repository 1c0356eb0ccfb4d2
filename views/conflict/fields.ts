import type { Fields as Saved } from '../../src/domain/ledger.ts'
import type { Frame, Typed } from '../frame.ts'
import type { MessageKey } from '../messages.ts'
import type { Choice } from '../parts.ts'
import type { ConflictField, Merging } from './merged.ts'

type More = Pick<ConflictField, 'long' | 'choices'> & { several?: boolean }

/** Builds the fields of a conflict: what is saved beside what was sent, and what both began from. */
export function comparing({ t }: Frame, saved: Saved, { typed, was }: Merging) {
  return (name: string, label: MessageKey, { several, ...more }: More = {}): ConflictField => {
    const before = was === null ? null : asTyped(was[name], several)
    const theirs = asTyped(saved[name], several)
    // Boxes of which none is checked are not sent; any other field that is not sent was not changed.
    const mine = sentAs(typed[name], several) ?? (several ? [] : (before ?? ''))
    return { name, label: t(label), was: before, theirs, mine: plain(mine), ...more }
  }
}

/** A saved value as a form would send it. */
function asTyped(value: Saved[string] | undefined, several: boolean | undefined) {
  if (Array.isArray(value)) return several ? value : value.join(' → ')
  return several ? [] : String(value ?? '')
}

/** A chain is sent link by link, and compared as one text. */
const sentAs = (sent: Typed[string] | undefined, several: boolean | undefined) =>
  Array.isArray(sent) && !several
    ? asTyped(sent.map((one) => one.trim()).filter(Boolean), false)
    : sent

/** Browsers send line ends of their own; they are no difference. */
const plain = (sent: string | string[]): string | string[] =>
  Array.isArray(sent) ? sent : sent.replaceAll('\r\n', '\n').trim()

export const choices = <T extends string>(
  values: readonly T[],
  label: (value: T) => string,
): Choice[] => values.map((value) => ({ value, label: label(value) }))

/** For a running text. */
export const long = { long: true }

/** A language that was sent joins those to choose from. */
export const codeIn = (sent: Typed[string]): string | null =>
  typeof sent === 'string' && /^[a-z]{2,3}$/.test(sent) ? sent : null
