import { globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import extractConfig from 'dependency-cruiser/config-utl/extract-depcruise-config'
import { describe, expect, test } from 'vitest'

const { forbidden, options } = await extractConfig('./.dependency-cruiser.mjs')

async function look(baseDir: string): Promise<ICruiseResult> {
  const { output } = await cruise(['src', 'views'], {
    ...options,
    baseDir,
    ruleSet: { forbidden },
    validate: true,
  })
  if (typeof output === 'string') throw new Error(output)
  return output
}

const broken = (result: ICruiseResult) =>
  result.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`).sort()

describe('the rooms of the house', () => {
  test('no room imports one it may not know, and every module was looked at', async () => {
    const result = await look(process.cwd())
    const seen = result.modules.map((module) => module.source)
    const written = globSync(['src/**/*.ts', 'views/**/*.ts']).map((path) =>
      path.replaceAll('\\', '/'),
    )

    expect(written.length).toBeGreaterThan(0)
    expect(seen.filter((path) => /^(src|views)\/.*[.]ts$/.test(path)).sort()).toEqual(
      written.sort(),
    )
    expect(result.summary.totalDependenciesCruised).toBeGreaterThan(written.length)
    expect(broken(result)).toEqual([])
  })

  // What each planted import breaks; an import of a type alone counts like any other.
  test.each([
    ['src/domain/a.ts', 'node:crypto', 'domain-is-pure'],
    ['src/domain/a.ts', '../store/there.ts', 'domain-is-pure'],
    ['src/domain/a.ts', './a.ts', 'no-cycles'],
    ['src/ingest/a.ts', '../store/there.ts', 'side-rooms-know-only-the-domain'],
    ['src/matching/a.ts', '../desk/there.ts', 'side-rooms-know-only-the-domain'],
    ['src/interchange/a.ts', '../../views/there.ts', 'side-rooms-know-only-the-domain'],
    ['src/interchange/a.ts', '../config.ts', 'side-rooms-know-only-the-domain'],
    ['src/store/a.ts', '../desk/there.ts', 'store-knows-domain-and-matching'],
    ['src/store/a.ts', '../interchange/there.ts', 'store-knows-domain-and-matching'],
    ['src/desk/a.ts', '../web/there.ts', 'desk-knows-no-pages'],
    ['src/desk/a.ts', '../../views/there.ts', 'desk-knows-no-pages'],
    ['views/a.ts', '../src/desk/there.ts', 'views-know-only-the-domain'],
    ['src/web/a.ts', '../store/there.ts', 'web-never-reaches-the-store'],
    ['src/cli.ts', './web/there.ts', 'doors-open-the-desk'],
    ['src/cli/a.ts', '../store/there.ts', 'doors-open-the-desk'],
    ['src/cli/a.ts', '../domain/there.ts', 'doors-open-the-desk'],
    ['src/desk/a.ts', '../cli/there.ts', 'desk-knows-no-pages'],
    ['src/main.ts', './cli/there.ts', 'main-serves-the-desk'],
    ['src/worker.ts', './store/there.ts', 'doors-open-the-desk'],
    ['src/main.ts', './store/there.ts', 'main-serves-the-desk'],
    ['src/config.ts', './desk/there.ts', 'config-stands-alone'],
    ['src/desk/a.ts', 'drizzle-orm', 'drivers-only-in-store'],
    ['src/web/a.ts', 'better-sqlite3', 'drivers-only-in-store'],
    ['src/main.ts', 'pg', 'drivers-only-in-store'],
    ['src/web/a.ts', '../../test/there.ts', 'no-tests-in-the-house'],
    ['src/web/a.ts', 'vitest', 'no-development-packages'],
    ['src/web/a.ts', './nowhere.ts', 'no-dead-ends'],
  ])('%s importing %s is found', async (from, to, rule) => {
    for (const form of [`import { x } from '${to}'`, `import type { x } from '${to}'`]) {
      const house = plant({ [from]: `${form}\nexport const y: typeof x = x\n` })
      try {
        expect(broken(await look(house)).map((line) => line.split(':')[0])).toContain(rule)
      } finally {
        rmSync(house, { recursive: true })
      }
    }
  })
})

/** A small house on disk: a module called `there` in every room, and what is planted. */
function plant(files: Record<string, string>): string {
  const house = mkdtempSync(join(tmpdir(), 'riscontro-imports-'))
  const rooms = ['domain', 'ingest', 'matching', 'interchange', 'store', 'desk', 'web', 'cli']
  const folders = [...rooms.map((room) => `src/${room}`), 'views', 'test']
  const standing: Record<string, string> = {
    ...Object.fromEntries(folders.map((folder) => [`${folder}/there.ts`, 'export const x = 1\n'])),
    'src/config.ts': 'export const x = 1\n',
    'package.json': '{"dependencies":{"pg":"*"},"devDependencies":{"vitest":"*"}}',
    'node_modules/vitest/package.json': '{"name":"vitest","main":"index.js"}',
    'node_modules/vitest/index.js': '',
  }
  for (const [path, text] of Object.entries({ ...standing, ...files })) {
    mkdirSync(dirname(join(house, path)), { recursive: true })
    writeFileSync(join(house, path), text)
  }
  return house
}
