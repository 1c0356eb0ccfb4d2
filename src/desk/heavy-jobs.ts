import type { MessagePort } from 'node:worker_threads'
import type { DuePlace } from '../domain/due.ts'
import type { Excerpt } from '../domain/excerpt.ts'
import type { Packing } from '../domain/export-format.ts'
import type { FieldErrors, RefusalCode } from '../domain/refusal.ts'
import type { Written } from '../matching/figures/figure.ts'
import type { Stretch } from './exports/changes.ts'
import type { AskedDocument } from './exports/head.ts'
import type { ToldAsked } from './public-search.ts'
import type { RulingsAsked } from './rulings/search.ts'
import type { SearchAsked } from './search/paging.ts'
import type { ArticlesAsked } from './search.ts'

/** An excerpt, and the text that it was cut from. */
export type Excerpted = { excerpt: Excerpt; from: string }

/** What the worker reads; the answer is a stream of JSON, or of the text of a page. */
export type HeavyRead =
  | ({ read: 'verdicts'; packing: Packing | null } & AskedDocument)
  | ({ read: 'preview'; most: number } & AskedDocument)
  | ({ read: 'news'; most: number } & Stretch)
  | { read: 'choices'; most: number }
  | { read: 'similar'; member: { id: string }; texts: Written[]; limit: number; least: number }
  | { read: 'catchUp'; most: number }
  | { read: 'import'; import: string; folder: string; timeZone: string }
  | { read: 'root'; size: number }
  | { read: 'coverage'; articles: string[] }
  | { read: 'due'; today: string; after: DuePlace | null; limit: number }
  | {
      read: 'page' | 'pdf'
      bytes: Uint8Array
      contentType: string | null
      url: string | null
      /** Whether all that a page says is wanted where it is no article. */
      whole?: boolean
      today: string
    }
  | ({ read: 'search' } & SearchAsked)
  | ({ read: 'articles' } & ArticlesAsked)
  | ({ read: 'rulings' } & RulingsAsked)
  | ({ read: 'told' } & ToldAsked)
  | { read: 'difference'; before: string; after: string }
  | { read: 'anchors'; text: string; excerpts: Excerpted[] }
  | { read: 'html'; bytes: Uint8Array; contentType: string | null }
export type HeavyRequest = { id: number; address: string; job: HeavyRead }
/** First that a job has begun, then what came of it. */
export type HeavyAnswer = { id: number } & (
  | { begun: true }
  | { port: MessagePort }
  | { refusal: { code: RefusalCode; fields: FieldErrors; values: Record<string, string | number> } }
  | { error: string }
)
