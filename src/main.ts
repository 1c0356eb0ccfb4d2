import { pino } from 'pino'
import { readConfig } from './config.ts'
import { scheduleCatchingUp } from './desk/catching-up.ts'
import { scheduleCheckpoints } from './desk/checkpoints.ts'
import { openDesk } from './desk/open.ts'
import { scheduleRechecks } from './desk/rechecks.ts'
import { scheduleWebhooks } from './desk/webhooks/telling.ts'
import { serveDesk } from './web/serve.ts'

/** Says in words, and without a stack, what has to be put right before it can start. */
function giveUp(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}

async function open() {
  const config = readConfig()
  const desk = await openDesk(config.database, config)
  await desk.keys.demand()
  return { config, desk }
}

const { config, desk } = await open().catch(giveUp)

const log = pino({ level: config.log })
if (config.recheckHours !== null) {
  scheduleRechecks(desk, config.recheckHours, (error) => log.error(error, 'a recheck failed'))
}
scheduleCheckpoints(desk, (error) => log.error(error, 'a checkpoint failed'))
scheduleCatchingUp(desk, (error) => log.error(error, 'reading again for the index failed'))
scheduleWebhooks(desk, (error) => log.error(error, 'telling a webhook failed'))

serveDesk(desk, config, log, (address) => {
  process.stdout.write(`Riscontro is open at ${address}\n`)
  if (!desk.welcomeKey) return
  process.stdout.write(
    `This desk is empty. Make its first account here (the link works once):\n  ${address}/welcome?key=${desk.welcomeKey}\n`,
  )
})
