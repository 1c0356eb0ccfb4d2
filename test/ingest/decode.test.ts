import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../../src/domain/refusal.ts'
import { cleanText, decodeText, MAX_TEXT_BYTES } from '../../src/ingest/decode.ts'

const bytes = (...values: number[]) => Uint8Array.from(values)
const latin = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'))

function refusalOf(act: () => unknown): Refusal {
  try {
    act()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('nothing was refused')
}

describe('decoding a file', () => {
  it('reads UTF-8, with or without a byte order mark', () => {
    expect(decodeText(Buffer.from('Perché «sì»'))).toBe('Perché «sì»')
    expect(decodeText(Buffer.from('\ufeffPerché'))).toBe('Perché')
  })

  it('reads UTF-16 of both orders by its byte order mark', () => {
    expect(decodeText(Buffer.from('\ufeffPerché', 'utf16le'))).toBe('Perché')
    expect(decodeText(Buffer.from('\ufeffPerché', 'utf16le').swap16())).toBe('Perché')
  })

  it('reads Windows-1252 with its typographic quotes', () => {
    expect(decodeText(latin('Perch\xe9 \x93s\xec\x94 costa 5 \x80'))).toBe('Perché “sì” costa 5 €')
  })

  it('keeps UTF-8 that was cut in the middle of a character', () => {
    const cut = Buffer.from('Perché così è più facile, già').subarray(0, -1)
    expect(decodeText(cut)).toBe('Perché così è più facile, gi\ufffd')
  })

  it('refuses what is not text', () => {
    const files = [
      Buffer.from('%PDF-1.7 and so on'),
      bytes(0x50, 0x4b, 3, 4, 20),
      bytes(0x89, 0x50, 0x4e, 0x47, 13),
      Buffer.from('a\0b'),
      bytes(0xff, 0xfe, 0, 0, 0x41, 0, 0, 0),
      Uint8Array.from({ length: 200 }, (_, at) => (at % 29) + 1),
    ]
    for (const file of files) expect(refusalOf(() => decodeText(file)).code).toBe('binary')
  })

  it('refuses a file over one megabyte, and takes one of exactly that', () => {
    const refusal = refusalOf(() => decodeText(Buffer.alloc(MAX_TEXT_BYTES + 1, 'a')))
    expect(refusal).toMatchObject({ code: 'too_large', values: { max: 1_000_000 } })
    expect(decodeText(Buffer.alloc(MAX_TEXT_BYTES, 'a'))).toHaveLength(MAX_TEXT_BYTES)
  })

  it('refuses an empty or blank file', () => {
    for (const file of [bytes(), Buffer.from(' \n\t'), bytes(0xef, 0xbb, 0xbf)]) {
      const refusal = refusalOf(() => decodeText(file))
      expect(refusal).toMatchObject({ code: 'invalid', fields: { text: { code: 'required' } } })
    }
  })
})

describe('cleaning a text', () => {
  it('settles line ends and blanks and keeps the author’s quotes and dashes', () => {
    expect(cleanText('\ufeff\r\nUno  \r\n\r\n\r\n\r\n\r\n«due» – "tre"\t\rquattro\n\n')).toBe(
      'Uno\n\n«due» – "tre"\nquattro',
    )
  })

  it('composes letters and replaces half characters', () => {
    expect(cleanText('perche\u0301 \ud83d!')).toBe('perché \ufffd!')
  })

  it('refuses NUL, blanks and too much', () => {
    const field = (text: string) => refusalOf(() => cleanText(text)).fields.text?.code
    expect(field('a\0b')).toBe('nul')
    expect(field(' \n ')).toBe('required')
    expect(refusalOf(() => cleanText('è'.repeat(MAX_TEXT_BYTES / 2 + 1))).code).toBe('too_large')
  })

  it('takes no time over a letter with a million bytes of marks', () => {
    const from = performance.now()
    expect(cleanText(`e${'\u0316\u0301'.repeat(240_000)} va`)).toMatch(/^\S{1,31} va$/u)
    expect(performance.now() - from).toBeLessThan(2000)
    const written = 'a\u0316\u0301\u0323\u0302'
    expect(cleanText(written)).toBe(written.normalize('NFC'))
  })

  it('changes nothing the second time', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '\r',
        '\n',
        '\r\n',
        ' ',
        '\u00a0',
        '\ufeff',
        '\u0301',
        '\u0344'.repeat(20),
        '\ud800',
        '\u2028',
      ),
    )
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = `a${pieces.join('').replaceAll('\0', '')}`
        const once = cleanText(text)
        expect(cleanText(once)).toBe(once)
      }),
    )
  })
})
