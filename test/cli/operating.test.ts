import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commands } from '../../src/cli/commands.ts'
import { understand } from '../../src/cli/understand.ts'
import { person, type TestDesk, testDesk } from '../support/desk.ts'
import * as story from '../support/story.ts'
import { riscontro } from './run.ts'

const of = (one: unknown, name: string): unknown =>
  typeof one === 'object' && one ? Reflect.get(one, name) : undefined

/** Every command that does something, by how it is typed. */
function leaves(command: unknown, path: string[] = []): [typed: string, command: unknown][] {
  const subCommands = of(command, 'subCommands')
  if (!subCommands || typeof subCommands !== 'object') return [[path.join(' '), command]]
  return Object.entries(subCommands).flatMap(([word, one]) => leaves(one, [...path, word]))
}

async function helpOf(words: string[]): Promise<string> {
  const understood = await understand(commands, [...words, '--help'])
  return 'usage' in understood ? stripVTControlCharacters(understood.usage) : ''
}

describe('every command', () => {
  const all = leaves(commands)

  it('is listed by --help, with what it is for', async () => {
    expect(all.length).toBeGreaterThan(10)
    const top = await helpOf([])
    for (const word of Object.keys(commands.subCommands ?? {})) {
      expect(top).toMatch(new RegExp(`^ +${word} +[A-Z].+`, 'm'))
    }
    const wanted = 'account backup doctor export recheck search verify'
    for (const word of wanted.split(' ')) expect(top).toContain(` ${word} `)
  })

  it.each(all)('%s says what it does, and can say it as JSON', async (typed, command) => {
    const args = of(command, 'args')
    expect(of(command, 'meta')).toMatchObject({
      description: expect.stringMatching(/^[A-Z].{10,}/),
    })
    expect(args).toHaveProperty('json', expect.objectContaining({ type: 'boolean' }))
    for (const one of Object.values(args ?? {})) {
      expect(one).toMatchObject({ description: expect.stringMatching(/\w/) })
    }
    expect(await helpOf(typed.split(' '))).toContain('--json')
  })
})

describe('operating a desk from a terminal', () => {
  const folder = mkdtempSync(join(tmpdir(), 'riscontro-operating-'))
  const fresh = join(folder, 'fresh.db')
  let desk: TestDesk
  beforeAll(async () => {
    desk = await testDesk()
    const carla = await person(desk, 'checker', 'Carla')
    const enzo = await person(desk, 'editor', 'Enzo')
    const article = await story.article(desk, carla)
    await story.published(desk, carla, enzo, article)
    await story.claim(desk, carla, article, { statement: 'La scuola ha chiuso\nper neve' })
  })
  afterAll(async () => {
    await desk.end()
    rmSync(folder, { recursive: true, force: true })
  })

  it('account makes the first person and others, and a password never stands in the command line', async () => {
    const input = 'quattro parole in fila\n'
    const who = ['--name', 'Ada', '--email', 'ada@example.org']
    const first = ['account', 'create', ...who, '--desk', 'La Voce', '--stdin', '--json']
    const made = await riscontro(fresh, first, { input })
    expect([made.code, made.err]).toEqual([0, ''])
    expect(JSON.parse(made.out)).toEqual({
      ...{ id: expect.any(String), email: 'ada@example.org', first: true },
    })
    const [next, spoken, nobody, listed] = await Promise.all([
      riscontro(fresh, ['account', 'create', '--name', 'Bo', '--email', 'bo@example.org'], {
        env: { RISCONTRO_ORIGIN: 'https://desk.example.org' },
      }),
      riscontro(fresh, ['account', 'create', ...who, '--password', 'quattro parole']),
      riscontro(fresh, ['account', 'deactivate', 'nobody@example.org', '--json']),
      riscontro(fresh, ['account', 'list', '--json']),
    ])
    expect([next.code, next.err]).toEqual([0, ''])
    expect(next.out).toMatch(/\n {2}https:\/\/desk\.example\.org\/password\/[\w-]{43}\n$/)
    expect(spoken.code).toBe(2)
    expect([nobody.code, JSON.parse(nobody.out).error.code]).toEqual([1, 'not_found'])
    expect(listed.out).toContain('"email":"ada@example.org"')
    expect([made.out, next.out, listed.out].join()).not.toContain('parole')
  }, 120_000)

  it('search finds what the search box finds, one query or a line each', async () => {
    const queries = 'scuola\n\nponte rating:true\nzebra\n'
    const [one, several, wrong] = await Promise.all([
      riscontro(desk.address, ['search', 'scuola neve']),
      riscontro(desk.address, ['search', '-', '--json'], { input: queries }),
      riscontro(desk.address, ['search', 'ponte', '--limit', '0']),
    ])
    expect(one.out).toMatch(/^[\da-f-]{36}\tinbox\t-\tLa scuola ha chiuso per neve\n$/)
    const found = several.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(found.map(({ query, total }) => [query, total])).toEqual([
      ['scuola', 1],
      ['ponte rating:true', 1],
      ['zebra', 0],
    ])
    expect(found[1].claims[0]).toMatchObject({
      ...{ statement: story.claimForm.statement, stage: 'decided', rating: { id: 'true' } },
    })
    expect([several.code, wrong.code]).toEqual([0, 2])
  }, 120_000)

  it('backup copies a desk to a folder, and to standard output', async () => {
    const out = join(folder, 'copy')
    const [made, piped] = await Promise.all([
      riscontro(desk.address, ['backup', '--out', out, '--json']),
      riscontro(desk.address, ['backup', '--out', '-']),
    ])
    expect([made.code, made.err]).toEqual([0, ''])
    expect(JSON.parse(made.out)).toEqual({
      ...{ out, files: expect.any(Number), bytes: expect.any(Number) },
    })
    expect([piped.code, piped.err, piped.out.slice(0, 7)]).toEqual([0, '', 'desk.db'])
    const again = await riscontro(desk.address, ['backup', '--out', out])
    expect([again.code, again.out]).toEqual([1, ''])
    expect(again.err).toContain('is there already')
  }, 120_000)
})
