import type { Contact } from '../contact.ts'
import { type Evidence, type ToldEvidence, unproved } from '../evidence.ts'
import { record } from '../ledger.ts'
import type { SearchRecord } from '../search-record.ts'
import { type Decided, keep, type Means, type Shelf } from './shelf.ts'
import type { Moving, ToldContact, ToldSearch } from './told.ts'

/** Evidence as it was told: what was kept of its source is told by its hashes alone, and stays where it is. */
function moveEvidence(
  shelf: Shelf,
  { told: { claimId: claim, publishedAt } }: Moving,
  told: ToldEvidence,
  { act }: Means,
  decided: Decided,
): void {
  const before = shelf.evidence.get(told.id) ?? null
  const { id, number, stance, kind, title, publisher, interest, url, publishedOn } = told
  const { locator, origin, quote, quoteLanguage, translation, quoteReason, rank, rankReason } = told
  const after: Evidence = {
    ...(before ?? { id, revision: 0, claim, note: null, ...unproved, addedAt: publishedAt }),
    ...{ number, stance, kind, title, publisher, interest, url, publishedOn },
    ...{ locator, origin, quote, quoteLanguage, translation, quoteReason, rank, rankReason },
    visibility: 'public',
    visibilityReason: null,
  }
  const kept = keep(decided, record('evidence', 'move_in', act, before, after, { claim }))
  shelf.evidence.set(id, kept)
}

/** Search records are told without an id: one that says the same is the same. */
function moveSearch(
  shelf: Shelf,
  { told: { claimId: claim, publishedAt } }: Moving,
  { place, words, searchedOn, outcome, note }: ToldSearch,
  { act, newId }: Means,
  decided: Decided,
): void {
  const there = shelf.searches.get(claim) ?? []
  const said = { place, words, searchedOn, outcome, note }
  if (there.some((one) => sameIn(said, one))) return
  const after: SearchRecord = { id: newId(), revision: 0, claim, ...said, addedAt: publishedAt }
  const kept = keep(decided, record('search_record', 'move_in', act, null, after, { claim }))
  shelf.searches.set(claim, [...there, kept])
}

/** Contacts too: the same question to the same person is the same contact, whatever came of it since. */
function moveContact(
  shelf: Shelf,
  { told: { claimId: claim, publishedAt } }: Moving,
  { who, role, way, askedOn, question, outcome, reply, repliedOn }: ToldContact,
  isNewest: boolean,
  { act, newId }: Means,
  decided: Decided,
): void {
  const there = shelf.contacts.get(claim) ?? []
  const asked = { who, way, askedOn, question }
  const before = there.find((one) => sameIn(asked, one)) ?? null
  if (before && !isNewest) return
  const after: Contact = {
    ...(before ?? { id: newId(), revision: 0, claim, addedAt: publishedAt }),
    ...asked,
    ...{ role, outcome, reply, repliedOn, visibility: 'public' },
  }
  const kept = keep(decided, record('contact', 'move_in', act, before, after, { claim }))
  shelf.contacts.set(claim, [...there.filter((one) => one !== before), kept])
}

const sameIn = (said: Record<string, unknown>, there: object): boolean =>
  Object.entries(said).every(([name, value]) => Reflect.get(there, name) === value)

/** What a verdict was told to stand on. What a newer version told of it counts. */
export function moveGrounds(
  shelf: Shelf,
  moving: Moving,
  isNewest: boolean,
  means: Means,
  decided: Decided,
): void {
  const { evidence, searches, contacts } = moving.told
  for (const told of evidence) {
    if (isNewest || !shelf.evidence.has(told.id)) moveEvidence(shelf, moving, told, means, decided)
  }
  for (const told of searches) moveSearch(shelf, moving, told, means, decided)
  for (const told of contacts) moveContact(shelf, moving, told, isNewest, means, decided)
}
