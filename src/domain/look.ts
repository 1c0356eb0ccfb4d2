import { bases } from './look/bases.ts'
import {
  type Figures,
  type Finding,
  type FindingCode,
  findingCodes,
  type Looked,
} from './look/finding.ts'
import { contrarySearch, origins, reply } from './look/grounds.ts'
import { unsourced } from './look/paragraphs.ts'
import { appearances } from './look/places.ts'
import { sources } from './look/sources.ts'

export { atEvidence, findingCodes } from './look/finding.ts'
export type { Figures, Finding, FindingCode, Looked }

/**
 * The look before signing: reads a claim as a critical colleague would. What it finds blocks nothing;
 * going on with it open asks for a word why.
 * @returns what is found, in the order of `findingCodes`
 */
export function look(looked: Looked): Finding[] {
  const found = [
    ...unsourced(looked),
    ...origins(looked),
    ...contrarySearch(looked),
    ...reply(looked),
    ...sources(looked),
    ...appearances(looked),
    ...bases(looked),
  ]
  return findingCodes.flatMap((code) => found.filter((one) => one.code === code))
}

/** A finding as a verdict version keeps it. */
export const noted = ({ code, place }: Finding): string => `${code} ${place}`

/** What a verdict version kept; a finding that the desk no longer knows is left out. */
export function notedIn(findings: string[] | null): Finding[] {
  return (findings ?? []).flatMap((one) => {
    const [name, place = ''] = one.split(' ')
    const code = findingCodes.find((known): known is FindingCode => known === name)
    return code ? [{ code, place, values: {} }] : []
  })
}
