import { describe, expect, it, test } from 'vitest'
import { readRobots } from '../../src/ingest/robots.ts'

const may = (text: string, path: string): boolean =>
  readRobots(text).allows(new URL(path, 'https://example.org'))

describe('a robots.txt', () => {
  test.each([
    ['nothing at all', '', '/page', true],
    ['everybody barred', 'User-agent: *\nDisallow: /', '/page', false],
    [
      'everybody but us',
      'User-agent: *\nDisallow: /\n\nUser-agent: Riscontro\nDisallow:',
      '/a',
      true,
    ],
    ['us alone', 'User-agent: riscontro/1.0\nDisallow: /\nUser-agent: *\nAllow: /', '/a', false],
    ['another of a longer name', 'User-agent: RiscontroBot\nDisallow: /', '/a', true],
    [
      'several names that share rules',
      'User-agent: a\nUser-agent: Riscontro\nDisallow: /x',
      '/x/y',
      false,
    ],
    [
      'two groups of our name',
      'User-agent: Riscontro\nDisallow: /x\nUser-agent: Riscontro\nDisallow: /y',
      '/y',
      false,
    ],
    [
      'a sitemap between names',
      'User-agent: Riscontro\nSitemap: https://e.org/s\nUser-agent: b\nDisallow: /',
      '/a',
      false,
    ],
    ['a path by its beginning', 'User-agent: *\nDisallow: /priv', '/private?a=b', false],
    ['another case of the path', 'User-agent: *\nDisallow: /Priv', '/private', true],
    ['the longest rule', 'User-agent: *\nDisallow: /a\nAllow: /a/b', '/a/b/c', true],
    [
      'the longest rule, whichever comes first',
      'User-agent: *\nAllow: /a/b\nDisallow: /a/b/c',
      '/a/b/c',
      false,
    ],
    ['two rules of one length', 'User-agent: *\nDisallow: /a\nAllow: /a', '/a', true],
    ['a star', 'User-agent: *\nDisallow: /*/print', '/2025/06/print', false],
    ['a star that meets nothing', 'User-agent: *\nDisallow: /*/print', '/print', true],
    ['an end', 'User-agent: *\nDisallow: /*.pdf$', '/a.pdf', false],
    ['an end that is none', 'User-agent: *\nDisallow: /*.pdf$', '/a.pdf?b', true],
    ['an end without a star', 'User-agent: *\nDisallow: /a$', '/a', false],
    ['an end that goes on', 'User-agent: *\nDisallow: /a$', '/ab', true],
    ['pieces that would overlap', 'User-agent: *\nDisallow: /ab*bc$', '/abc', true],
    ['a query', 'User-agent: *\nDisallow: /*?print=', '/a?print=1', false],
    ['escapes in another case', 'User-agent: *\nDisallow: /perch%c3%a9', '/perché', false],
    ['letters that are not escaped', 'User-agent: *\nDisallow: /perché', '/perch%C3%A9', false],
    ['an escape that is none', 'User-agent: *\nDisallow: /%61rticle', '/article', false],
    ['an escaped slash', 'User-agent: *\nDisallow: /a%2Fb', '/a/b', true],
    [
      'comments and blanks',
      '# all\n  user-AGENT : *  # of them\n\tDISALLOW:/x # here',
      '/x',
      false,
    ],
    [
      'a byte order mark, and lines as old machines end them',
      '\uFEFFUser-agent: *\rDisallow: /',
      '/a',
      false,
    ],
    ['rules of nobody', 'Disallow: /', '/a', true],
    ['a page in its place', '<!doctype html><p>User-agent: *</p><p>Disallow: /</p>', '/a', true],
  ])('understands %s', (_, text, path, allowed) => {
    expect(may(text, path)).toBe(allowed)
  })

  it('says how long to wait, to us or to everybody', () => {
    const slow =
      'User-agent: *\nCrawl-delay: 2.5\nUser-agent: riscontro\nCrawl-delay: 10\nDisallow: /x'
    expect(readRobots(slow).delay).toBe(10)
    expect(readRobots('User-agent: *\nCrawl-delay: 2.5').delay).toBe(2.5)
    for (const none of ['', 'User-agent: *\nCrawl-delay: soon', 'User-agent: *\nCrawl-delay: -1']) {
      expect(readRobots(none).delay).toBeNull()
    }
  })

  it('that is written to be slow is not', () => {
    const rules = `Disallow: /${'*a'.repeat(500)}\n`.repeat(1000)
    const from = performance.now()
    expect(
      may(`User-agent: *\n${rules}Disallow: /${'*'.repeat(400_000)}x`, `/${'a'.repeat(400)}`),
    ).toBe(true)
    expect(performance.now() - from).toBeLessThan(1000)
  })

  it('that is written for a long address is no slower', () => {
    const half = 'a'.repeat(15_000)
    const rules = `Disallow: /*${half}b${half}\n`.repeat(17)
    const from = performance.now()
    expect(may(`User-agent: *\n${rules}`, `/${'a'.repeat(60_000)}`)).toBe(true)
    expect(performance.now() - from).toBeLessThan(1000)
  })

  it('counts for its first 500 kilobytes', () => {
    const padding = `# ${'.'.repeat(100)}\n`.repeat(6000)
    expect(may(`User-agent: *\n${padding}Disallow: /`, '/a')).toBe(true)
  })
})
