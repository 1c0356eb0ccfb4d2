import { receiveLetter } from '../../src/desk/letters.ts'
import type { Desk } from '../../src/desk/open.ts'

/** What a reader sends in, from a client of their own. @param about the claim whose verdict is wrong */
export async function letter(
  desk: Desk,
  about: string | null = null,
  fields: Record<string, string> = {},
): Promise<string> {
  const id = desk.newId()
  const said = { words: 'The mayor said so', url: 'https://example.org/speech', ...fields }
  await receiveLetter(desk, id, { id, about }, { contact: 'anna@example.org', ...said })
  return id
}
