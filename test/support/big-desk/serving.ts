import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Delay, Serving, Word } from './server.ts'

const script = join(import.meta.dirname, 'server.ts')

/** A server of a desk of many claims, in a process of its own. */
export type Server = Serving & { child: ChildProcess }

/** Starts one; with `profile` among the words it leaves a CPU profile in the folder for temporary files. */
export async function started(database: string): Promise<Server> {
  const profile = process.argv.includes('profile')
    ? ['--cpu-prof', `--cpu-prof-dir=${join(tmpdir(), 'riscontro-bench-profiles')}`]
    : []
  const child = fork(script, [database], { execArgv: [...process.execArgv, ...profile] })
  const [serving]: Serving[] = await once(child, 'message')
  if (!serving) throw new Error('the server did not open')
  return { ...serving, child }
}

const say = ({ child }: Server, word: Word): boolean => child.send(word)

/** Begins to measure how long its event loop is kept waiting. */
export const beginDelay = (server: Server): boolean => say(server, 'begin')

export async function tellDelay(server: Server): Promise<Delay> {
  const told = once(server.child, 'message')
  say(server, 'tell')
  const [delay]: Delay[] = await told
  if (!delay) throw new Error('the server said nothing')
  return delay
}

/** The processor's time that all its threads have taken, in milliseconds. */
export async function usedBy(server: Server): Promise<number> {
  const told = once(server.child, 'message')
  say(server, 'used')
  const [used]: number[] = await told
  return used ?? Number.NaN
}

export async function ended(server: Server): Promise<void> {
  const exit = once(server.child, 'exit')
  say(server, 'end')
  await exit
}

/** Asks for a page or a document. @returns its bytes as they come */
export async function ask({ port, cookie }: Server, path: string, more = {}) {
  const headers = { cookie, 'accept-language': 'en', ...more }
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers })
  if (answer.status !== 200 || !answer.body) throw new Error(`${path}: ${answer.status}`)
  return answer.body
}

/** Asks for it, to its last byte. */
export async function askWhole(server: Server, path: string, more = {}): Promise<void> {
  for await (const _ of await ask(server, path, more));
}
