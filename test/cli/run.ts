import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

export const root = join(import.meta.dirname, '../..')

type Ran = { code: number | null; out: string; err: string }
type How = { env?: Record<string, string>; input?: string | Uint8Array }

/** Starts a script of this repository as npm does: whatever Node is at hand finds the right one. */
export function start(args: string[], env: Record<string, string> = {}): ChildProcess {
  const settings = { PATH: process.env.PATH, HOME: process.env.HOME, NO_COLOR: '1', TZ: 'UTC' }
  return spawn(process.execPath, ['src/node.mjs', ...args], {
    cwd: root,
    env: { ...settings, ...env },
    stdio: 'pipe',
  })
}

/** Runs a script to its end; no command takes that long. */
export async function run(args: string[], { env, input }: How = {}): Promise<Ran> {
  const child = start(args, env)
  const bound = setTimeout(() => child.kill('SIGKILL'), 100_000)
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  child.stdin?.on('error', () => {})
  child.stdin?.end(input ?? '')
  if (!child.stdout || !child.stderr) throw new Error('nothing to read from')
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  clearTimeout(bound)
  return { code, out, err }
}

/** A command of the terminal, on a database. */
export const riscontro = (database: string, args: string[], how: How = {}): Promise<Ran> =>
  run(['src/cli.ts', ...args], { ...how, env: { RISCONTRO_DB: database, ...how.env } })
