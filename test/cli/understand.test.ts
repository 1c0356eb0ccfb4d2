import { stripVTControlCharacters } from 'node:util'
import { describe, expect, it } from 'vitest'
import { commands } from '../../src/cli/commands.ts'
import { understand } from '../../src/cli/understand.ts'

/** What is said of a command line that is not carried out. */
async function said(words: string[]) {
  const understood = await understand(commands, words)
  if ('command' in understood) throw new Error('it is understood')
  const { usage, problem } = understood
  return { usage: stripVTControlCharacters(usage), problem: problem?.message ?? null }
}

const verbs = [
  ['article', 'import'],
  ['article', 'read'],
  ['export', 'verdicts'],
  ['ledger', 'verify'],
]

describe('a command line', () => {
  it.each([
    [[], 'No command specified.'],
    [['article'], 'No command specified.'],
    [['bogus'], 'Unknown command bogus.'],
    [['article', 'bogus'], 'Unknown command bogus.'],
    [['article', 'constructor'], 'Unknown command constructor.'],
    [['--json', 'ledger', 'verify'], 'Unknown command --json.'],
    [['article', 'import'], 'Missing argument: SOURCES.'],
    [['article', 'read', '--json'], 'Missing argument: SOURCE.'],
    [['article', 'read', 'one', 'two'], 'Unexpected argument: two.'],
    [['export', 'verdicts', 'all'], 'Unexpected argument: all.'],
    [['export', 'verdicts', '--out'], "Option '--out <value>' argument missing."],
    [['export', 'verdicts', '--out='], "Option '--out' has no value."],
    [['ledger', 'verify', '--loud'], "Unknown option '--loud'."],
    [['ledger', 'verify', '-j'], "Unknown option '-j'."],
    [['ledger', 'verify', '--json=yes'], "Option '--json' does not take an argument."],
  ])('is refused: %j', async (words, problem) => {
    const known = words.filter((word) =>
      /^(article|import|read|export|verdicts|ledger|verify)$/.test(word),
    )
    const usage = words[0]?.startsWith('--') ? 'riscontro' : ['riscontro', ...known].join(' ')
    expect(await said(words)).toEqual({
      problem,
      usage: expect.stringContaining(`USAGE ${usage} `),
    })
  })

  it.each([[], ['article'], ['export'], ['ledger'], ...verbs])(
    'asks for help: %s %s',
    async (...words) => {
      const typed = words.filter(Boolean)
      for (const help of ['--help', '-h']) {
        const { usage, problem } = await said([...typed, help])
        expect(problem).toBeNull()
        expect(usage).toContain(`USAGE ${['riscontro', ...typed].join(' ')} `)
        if (typed.length > 1) expect(usage).toContain('--json')
      }
    },
  )

  it.each([
    [['article', 'import', 'a.txt', 'https://example.org', '-', '--json'], 4],
    [['article', 'read', '-'], 1],
    [['article', 'read', '--', '--help'], 2],
    [['export', 'verdicts', '--out', 'x.json', '--json'], 3],
    [['ledger', 'verify'], 0],
  ])('is understood: %j', async (words, count) => {
    const understood = await understand(commands, words)
    expect(understood).toMatchObject({ args: words.slice(2) })
    expect(words.slice(2)).toHaveLength(count)
  })
})
