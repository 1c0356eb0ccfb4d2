import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { readConfig } from './config.ts'
import { playExample } from './desk/example/play.ts'
import { openDesk } from './desk/open.ts'
import { signInLink } from './desk/sessions.ts'
import { scheduleWebhooks } from './desk/webhooks/telling.ts'
import { serveDesk } from './web/serve.ts'

/** Says in words, and without a stack, what has to be put right before it can start. */
function giveUp(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}

const inFolder = (folder: string) => ({
  files: join(folder, 'files'),
  key: join(folder, 'key.pem'),
})

/** A desk in a folder that goes with it, with the example on it. */
async function open() {
  const config = readConfig()
  const folder = await mkdtemp(join(tmpdir(), 'riscontro-demo-'))
  const desk = await openDesk(join(folder, 'desk.db'), { ...config, ...inFolder(folder) })
  return { config, desk, folder, people: await playExample(desk, { active: true }) }
}

const { config, desk, folder, people } = await open().catch(giveUp)
const log = pino({ level: config.log === 'info' ? 'warn' : config.log })
scheduleWebhooks(desk, (error) => log.error(error, 'telling a webhook failed'))
const links = { checker: signInLink(desk, people.checker), editor: signInLink(desk, people.editor) }

serveDesk(
  desk,
  config,
  log,
  (address) => {
    process.stdout.write(`Riscontro is open at ${address}, on a desk that goes when it is stopped.
Sign in as a checker:
  ${address}/signin/${links.checker}
Sign in as an editor (in another browser, or a private window):
  ${address}/signin/${links.editor}
`)
  },
  () => rm(folder, { recursive: true, force: true }),
)
