import { describe, expect, test } from 'vitest'
import { inert } from '../../src/ingest/html/inert.ts'

describe('a page made inert', () => {
  test.each([
    ['<link rel=x href="http://a">', '<basefont rel=x href="#" data-href="http://a">'],
    ['<LINK\nrel=x><link/rel=x>', '<basefont\nrel=x><basefont/rel=x>'],
    ['<iframe src=x></iframe >', '<noframes src=x></noframes >'],
    ['<frame src=x><frameset>', '<basefont src=x><frameset>'],
    ['<a href=http://a>', '<a href="#" data-href=http://a>'],
    [`<a title=''HREF = ' //a'>`, `<a title=''HREF="#" data-HREF = ' //a'>`],
    ['<use xlink:href="x.svg#a">', '<use xlink:href="#" data-xlink:href="x.svg#a">'],
  ])('%s becomes %s', (page, made) => {
    expect(inert(page)).toBe(made)
  })

  test.each([
    '<a href="#note">',
    '<use xlink:href = "#icon">',
    '<linked><frames><p>the href of a link</p>',
    'href=x',
  ])('%s stays', (page) => {
    expect(inert(page)).toBe(page)
  })

  test('cannot be put together from its parts', () => {
    expect(inert('<li<link>nk href=//a>')).not.toMatch(/<link/i)
    expect(inert('<ifr<iframe>ame src=//a>')).not.toMatch(/<iframe/i)
  })

  test('takes time in proportion to its length, whatever is in it', () => {
    const begun = performance.now()
    for (const piece of ['<link', '<a href= ', ' href', '<a "', ' href=" ']) {
      inert(piece.repeat(200_000))
      inert(`${piece}${' '.repeat(1_000_000)}#`)
    }
    expect(performance.now() - begun).toBeLessThan(5000)
  })
})
