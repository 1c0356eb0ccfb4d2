import { describe, expect, it } from 'vitest'
import { Refusal } from '../../src/domain/refusal.ts'
import { decodeHtml } from '../../src/ingest/html.ts'

const latin = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'))
const page = (meta: string, text: string) => `<html><head>${meta}</head><body>${text}</body></html>`

describe('decoding a page', () => {
  const cases: [string, Uint8Array, string | null, string][] = [
    ['UTF-8 without any declaration', Buffer.from(page('', 'perché')), null, 'perché'],
    ['UTF-8 by its header', Buffer.from(page('', 'perché')), 'text/html; charset=utf-8', 'perché'],
    [
      'a byte order mark against a header',
      Buffer.from(`\ufeff${page('', 'perché')}`),
      'text/html; charset=iso-8859-1',
      'perché',
    ],
    ['UTF-16 by its mark', Buffer.from(`\ufeff${page('', 'perché')}`, 'utf16le'), null, 'perché'],
    [
      'nothing declared, not UTF-8',
      latin(page('', 'perch\xe9 \x93s\xec\x94')),
      null,
      'perché “sì”',
    ],
    [
      'a header that says UTF-8 over Windows-1252',
      latin(page('', 'perch\xe9 5 \x80')),
      'text/html; charset=UTF-8',
      'perché 5 €',
    ],
    [
      'a declaration of iso-8859-1 over UTF-8',
      Buffer.from(page('<meta charset="iso-8859-1">', 'perché «sì»')),
      null,
      'perché «sì»',
    ],
    [
      'http-equiv, Cyrillic',
      Uint8Array.from([
        ...latin('<meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><p>'),
        0xec,
        0xee,
        0xf1,
        0xf2,
        0xe8,
        0xea,
      ]),
      null,
      'мостик',
    ],
    [
      'a header of UTF-8 that is wrong where the page knows better',
      Uint8Array.from([...latin('<meta charset=windows-1251><p>'), 0xec, 0xee, 0xf1, 0xf2]),
      'text/html;charset=utf-8',
      'мост',
    ],
    [
      'Shift JIS, from its own declaration',
      Uint8Array.from([...latin('<meta charset="Shift_JIS"><p>'), 0x8b, 0xb4, 0x82, 0xcc]),
      null,
      '橋の',
    ],
    ['an unknown name', latin(page('<meta charset="klingon">', 'perch\xe9')), null, 'perché'],
    [
      'one broken byte in a long UTF-8 page',
      Uint8Array.from([...Buffer.from(page('', 'è così che va, più o meno')), 0xe8]),
      null,
      'è così che va',
    ],
  ]
  for (const [name, bytes, header, text] of cases) {
    it(name, () => expect(decodeHtml(bytes, header)).toContain(text))
  }

  it('refuses what is no page', () => {
    const files = [
      Buffer.from('%PDF-1.7\nand so on'),
      Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10]),
      Uint8Array.from({ length: 4000 }, (_, at) => at % 31),
      Uint8Array.from([0x1f, 0x8b, 8, 0, 0, 0, 0]),
    ]
    for (const file of files) {
      expect(() => decodeHtml(file, 'text/html')).toThrow(new Refusal('binary'))
    }
  })
})
