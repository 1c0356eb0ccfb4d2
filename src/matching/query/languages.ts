import { lettersOf } from '../../domain/rating.ts'

/** Those that newspapers on a desk are likely to be written in; others go by their code. */
const usual =
  `ar be bg bn bs ca cs cy da de el en es et eu fa fi fr ga gl he hi hr hu hy id is it ja ka
  ko lt lv mk ms mt nl no pl pt ro ru sk sl sq sr sv sw ta th tr uk ur vi zh`.split(/\s+/)

const byName = new Map<string, string>()

function nameAll(): void {
  for (const tongue of ['it', 'en']) {
    const names = new Intl.DisplayNames(tongue, { type: 'language' })
    for (const code of usual) byName.set(lettersOf(names.of(code) ?? code), code)
  }
}

/** A language by its code, or by its name in English or Italian. @returns ISO 639, null for none */
export function languageCalled(letters: string): string | null {
  if (/^[a-z]{2,3}$/.test(letters)) return letters
  if (byName.size === 0) nameAll()
  return byName.get(letters) ?? null
}
