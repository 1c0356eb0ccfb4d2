import { constants, deflateRawSync } from 'node:zlib'

/** Points from the left and from the foot of an A4 page, and the size of the letters. */
type Place = { x: number; y: number; size: number }
type Written = Place & { words: string }
type Extra = { title?: string; encrypt?: string; catalog?: string }

/** Letters in WinAnsi, with fi and fl as the ligatures of the font where they are written `ﬁ`, `ﬂ`. */
function shown(words: string): string {
  const odd: Record<string, number> = {
    ﬁ: 1,
    ﬂ: 2,
    '’': 146,
    '“': 147,
    '”': 148,
    '–': 150,
    '\u00ad': 45,
  }
  const codes = [...words].map((sign) => odd[sign] ?? sign.codePointAt(0) ?? 0)
  return `<${Buffer.from(codes).toString('hex')}>`
}

/** What a page draws, line by line. */
export const drawn = (lines: Written[]): string =>
  lines
    .map(({ words, x, y, size }) => `BT /F ${size} Tf ${x} ${y} Td ${shown(words)} Tj ET`)
    .join('\n')

/** Lines of a page one under the other, as a word processor sets them; an empty one is a gap. */
export const page = (lines: string[], from: Partial<Place> = {}): string => {
  const { x = 72, y = 770, size = 11 } = from
  return drawn(lines.flatMap((words, at) => (words ? [{ words, x, y: y - 14 * at, size }] : [])))
}

/** A file of PDF made of its objects, numbered from 1; the first is the catalogue. */
function pdfOf(objects: (string | Buffer)[], trailer = ''): Buffer {
  const parts: Uint8Array[] = [Buffer.from('%PDF-1.7\n%\u00e2\u00e3\n', 'latin1')]
  const places: number[] = []
  let size = parts[0]?.length ?? 0
  const add = (part: string | Buffer) => {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : part
    parts.push(bytes)
    size += bytes.length
  }
  for (const [at, object] of objects.entries()) {
    places.push(size)
    add(`${at + 1} 0 obj\n`)
    add(object)
    add('\nendobj\n')
  }
  const xref = size
  const entries = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  add(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`)
  add(`trailer\n<</Size ${objects.length + 1} /Root 1 0 R ${trailer}>>\n`)
  add(`startxref\n${xref}\n%%EOF\n`)
  return Buffer.concat(parts)
}

const streamOf = (data: string | Buffer, entries = ''): Buffer => {
  const bytes = typeof data === 'string' ? Buffer.from(data, 'latin1') : data
  const head = Buffer.from(`<</Length ${bytes.length} ${entries}>>\nstream\n`)
  return Buffer.concat([head, bytes, Buffer.from('\nendstream')])
}

const FONT = `<</Type /Font /Subtype /Type1 /BaseFont /Helvetica
/Encoding <</BaseEncoding /WinAnsiEncoding /Differences [1 /fi /fl]>>>>`

/** A PDF of pages, each given by what it draws (`page`, or an object of its own making). */
export function makePdf(
  pages: (string | Buffer)[],
  extra: Extra = {},
  more: Buffer[] = [],
): Buffer {
  const first = 4
  const kids = pages.map((_, at) => `${first + 2 * at} 0 R`).join(' ')
  const after = first + 2 * pages.length
  const forms = more.map((_, at) => `/X${at} ${after + at} 0 R`).join(' ')
  const title = Buffer.from(`\ufeff${extra.title ?? ''}`, 'utf16le')
    .swap16()
    .toString('hex')
  const trailer = [
    extra.title === undefined ? '' : `/Info <</Title <${title}>>>`,
    extra.encrypt ? `/Encrypt ${extra.encrypt} /ID [<00> <00>]` : '',
  ]
  return pdfOf(
    [
      `<</Type /Catalog /Pages 2 0 R ${extra.catalog ?? ''}>>`,
      `<</Type /Pages /Kids [${kids}] /Count ${pages.length}>>`,
      FONT,
      ...pages.flatMap((drawing, at) => [
        `<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${first + 2 * at + 1} 0 R
/Resources <</Font <</F 3 0 R>> /XObject <<${forms}>>>>>>`,
        typeof drawing === 'string' ? streamOf(drawing) : drawing,
      ]),
      ...more,
    ],
    trailer.join(' '),
  )
}

/** A PDF that opens only with a password. */
export const lockedPdf = (): Buffer => {
  const key = 'ab'.repeat(32)
  const encrypt = `<</Filter /Standard /V 1 /R 2 /O <${key}> /U <${key}> /P -4>>`
  return makePdf([page(['Segreto'])], { encrypt })
}

/** Eight megabytes that unpack to as many gigabytes. */
export function bombPdf(): Buffer {
  const megabyte = deflateRawSync(Buffer.alloc(1_048_576), {
    finishFlush: constants.Z_FULL_FLUSH,
  })
  const zlib = Buffer.of(0x78, 0x9c)
  return makePdf([
    streamOf(Buffer.concat([zlib, ...Array(8000).fill(megabyte)]), '/Filter /FlateDecode'),
  ])
}

/**
 * A PDF that draws one thing twice, which draws one twice, and so on: 2^40 words, to whose end nobody reads.
 * @param held how many things hang on the first of them, which cannot be let go before its end
 */
export function endlessPdf(held = 0): Buffer {
  const DEPTH = 40
  const form = (draws: string, names: string, more = '') =>
    streamOf(
      draws,
      `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources <</Font <</F 3 0 R>> ${names}>> ${more}`,
    )
  const first = 6
  const forms = Array.from({ length: DEPTH }, (_, at) =>
    form(
      '/Y Do /Y Do',
      `/XObject <</Y ${first + at + 1} 0 R>>`,
      at === 0 ? `/Held [${'<</A 1>>'.repeat(held)}]` : '',
    ),
  )
  const leaf = form(`${'1 0 0 1 0 0 cm '.repeat(20_000)} BT /F 9 Tf (a) Tj ET`, '')
  return makePdf(['/X0 Do'], {}, [...forms, leaf])
}
