import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { settings } from '../../src/config.ts'
import { verdictExportSchema } from '../../src/interchange/verdict-export.ts'

const file = (name: string): string =>
  readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8')
const readme = file('README.md')

/** Every name of a field in a JSON Schema, however deep. */
function fields(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  return Object.entries(schema).flatMap(([key, value]) =>
    key === 'properties'
      ? [...Object.keys(value), ...Object.values(value).flatMap(fields)]
      : fields(value),
  )
}

/** Every command of `src/cli.ts`, as it is typed: `article import`. */
function commands(): string[] {
  const source = file('src/cli.ts')
  const tree = source.slice(source.indexOf('const main = defineCommand'))
  const nouns = tree.matchAll(/(\w+): defineCommand\([\s\S]*?subCommands: \{([^}]*)\}/g)
  const found = Array.from(nouns, ([, noun, verbs = '']) =>
    Array.from(verbs.matchAll(/(\w+):/g), ([, verb]) => `${noun} ${verb}`),
  ).flat()
  return found.map((command) => command.replace(/^main /, ''))
}

describe('the README', () => {
  it('names every setting, with its default', () => {
    const names = Object.keys(settings.shape)
    expect(names.length).toBeGreaterThan(5)
    for (const name of names) expect(readme).toContain(`| \`${name}\` | `)
    const { PORT, HOST, RISCONTRO_DB, RISCONTRO_LOG, RISCONTRO_TIME_ZONE } = settings.parse({})
    for (const value of [PORT, HOST, RISCONTRO_DB, RISCONTRO_LOG, RISCONTRO_TIME_ZONE]) {
      expect(readme).toContain(`| \`${value}\` |`)
    }
  })
  it('names no setting that there is not', () => {
    const named = Array.from(
      readme.matchAll(/^\| `((?:RISCONTRO_)?[A-Z][A-Z_]+)` \|/gm),
      ([, one]) => one,
    )
    expect(named.sort()).toEqual(Object.keys(settings.shape).sort())
  })
  it('names every command', () => {
    const all = commands()
    expect(all).toContain('ledger verify')
    expect(all.length).toBeGreaterThan(3)
    for (const command of all) expect(readme).toContain(`\`npm run riscontro -- ${command}`)
  })
  it('names every field of the export', () => {
    const names = [...new Set(fields(verdictExportSchema()))]
    expect(names.length).toBeGreaterThan(50)
    for (const name of names) {
      expect(readme, name).toMatch(new RegExp(`\`${name}(\\[\\])?\`|^\\| \`${name}`, 'm'))
    }
  })
  it('has the two commands that a fresh machine needs, and the one that .ci runs', () => {
    expect(readme).toContain('```sh\nnpm ci && npm start\n```')
    expect(readme).toMatch(/<!-- \.ci\/run runs this -->\n```sh\nnpm ci && npm test\n```/)
    expect(file('.ci/run')).toContain('README')
  })
})
