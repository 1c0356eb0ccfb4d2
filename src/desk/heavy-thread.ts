import { type ResourceLimits, Worker } from 'node:worker_threads'
import { Refusal } from '../domain/refusal.ts'
import type { HeavyAnswer, HeavyRead, HeavyRequest } from './heavy-jobs.ts'
import { receivedPieces } from './heavy-pieces.ts'

export type HeavyThread = {
  /**
   * @param begun called when the thread takes the job up: it may have to start first
   * @throws Refusal as what is read refuses; `unreadable` where the thread's heap is full
   */
  run(job: HeavyRead, begun?: () => void): Promise<ReadableStream<Uint8Array>>
  /** Bytes that the thread holds, in its heap and beside it: what a file is unpacked into. */
  held(): Promise<number>
  /** Ends the thread and what it reads; the next job starts another one. */
  end(): Promise<void>
}

type Asked = PromiseWithResolvers<ReadableStream<Uint8Array>> & { begun?: (() => void) | undefined }

/** One worker thread, started at the first job. @param limits of its heap */
export function heavyThread(address: string, limits: ResourceLimits = {}): HeavyThread {
  let worker: Worker | null = null
  let next = 0
  const waiting = new Map<number, Asked>()

  function start(): Worker {
    const started = new Worker(new URL('../worker.ts', import.meta.url), { resourceLimits: limits })
    started.on('message', (answer: HeavyAnswer) => {
      const asked = waiting.get(answer.id)
      if ('begun' in answer) return asked?.begun?.()
      waiting.delete(answer.id)
      if ('port' in answer) asked?.resolve(receivedPieces(answer.port))
      else if ('refusal' in answer) asked?.reject(new Refusal(answer.refusal.code, answer.refusal))
      else asked?.reject(new Error(answer.error))
    })
    const failed = (error: unknown) => {
      // One that was ended may report it when the next one is at work already.
      if (worker !== started) return
      worker = null
      for (const { reject } of waiting.values()) reject(error)
      waiting.clear()
    }
    started.on('error', (error) => failed(isFull(error) ? tooHeavy() : error))
    started.on('exit', () => failed(new Error('the worker ended')))
    return started
  }

  return {
    run(job, begun) {
      worker ??= start()
      next += 1
      const answer = Promise.withResolvers<ReadableStream<Uint8Array>>()
      waiting.set(next, { ...answer, begun })
      worker.postMessage({ id: next, address, job } satisfies HeavyRequest)
      return answer.promise
    },
    async held() {
      // A thread that is only starting, or has just ended, has no heap to look at.
      const heap = await worker?.getHeapStatistics().catch(() => null)
      return heap ? heap.used_heap_size + heap.external_memory : 0
    },
    async end() {
      const ended = worker
      worker = null
      for (const { reject } of waiting.values()) reject(new Error('the worker was ended'))
      waiting.clear()
      await ended?.terminate()
    },
  }
}

const isFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'

export const tooHeavy = (): Refusal => new Refusal('unreadable', { values: { why: 'heavy' } })
