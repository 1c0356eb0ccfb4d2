import { takeFromArticle } from '../../src/desk/appearances.ts'
import { importArticle } from '../../src/desk/articles.ts'
import { bringEvidence } from '../../src/desk/evidence.ts'
import type { Desk } from '../../src/desk/open.ts'
import { findSnapshot, takeSnapshot } from '../../src/desk/snapshots.ts'
import { excerptAt } from '../../src/domain/excerpt.ts'
import type { Member } from '../../src/domain/member.ts'
import { placeQuote } from '../../src/domain/placing.ts'
import type { Pace } from '../../src/ingest/polite.ts'
import * as story from './story.ts'

/** Nobody waits in a test. */
export const swift: Pace = {
  ...{ delayMs: 0, hosts: 4, longestMs: 0 },
  now: () => performance.now(),
  wait: async () => undefined,
}

/** Where words stand in a text, in code points. */
function placeOf(text: string, words: string): { start: number; end: number } {
  const at = text.indexOf(words)
  if (at < 0) throw new Error(`no such words: ${words}\n${text}`)
  const start = Array.from(text.slice(0, at)).length
  return { start, end: start + Array.from(words).length }
}

/** An article that was fetched from its address. @returns its id */
export async function articleFrom(desk: Desk, member: Member, address: string): Promise<string> {
  const act = { member, at: desk.now() }
  const { snapshot, reading, changes, texts, visits } = await takeSnapshot(desk, act, { address })
  await desk.store.save(changes, { texts, visits })
  const details = { title: 'Il ponte riapre', outlet: '', byline: '', date: '', language: 'it' }
  const kept = await importArticle(desk, member, {
    newId: desk.newId(),
    text: reading?.text ?? '',
    source: 'url',
    snapshot: snapshot.id,
    details: { ...details, url: address },
  })
  return kept.id
}

/** A claim taken from these words of an article. @returns the ids of claim and appearance */
export async function claimOn(desk: Desk, member: Member, article: string, words: string) {
  const found = await desk.store.articles.find(article)
  const version = await desk.store.articles.version(found?.version ?? '')
  const form = { id: desk.newId(), appearanceId: desk.newId(), input: story.claimForm }
  const place = placeOf(version?.body ?? '', words)
  const at = { article, version: version?.id ?? '', ...place }
  await takeFromArticle(desk, member, at, form)
  return { claim: form.id, appearance: form.appearanceId }
}

/** Evidence whose quote was taken from what stands at an address. @returns its id */
export async function quotedFrom(
  desk: Desk,
  member: Member,
  claim: string,
  address: string,
  words: string,
): Promise<string> {
  const id = desk.newId()
  const input = { ...story.evidenceForm, url: address, quote: '' }
  await bringEvidence(desk, member, claim, id, input)
  const evidence = await desk.store.claims.evidenceById(id)
  const snapshot = evidence?.snapshot
  if (!snapshot) throw new Error('no snapshot was kept')
  const { text } = await findSnapshot(desk, snapshot)
  const { start, end } = placeOf(text ?? '', words)
  const excerpt = excerptAt(text ?? '', start, end)
  await desk.store.save([placeQuote(evidence, snapshot, excerpt, { member, at: desk.now() })])
  return id
}
