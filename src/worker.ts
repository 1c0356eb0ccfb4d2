import { parentPort } from 'node:worker_threads'
import type { HeavyAnswer, HeavyRequest } from './desk/heavy.ts'
import { carryOut } from './desk/heavy-work.ts'

parentPort?.on('message', async (request: HeavyRequest) => {
  const { id } = request
  try {
    const stream = await carryOut(request)
    parentPort?.postMessage({ id, stream } satisfies HeavyAnswer, [stream])
  } catch (error) {
    parentPort?.postMessage({ id, error: String(error) } satisfies HeavyAnswer)
  }
})
