/**
 * Whether the migrations still say what the tables say, for each dialect: drizzle-kit generates on a
 * copy of the migrations and must find nothing to do. (`drizzle-kit check` does not notice drift.)
 */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'

const dialects = { sqlite: 'sqlite', postgres: 'postgresql' }
const copies = mkdtempSync(join(tmpdir(), 'riscontro-drift-'))

function filesIn(folder: string): Map<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((e) => join(e.parentPath, e.name))
  return new Map(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]))
}

function driftOf(name: string, dialect: string): string[] {
  const kept = join('migrations', name)
  const copy = join(copies, name)
  cpSync(kept, copy, { recursive: true })
  const schema = `./src/store/tables.${name}.ts`
  // It takes folders relative to where it runs, and no others.
  const out = `./${relative(process.cwd(), copy)}`
  const options = [`--dialect=${dialect}`, `--schema=${schema}`, `--out=${out}`]
  // Without a terminal it cannot ask whether a column was renamed; it fails, and that is drift too.
  const said = execFileSync(
    process.execPath,
    ['node_modules/drizzle-kit/bin.cjs', 'generate', ...options],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const before = filesIn(kept)
  if (before.size === 0) throw new Error(`${kept} holds no migration`)
  const changed = [...filesIn(copy)].filter(([path, text]) => before.get(path) !== text)
  // It ends well also after an error of its own: only its own words show that it looked.
  if (changed.length === 0 && !said.includes('No schema changes')) {
    return [`drizzle-kit could not compare them: a column was renamed, or see above. ${said}`]
  }
  return changed.map(([path, text]) => (path.endsWith('.sql') ? `${path}\n${text}` : path))
}

try {
  for (const [name, dialect] of Object.entries(dialects)) {
    const drift = driftOf(name, dialect)
    if (drift.length > 0) {
      console.error(`The tables have moved away from migrations/${name}:\n${drift.join('\n')}`)
      process.exitCode = 1
    } else console.log(`migrations/${name} says what the tables say`)
  }
} finally {
  rmSync(copies, { recursive: true, force: true })
}
