/** Sources as the readers of rulings get them, in chunks of any size. */
import type { RulingRead, RulingRecord } from '../../src/domain/ruling-record.ts'
import type { Context } from '../../src/interchange/reading/context.ts'
import { type Reading, readRulings } from '../../src/interchange/reading/read.ts'

export const rome: Context = {
  timeZone: 'Europe/Rome',
  publisher: null,
  language: null,
  page: null,
  languageOf: () => null,
}

export async function* inChunks(
  source: string | Uint8Array,
  size = 50,
): AsyncGenerator<Uint8Array> {
  const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : source
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

export async function* textInChunks(text: string, size = 50): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size)
}

export async function allOf<T>(source: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const one of source) all.push(one)
  return all
}

export const recordsIn = (
  source: string | Uint8Array,
  reading: Reading = { format: 'rulings' },
  context: Partial<Context> = {},
  size = 50,
): Promise<RulingRecord[]> =>
  allOf(readRulings(inChunks(source, size), reading, { ...rome, ...context }))

/** The rulings that were read, and the reasons why others were not. */
export const readIn = (records: RulingRecord[]): RulingRead[] =>
  records.flatMap((one) => ('read' in one ? [one.read] : []))
export const refusedIn = (records: RulingRecord[]): string[] =>
  records.flatMap((one) => ('refused' in one ? [one.refused] : []))
