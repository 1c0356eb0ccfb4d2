import { Worker } from 'node:worker_threads'
import type { Excerpt } from '../domain/excerpt.ts'
import type { ExportFilters } from '../domain/export-filters.ts'
import { type FieldErrors, Refusal, type RefusalCode } from '../domain/refusal.ts'

/** An excerpt, and the text that it was cut from. */
export type Excerpted = { excerpt: Excerpt; from: string }

/** What the worker reads; the answer is a stream of JSON, or of the text of a page. */
export type HeavyRead =
  | { read: 'verdicts'; filters: ExportFilters }
  | { read: 'preview'; filters: ExportFilters; generatedAt: string; most: number }
  | { read: 'choices'; most: number }
  | {
      read: 'page'
      bytes: Uint8Array
      contentType: string | null
      url: string | null
      /** Whether all that it says is wanted where it is no article. */
      whole: boolean
      today: string
    }
  | { read: 'difference'; before: string; after: string }
  | { read: 'anchors'; text: string; excerpts: Excerpted[] }
  | { read: 'html'; bytes: Uint8Array; contentType: string | null }
export type HeavyRequest = { id: number; address: string; job: HeavyRead }
export type HeavyAnswer = { id: number } & (
  | { stream: ReadableStream<Uint8Array> }
  | { refusal: { code: RefusalCode; fields: FieldErrors; values: Record<string, string | number> } }
  | { error: string }
)

export type Heavy = {
  /**
   * A stream of UTF-8 bytes, made off the main thread, on a connection of its own.
   * @throws Refusal as what is read refuses
   */
  run(job: HeavyRead): Promise<ReadableStream<Uint8Array>>
  close(): Promise<void>
}

/** The desk's heavy reads: one worker thread, started at the first of them. */
export function heavyReads(address: string): Heavy {
  let worker: Worker | null = null
  let next = 0
  const waiting = new Map<number, PromiseWithResolvers<ReadableStream<Uint8Array>>>()

  function start(): Worker {
    const started = new Worker(new URL('../worker.ts', import.meta.url))
    started.on('message', (answer: HeavyAnswer) => {
      const asked = waiting.get(answer.id)
      waiting.delete(answer.id)
      if ('stream' in answer) asked?.resolve(answer.stream)
      else if ('refusal' in answer) asked?.reject(new Refusal(answer.refusal.code, answer.refusal))
      else asked?.reject(new Error(answer.error))
    })
    const failed = (error: Error) => {
      for (const { reject } of waiting.values()) reject(error)
      waiting.clear()
      worker = null
    }
    started.on('error', failed)
    started.on('exit', () => failed(new Error('the worker ended')))
    return started
  }

  return {
    run(job) {
      worker ??= start()
      next += 1
      const answer = Promise.withResolvers<ReadableStream<Uint8Array>>()
      waiting.set(next, answer)
      worker.postMessage({ id: next, address, job } satisfies HeavyRequest)
      return answer.promise
    },
    async close() {
      await worker?.terminate()
      worker = null
    },
  }
}
