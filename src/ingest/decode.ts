import { withFewMarks } from '../domain/marks.ts'
import { Refusal } from '../domain/refusal.ts'

/** The longest text accepted, in bytes of UTF-8: 1 MB. A long article has about 20 thousand. */
export const MAX_TEXT_BYTES = 1_048_576

/** First bytes of kinds of file that people upload by mistake, where no NUL need follow. */
const MAGIC_NUMBERS: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46, 0x2d], // %PDF-
  [0x50, 0x4b, 0x03, 0x04], // ZIP, and with it docx, odt, epub
  [0x50, 0x4b, 0x05, 0x06], // an empty ZIP
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0xff, 0xd8, 0xff], // JPEG
  [0x47, 0x49, 0x46, 0x38], // GIF8
  [0x1f, 0x8b], // gzip
  [0x52, 0x61, 0x72, 0x21, 0x1a], // RAR
  [0x37, 0x7a, 0xbc, 0xaf], // 7z
  [0xd0, 0xcf, 0x11, 0xe0], // old Word and Excel
  [0x7f, 0x45, 0x4c, 0x46], // ELF
  [0x28, 0xb5, 0x2f, 0xfd], // zstd
  [0x7b, 0x5c, 0x72, 0x74, 0x66], // {\rtf: readable bytes, but not the words of an article
]

/** Control characters that no plain text has: all but tab, line ends and form feed. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these characters are what it looks for
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/g

// biome-ignore lint/suspicious/noControlCharactersInRegex: these characters are what it takes out
const INVISIBLE = /[\u0001-\u0008\u000e-\u001f\u007f\ufeff]/g

/**
 * Reads an uploaded text file: UTF-8, UTF-16 with a byte order mark, else Windows-1252, which gives
 * every byte a meaning and is what older editorial systems write.
 *
 * @param bytes the whole file
 * @returns its text without byte order mark, otherwise as it is: `cleanText` comes after
 * @throws Refusal `too_large` over `MAX_TEXT_BYTES`, `binary` where it is not text, `invalid` with
 *   `text: required` where there is nothing but blanks
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes.length > MAX_TEXT_BYTES) throw tooLarge()
  if (MAGIC_NUMBERS.some((magic) => magic.every((byte, at) => bytes[at] === byte))) {
    throw new Refusal('binary')
  }
  const text = decode(bytes).replace(/^\ufeff+/, '')
  const controls = text.match(CONTROL)?.length ?? 0
  if (text.includes('\0') || controls > Math.max(2, text.length / 100)) throw new Refusal('binary')
  if (text.trim() === '') throw missing()
  return text
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  const utf8 = new TextDecoder('utf-8').decode(bytes)
  const broken = utf8.match(/\ufffd/g)?.length ?? 0
  if (broken === 0) return utf8
  // A UTF-8 file that was cut in the middle of a character stays UTF-8; in Windows-1252 nearly every
  // accented letter is broken UTF-8.
  const whole = utf8.match(/[^\0-\u007f\ufffd]/gu)?.length ?? 0
  return whole >= 4 * broken ? utf8 : new TextDecoder('windows-1252').decode(bytes)
}

/**
 * Makes a pasted or decoded text ready to be kept: line ends become `\n`, byte order marks and
 * control characters go, blanks at the end of lines and blank lines around the text go, three or
 * more blank lines become one, unpaired surrogates become U+FFFD, letters are composed (NFC, so
 * that an è typed as e + accent is found again), of more than 30 marks on one letter the rest goes.
 * Quotes, dashes and all else stay the author's.
 * Cleaning twice changes nothing.
 *
 * @param text as a person pasted it
 * @throws Refusal `too_large` over `MAX_TEXT_BYTES` of UTF-8, `invalid` with `text: nul` or
 *   `text: required`
 */
export function cleanText(text: string): string {
  if (text.includes('\0')) throw new Refusal('invalid', { fields: { text: { code: 'nul' } } })
  // A form sends every line end as two bytes; a text that was accepted as a file still fits.
  const sent = text.replaceAll('\r\n', '\n')
  if (Buffer.byteLength(sent) > MAX_TEXT_BYTES) throw tooLarge()
  const lines = sent
    .toWellFormed()
    .replace(INVISIBLE, '')
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .split('\n')
    // trimEnd and not a regular expression: `\s+$` is quadratic on a megabyte of blanks.
    .map((line) => line.trimEnd())
  let first = 0
  let last = lines.length
  while (first < last && lines[first] === '') first++
  while (last > first && lines[last - 1] === '') last--
  const joined = lines
    .slice(first, last)
    .join('\n')
    .replace(/\n{4,}/g, '\n\n')
  const clean = withFewMarks(withFewMarks(joined).normalize('NFC'))
  if (clean === '') throw missing()
  // Composing can lengthen a few rare characters.
  if (Buffer.byteLength(clean) > MAX_TEXT_BYTES) throw tooLarge()
  return clean
}

export function tooLarge(): Refusal {
  return new Refusal('too_large', { values: { max: 1_000_000 } })
}

function missing(): Refusal {
  return new Refusal('invalid', { fields: { text: { code: 'required' } } })
}
