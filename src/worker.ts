import { constants, getPriority, setPriority } from 'node:os'
import { MessageChannel, parentPort } from 'node:worker_threads'
import type { HeavyAnswer, HeavyRequest } from './desk/heavy-jobs.ts'
import { sendPieces } from './desk/heavy-pieces.ts'
import { carryOut, refusalIn } from './desk/heavy-work.ts'

// Whoever answers pages goes first where the processor is wanted by both. On Linux a thread has a priority of
// its own; elsewhere it would be the whole process's.
if (process.platform === 'linux') {
  setPriority(Math.max(getPriority(), constants.priority.PRIORITY_BELOW_NORMAL))
}

/** A refusal crosses to the other thread by its parts: an error would arrive without them. */
function answerTo(id: number, error: unknown): HeavyAnswer {
  const refusal = refusalIn(error)
  return refusal ? { id, refusal } : { id, error: String(error) }
}

parentPort?.on('message', async (request: HeavyRequest) => {
  const { id } = request
  parentPort?.postMessage({ id, begun: true } satisfies HeavyAnswer)
  try {
    const stream = await carryOut(request)
    const { port1, port2 } = new MessageChannel()
    parentPort?.postMessage({ id, port: port2 } satisfies HeavyAnswer, [port2])
    await sendPieces(port1, stream)
  } catch (error) {
    parentPort?.postMessage(answerTo(id, error))
  }
})
