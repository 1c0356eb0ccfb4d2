import type { Incoming } from '../desk/incoming.ts'
import { Refusal } from '../domain/refusal.ts'
import { type Form, oneOf } from './form.ts'

/** What a form gives of a source, and in which field: a text before a file. */
type GivenSource = { field: 'sourceText' | 'sourceFile'; given: Incoming }

/** What a file is, as the browser has it from the file's name: a text's encoding is read from its bytes. */
export const kindOfFile = ({ type }: File): string | null =>
  type.startsWith('text/plain') ? null : type || null

/** The text of a source, or its file, where a form has either. */
export async function givenIn({ fields, files }: Form): Promise<GivenSource | null> {
  const text = oneOf(fields.sourceText)
  if (text.trim()) return { field: 'sourceText', given: { text } }
  const { sourceFile: file } = files
  if (!file?.size) return null
  const given = { bytes: await file.bytes(), contentType: kindOfFile(file) }
  return { field: 'sourceFile', given }
}

/**
 * Does something with what was given; what is wrong with it stands beside its field,
 * and where nothing was, that it is missing.
 * @throws Refusal `invalid` on that field, and all others as they are
 */
export async function onItsField<T>(
  source: GivenSource | null,
  carryOut: () => Promise<T>,
): Promise<T> {
  try {
    return await carryOut()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { code, fields } = error
    const wrong = code === 'binary' ? { code: 'binary' as const } : fields.text
    throw wrong
      ? new Refusal('invalid', { fields: { [source?.field ?? 'sourceText']: wrong } })
      : error
  }
}
