import { globSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { expect, test } from 'vitest'

/** What stands in a file, with its path as the repository spells it. */
type Source = { path: string; text: string }

/** Reads what the patterns match, and refuses to look at nothing. */
function read(...patterns: string[]): Source[] {
  const files = globSync(patterns)
    .filter((path) => statSync(path).isFile())
    .map((path) => path.replaceAll('\\', '/'))
  expect(files.length, `${patterns} matched no file`).toBeGreaterThan(0)
  return files.sort().map((path) => ({ path, text: readFileSync(path, 'utf8') }))
}

/** Every line that breaks a rule, as `path:line: text`. */
function linesWith(pattern: RegExp, sources: Source[]): string[] {
  return sources.flatMap(({ path, text }) =>
    text
      .split('\n')
      .flatMap((line, at) => (pattern.test(line) ? [`${path}:${at + 1}: ${line.trim()}`] : [])),
  )
}

const code = () => read('src/**/*.ts', 'views/**/*.ts')
const views = () => read('views/**/*.ts')
const connections = /^src\/store\/connection/
const dialects = /^src\/store\/(connection|tables[.](sqlite|postgres)[.]ts)/
const except = (pattern: RegExp) => (source: Source) => !pattern.test(source.path)

test('statements are awaited: nothing outside the connections calls .all(), .get() or .run()', () => {
  const calls = /[.](all|get|run)\(\)/
  expect(calls.test('db.select().from(claims).all()')).toBe(true)
  expect(calls.test("headers.get('etag')")).toBe(false)
  expect(linesWith(calls, code().filter(except(connections)))).toEqual([])
})

test('rows are counted with count(), as a raw count(*) comes back as a string on PostgreSQL', () => {
  const raw = /\bcount\(\s*\*\s*\)/i
  expect(raw.test('select COUNT( * ) from claim')).toBe(true)
  const sources = code().filter(except(connections))
  expect(linesWith(raw, sources.map(withoutComments))).toEqual([])
})

test('columns have no mode outside the dialects, as engines disagree on booleans and dates', () => {
  const mode = /\bmode:\s*'(boolean|timestamp|timestamp_ms|json|number|bigint|date|string)'/
  expect(mode.test("integer('done', { mode: 'boolean' })")).toBe(true)
  expect(linesWith(mode, code().filter(except(dialects)))).toEqual([])
})

test('only src/config.ts reads the environment', () => {
  const environment = /\bprocess[.]env\b|\benv\b[^'"`]*from 'node:process'/
  expect(environment.test('process.env.PORT')).toBe(true)
  const sources = code().filter(except(/^src\/config[.]ts$/))
  expect(linesWith(environment, sources.map(withoutComments))).toEqual([])
})

test('attributes are quoted in every template', () => {
  expect(unquoted('html`<a href="${url}" class="x?a=${b}">${a => b}</a>`')).toEqual([])
  expect(unquoted('html`<a href=${url}>`')).toEqual(['href='])
  expect(unquoted('html`<input\n  type=text name="${name}">`')).toEqual(['type='])
  expect(unquoted('html`<a href="${url}" ${html` title=${title}`}>`')).toEqual(['title='])
  const found = views().flatMap(({ path, text }) => unquoted(text).map((at) => `${path}: ${at}`))
  expect(found).toEqual([])
})

test('no template carries a script that the content security policy would stop', () => {
  const inline =
    /\bhx-on\b|["'\s]js:|\son[a-z]+="|<script(?![^>]*(\bsrc=|"application\/ld\+json"))|\sstyle="/
  expect(inline.test('<button hx-on:click="go()">')).toBe(true)
  expect(inline.test('<button onclick="go()">')).toBe(true)
  expect(inline.test(`hx-vals="js:{a: 1}"`)).toBe(true)
  expect(inline.test('<script type="module" src="/assets/riscontro.js"></script>')).toBe(false)
  // Data is no script: it does not run.
  expect(inline.test('<script type="application/ld+json">')).toBe(false)
  expect(linesWith(inline, views().map(withoutComments))).toEqual([])
})

test('types are not argued away, save where the dialects meet', () => {
  const escapes = /\bas any\b|\bas unknown as\b|@ts-(ignore|nocheck)/
  expect(escapes.test('x as any')).toBe(true)
  expect(linesWith(escapes, code().filter(except(dialects)).map(withoutStrings))).toEqual([])
})

test('the house reads nothing that lies outside the repository', () => {
  const outside = /[.][.]\/shared\b|(['"`])\/(etc|home|tmp|var)\//
  expect(outside.test("readFileSync('../shared/articles/1.txt')")).toBe(true)
  expect(linesWith(outside, code())).toEqual([])
})

test('the root holds the house, and what a tool or a code host looks for there', () => {
  const house = ['src', 'migrations', 'views', 'test']
  const tools = ['package.json', 'package-lock.json', 'tsconfig.json', 'drizzle.config.ts']
  const hosts = ['README.md', 'LICENSE', 'CHANGELOG.md', 'CONTRIBUTING.md', 'Dockerfile']
  const allowed = new Set([...house, ...tools, ...hosts, 'biome.json', 'node_modules', 'data'])
  const entries = readdirSync('.')
  expect(entries).toEqual(expect.arrayContaining(house))
  expect(entries.filter((name) => !name.startsWith('.') && !allowed.has(name))).toEqual([])
})

test('no file names a machine, a folder of one, or the address of a package registry', () => {
  // Spelled in parts, or this file would name them too.
  const places = ['registry[.]npm' + 'js', '/wo' + 'rk/', '/ro' + 'ot/', 'npm' + 'mirror[.]com']
  const named = new RegExp(places.join('|'))
  expect(named.test(`https://registry.npm${'js'}.org/zod`)).toBe(true)
  const text = /[.](ts|mjs|js|json|md|css|sql|html|svg|txt|ya?ml)$|\/[.]?[a-z]+$|^[^.]+$|^[.]/
  const sources = read('{src,views,test,migrations,.ci}/**/*', '*.*', '.[a-z]*', 'LICENSE').filter(
    (source) => text.test(source.path),
  )
  expect(sources.map((source) => source.path)).toContain('package-lock.json')
  expect(linesWith(named, sources)).toEqual([])
})

test('the lock file says what is installed, never from where, and for every platform', () => {
  const [lock] = read('package-lock.json')
  const { packages } = JSON.parse(lock?.text ?? '') as { packages: Record<string, Locked> }
  const names = Object.keys(packages)
  expect(names.length).toBeGreaterThan(100)
  expect(names.filter((name) => packages[name]?.resolved)).toEqual([])
  expect(names.filter((name) => name && !packages[name]?.integrity)).toEqual([])
  const missing = names.flatMap((name) =>
    Object.keys(packages[name]?.optionalDependencies ?? {}).filter(
      (optional) => !names.some((other) => other.endsWith(`node_modules/${optional}`)),
    ),
  )
  expect(missing).toEqual([])
})

type Locked = {
  resolved?: string
  integrity?: string
  optionalDependencies?: Record<string, string>
}

/** Names of attributes inside a tag that are followed by `=` and no quote. */
function unquoted(text: string): string[] {
  const attribute =
    /<[a-z][^<>]*?\s([a-z][\w:.-]*=)(?!["'=>\s])|html` ?([a-z][\w:.-]*=)(?!["'=>\s])/g
  return [...text.replace(/="[^"]*"/g, '=""').matchAll(attribute)].map(
    (match) => match[1] ?? match[2] ?? '',
  )
}

/** The same lines without what is said about the code: `//` to the end, and lines of a docstring. */
function withoutComments({ path, text }: Source): Source {
  const lines = text.split('\n').map((line) => (/^\s*(\/?\*|\/\/)/.test(line) ? '' : line))
  return { path, text: lines.map((line) => line.replace(/\s\/\/ .*$/, '')).join('\n') }
}

function withoutStrings({ path, text }: Source): Source {
  return { path, text: text.replace(/'[^'\n]*'/g, "''") }
}
