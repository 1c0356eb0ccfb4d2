import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { commands } from '../../src/cli/commands.ts'
import { exits } from '../../src/cli/output.ts'
import { settings } from '../../src/config.ts'
import { exportFilters } from '../../src/desk/terminal.ts'
import { filterNames, toldStatuses } from '../../src/domain/export-filters.ts'
import { csvColumns } from '../../src/interchange/exports/csv.ts'
import { verdictDeltaSchema } from '../../src/interchange/exports/delta.ts'
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

/** Every command, as it is typed: `article import`. */
const typed = Object.entries(commands.subCommands ?? {}).flatMap(([noun, { subCommands }]) =>
  subCommands ? Object.keys(subCommands).map((verb) => `${noun} ${verb}`) : [noun],
)

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
    expect(typed).toContain('ledger verify')
    expect(typed.length).toBeGreaterThan(3)
    for (const command of typed) expect(readme).toContain(`\`npm run riscontro -- ${command}`)
  })
  it('names every exit of a command', () => {
    for (const exit of Object.values(exits)) expect(readme).toContain(`\n| \`${exit}\` | `)
  })
  it('names every field of the export', () => {
    const names = [...new Set([verdictExportSchema(), verdictDeltaSchema()].flatMap(fields))]
    expect(names.length).toBeGreaterThan(50)
    for (const name of names) {
      expect(readme, name).toMatch(new RegExp(`\`${name}(\\[\\])?\`|^\\| \`${name}`, 'm'))
    }
  })
  it('names every column of its CSV', () => {
    for (const name of csvColumns) expect(readme).toContain(`\`${name}\``)
  })
  it('names every filter of the export, as a parameter and as an option', () => {
    expect(filterNames.length).toBeGreaterThan(5)
    for (const name of filterNames) expect(readme).toContain(`\n| \`${name}\`, \`--${name}\` | `)
    expect(Object.keys(exportFilters)).toEqual(filterNames)
    for (const status of toldStatuses) expect(readme).toContain(`\`${status}\``)
  })
  it('has the two commands that a fresh machine needs, and the one that .ci runs', () => {
    expect(readme).toContain('```sh\nnpm ci && npm start\n```')
    expect(readme).toMatch(/<!-- \.ci\/run runs this -->\n```sh\nnpm ci && npm test\n```/)
    expect(file('.ci/run')).toContain('README')
  })
})
