import { z } from 'zod'
import { type Change, record } from './ledger.ts'
import { type Act, demand } from './member.ts'
import { demandPast, needed, optional, parse, partialDate } from './parse.ts'

export const outcomes = ['none_found', 'found'] as const

/** Where we looked, with which words, when, and what came of it. */
export type SearchRecord = {
  id: string
  revision: number
  claim: string
  place: string
  words: string
  searchedOn: string | null
  outcome: (typeof outcomes)[number]
  note: string | null
  addedAt: string
}

export const searchRecordInput = z.object({
  place: needed(200),
  words: needed(300),
  searchedOn: partialDate,
  outcome: z.enum(outcomes),
  note: optional(1000),
})

/** @throws Refusal `forbidden`, `invalid` */
export function addSearchRecord(newId: string, claim: string, input: unknown, act: Act): Change {
  demand(act.member, 'checker')
  const read = parse(searchRecordInput, input)
  demandPast(act.at, { searchedOn: read.searchedOn })
  const searchedOn = read.searchedOn ?? act.at.slice(0, 10)
  const after: SearchRecord = {
    id: newId,
    revision: 0,
    claim,
    ...read,
    searchedOn,
    addedAt: act.at,
  }
  return record('search_record', 'add', act, null, after, { claim })
}
