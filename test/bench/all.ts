/** Every bench, one after the other, or one of them: `npm run bench`, `npm run bench -- ledger 100000`. */
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'

const folder = import.meta.dirname
// What is no bench itself: this file, and what they measure with.
const parts = ['all', 'frame']
const names = readdirSync(folder)
  .flatMap((file) => /^(\w+)[.]ts$/.exec(file)?.[1] ?? [])
  .filter((name) => !parts.includes(name))

const [asked, ...options] = process.argv.slice(2)
if (asked && !names.includes(asked)) {
  console.error(`There is no bench ${asked}: there are ${names.join(', ')}.`)
  process.exitCode = 2
}
for (const name of names.filter((one) => !asked || one === asked)) {
  console.log(`# ${name}`)
  const script = [...process.execArgv, join(folder, `${name}.ts`), ...options]
  const { status } = spawnSync(process.execPath, script, { stdio: 'inherit' })
  if (status !== 0) process.exitCode = 1
}
