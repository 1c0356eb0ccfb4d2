import { stripVTControlCharacters } from 'node:util'
import { runCommand } from 'citty'
import { commands } from './cli/commands.ts'
import { exits, refuse } from './cli/output.ts'
import { understand } from './cli/understand.ts'

// Whoever reads our output, such as `head`, may have read enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

const words = process.argv.slice(2)
const understood = await understand(commands, words)
if ('command' in understood) {
  await runCommand(understood.command, { rawArgs: understood.args })
} else {
  const { usage, problem } = understood
  const stream = problem ? process.stderr : process.stdout
  stream.write(`${stream.isTTY ? usage : stripVTControlCharacters(usage)}\n`)
  if (problem) {
    refuse(problem, words.includes('--json'))
    process.exitCode = exits.misunderstood
  }
}
