import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Runs every bench of a folder, one after the other, or the one that the command line names; what else it
 * says is for the bench. One that fails fails the whole.
 * @param parts what stands in the folder and is no bench itself
 */
export function runBenches(folder: string, parts: string[]): void {
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
}
