import { translator } from '../../../views/messages.ts'
import { fieldMessage, refusalMessage } from '../../../views/parts.ts'
import type { Refusal, RefusalCode } from '../../domain/refusal.ts'

const english = { t: translator('en'), lang: 'en' as const }

/** Where the words of the pages speak of a form, which a program has not. */
const own: Partial<Record<RefusalCode, string>> = {
  invalid: 'Something in the request is wrong.',
  incomplete: 'Something must be there first.',
  conflict: 'This cannot be done as things stand now. Read it again to see what is possible.',
  not_found: 'There is no such thing on this desk.',
  unauthenticated: 'Send a token of this desk: Authorization: Bearer rsc_….',
}

/** Why a request was refused, in English words for whoever writes the program (RFC 9457, `detail`). */
export function detailOf({ code, values, fields }: Refusal): string {
  const wrong = Object.entries(fields).map(
    ([name, error]) => `${name}: ${fieldMessage(english, error)}`,
  )
  return [own[code] ?? refusalMessage(english, code, values), ...wrong].join(' ')
}
