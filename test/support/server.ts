import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const PATIENCE_MS = 30_000

/** The desk as people run it: a process of its own, on an empty database in a folder of its own. */
export type Server = {
  /** The link that it prints while the desk is empty. */
  welcome: string
  folder: string
  /** Everything it printed. */
  said(): string
  /** Asks it to stop. @returns the code it ended with; null where it had to be killed */
  stop(): Promise<number | null>
}

/** Starts it on a free port, and waits for it to say where it is open. */
export async function startServer(): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), 'riscontro-server-'))
  // A group of its own: what has to be killed is killed with all that it started.
  const child = spawn(process.execPath, ['src/node.mjs', 'src/main.ts'], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      PORT: '0',
      HOST: '127.0.0.1',
      RISCONTRO_DB: join(folder, 'desk.db'),
      RISCONTRO_ORIGIN: '',
      RISCONTRO_LOG: 'warn',
    },
  })
  let said = ''
  const hear = (bytes: Buffer) => {
    said += bytes.toString()
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  const ended = new Promise<number | null>((end) => child.once('exit', end))
  const kill = () => {
    try {
      if (child.pid) process.kill(-child.pid, 'SIGKILL')
    } catch {
      // it has ended already
    }
  }
  process.once('exit', kill)

  async function stop(): Promise<number | null> {
    child.kill('SIGTERM')
    const late = setTimeout(kill, PATIENCE_MS)
    const code = await ended
    clearTimeout(late)
    process.removeListener('exit', kill)
    rmSync(folder, { recursive: true, force: true })
    return code
  }

  const until = Date.now() + PATIENCE_MS
  for (;;) {
    const [welcome] = /http:\S+\/welcome\?key=\S+/.exec(said) ?? []
    if (welcome) return { welcome, folder, said: () => said, stop }
    const gone = await Promise.race([ended.then(() => true), wait(50)])
    if (!gone && Date.now() < until) continue
    await stop()
    throw new Error(`The desk did not open. It said:\n${said}`)
  }
}

const wait = (ms: number) => new Promise<false>((go) => setTimeout(go, ms, false))
