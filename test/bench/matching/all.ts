/** How well texts are matched, measured on real ones: `npm run bench:matching`, or `-- likeness` for one. */
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'

const folder = import.meta.dirname
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.ts') && file !== 'all.ts')
  .map((file) => file.replace(/\.ts$/, ''))

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
