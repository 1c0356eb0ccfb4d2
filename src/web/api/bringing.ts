import { z } from '@hono/zod-openapi'
import { renewArticle } from '../../desk/articles.ts'
import { type Incoming, readArticle } from '../../desk/incoming.ts'
import { keepArrived, saveArrived } from '../../desk/snapshots.ts'
import { sources } from '../../domain/article.ts'
import type { Act } from '../../domain/member.ts'
import { parse } from '../../domain/parse.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Page } from '../env.ts'
import { memberOf } from '../frame.ts'
import { made } from './answers.ts'
import { sentIn } from './guards.ts'

/** In letters, of a request that may have 4 MB. */
const MAX_CONTENT = 4_000_000

/** A file as JSON carries it. */
const file = z.object({
  content: z
    .base64()
    .max(MAX_CONTENT)
    .describe('Its bytes in Base64; what is larger comes in by its address, or on the page'),
  type: z.string().max(200).nullish().describe('Its media type, where that is known'),
})

/** Where a text comes from: one of the three. */
export const bringInput = z.object({
  address: z.string().max(2000).nullish().describe('An http(s) address, to be fetched'),
  text: z.string().nullish(),
  file: file.nullish(),
})

/** What was read of it, to be confirmed. */
export const articleReading = z
  .object({
    article: z.uuid().nullable().describe('The article that holds this text, where there is one'),
    renewed: z.boolean().describe('Whether it got a new version just now'),
    source: z.enum(sources),
    snapshot: z.uuid().nullable().describe('What was kept of it; of a text nothing is'),
    text: z.string(),
    ...{ title: z.string().nullable(), outlet: z.string().nullable() },
    ...{ byline: z.string().nullable(), date: z.string().nullable() },
    ...{ language: z.string().nullable(), url: z.string().nullable() },
  })
  .openapi('ArticleReading')

/**
 * What a program brings in: an address before a text, a text before a file.
 * @returns null where it brings nothing
 */
export function broughtIn(sent: unknown): Incoming | null {
  const { address, text, file } = parse(bringInput, sent)
  if (address) return { address }
  if (text) return { text }
  if (!file) return null
  return { bytes: Buffer.from(file.content, 'base64'), contentType: file.type ?? null }
}

const ways = (given: Incoming) =>
  'address' in given ? 'url' : 'text' in given ? 'paste' : 'upload'

/** Reads what is brought, as the page does on which an article comes in. */
export async function bringing(c: Page) {
  const [desk, member] = [c.get('desk'), memberOf(c)]
  const given = broughtIn(sentIn(c))
  if (!given) throw new Refusal('invalid', { fields: { text: { code: 'required' } } })
  const { arrived, reading, there, changed } = await readArticle(desk, member, given)
  const source = ways(given)
  const { text } = reading
  const take = (act: Act) => keepArrived(desk, act, arrived)
  if (changed) await renewArticle(desk, member, changed.id, { text, source, take })
  const isKnown = there ?? changed?.id ?? null
  const isKept = !isKnown && source !== 'paste'
  const snapshot = isKept ? await saveArrived(desk, member, arrived) : null
  const said = { article: isKnown, renewed: changed !== null, source, snapshot }
  return made(
    c,
    articleReading,
    { ...reading, ...said },
    isKnown ? `/articles/${isKnown}` : '/articles',
  )
}
