import type { Socket } from 'node:net'
import { TLSSocket } from 'node:tls'
import {
  brotliCompressSync,
  deflateRawSync,
  deflateSync,
  gzipSync,
  zstdCompressSync,
} from 'node:zlib'
import { makePdf } from './pdf.ts'

/** The page that the server has to give where nothing is wrong. */
export const PAGE = '<!doctype html><title>Perché sì</title><p>È successo lunedì.</p>'.repeat(20)

/** Words with letters that tell one encoding from another. */
export const WORDS = 'Così il ponte è già aperto, perché la città lo voleva.'

const PICTURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])

/** What a host does with a connection, once it was asked for a path. */
type Fault = (socket: Socket, path: URL) => void

const head = (status: number | string, headers: Record<string, string | number> = {}): string =>
  [
    `HTTP/1.1 ${status} -`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    '\r\n',
  ].join('\r\n')

const html = { 'Content-Type': 'text/html; charset=utf-8' }
const chunked = { ...html, 'Transfer-Encoding': 'chunked' }
const chunk = (bytes: Uint8Array | string): Buffer =>
  Buffer.concat([
    Buffer.from(`${Buffer.byteLength(bytes).toString(16)}\r\n`),
    Buffer.from(bytes),
    Buffer.from('\r\n'),
  ])

/** A whole answer, with its true length. */
export const whole = (
  bytes: Uint8Array | string,
  headers: Record<string, string | number> = html,
  status = 200,
): Fault => {
  return (socket) => {
    const length = Buffer.byteLength(bytes)
    socket.write(head(status, { ...headers, 'Content-Length': length }))
    socket.end(bytes)
  }
}

const coded = (bytes: Uint8Array, coding: string): Fault =>
  whole(bytes, { ...html, 'Content-Encoding': coding })

const redirect = (location: string, status = 302): Fault =>
  whole('moved', { Location: location }, status)

/** Bytes and no more, as they are. */
const bytes = (text: string | Uint8Array): Fault => {
  return (socket) => {
    socket.end(text)
  }
}

/** Says the beginning, then the rest again and again until the other side goes. */
const again = (beginning: string, rest: string | Uint8Array, everyMs: number): Fault => {
  return (socket) => {
    socket.write(beginning)
    const timer = setInterval(() => socket.write(rest), everyMs)
    socket.once('close', () => clearInterval(timer))
  }
}

/** As fast as the other side takes it. */
const flood = (beginning: string, piece: Uint8Array, times: number): Fault => {
  return (socket) => {
    socket.write(beginning)
    let left = times
    const pour = () => {
      while (left-- > 0) if (!socket.write(piece)) return
      socket.end()
    }
    socket.on('drain', pour)
    pour()
  }
}

/** Without the goodbye of TCP; of TLS where that is what there is. */
const drop = (socket: Socket): void => {
  if (socket instanceof TLSSocket) socket.destroy()
  else socket.resetAndDestroy()
}

/** Then the connection breaks. */
const reset = (beginning: string): Fault => {
  return (socket) => {
    if (beginning === '') return drop(socket)
    socket.write(beginning)
    setTimeout(() => drop(socket), 30)
  }
}

const MB = 1_000_000
const zeros = Buffer.alloc(64_000)
const bomb = Buffer.alloc(50 * MB)
const gzip = gzipSync(PAGE)
const length = Buffer.byteLength(PAGE)
const half = PAGE.slice(0, 200)

const faults: Record<string, Fault> = {
  '/page': whole(PAGE),
  '/unframed': bytes(head(200, html) + PAGE),
  '/chunked': bytes(
    Buffer.concat([
      Buffer.from(head(200, chunked)),
      chunk(half),
      chunk(PAGE.slice(200)),
      chunk(''),
    ]),
  ),
  '/gzip': coded(gzip, 'gzip'),
  '/x-gzip': coded(gzip, 'X-GZip'),
  '/br': coded(brotliCompressSync(PAGE), 'br'),
  '/zstd': coded(zstdCompressSync(PAGE), 'zstd'),
  '/deflate': coded(deflateSync(PAGE), 'deflate'),
  '/deflate-raw': coded(deflateRawSync(PAGE), 'deflate'),
  '/identity': coded(Buffer.from(PAGE), 'identity'),
  '/pdf': whole('%PDF-1.7', { 'Content-Type': 'application/pdf' }),
  '/untyped': whole(PAGE, {}),
  '/picture': whole(PICTURE, { 'Content-Type': 'image/png' }),
  '/says-page': whole(PICTURE),
  '/says-picture': whole(PAGE, { 'Content-Type': 'image/png' }),
  '/says-text': whole(PICTURE, { 'Content-Type': 'text/plain' }),
  '/pdf-empty': whole(makePdf(['']), { 'Content-Type': 'application/pdf' }),
  '/nothing-in-it': whole('<!doctype html><title>x</title><body><div></p></span></html>'),
  '/broken-html': whole(`<html><p>${WORDS}<p><b>Non chiuso <div></p></span><table><tr><p>`),
  '/latin-as-utf8': whole(Buffer.from(`<!doctype html><p>${WORDS}`, 'latin1')),
  '/utf8-as-latin': whole(`<!doctype html><meta charset="iso-8859-1"><p>${WORDS}`, {
    'Content-Type': 'text/html; charset=iso-8859-1',
  }),
  // It says UTF-8 and is not.
  '/charset': whole(Buffer.from('Perch\u00e9', 'latin1')),
  '/cookie': whole(PAGE, { ...html, 'Set-Cookie': 'a=1; Path=/', 'X-Twice': '1', 'x-twice': '2' }),

  '/silent': () => undefined,
  '/half-head': (socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Ty'),
  '/half': (socket) => socket.write(head(200, { ...html, 'Content-Length': length }) + half),
  '/slow-head': again('HTTP/1.1 200 OK\r\n', 'X-Wait: a\r\n', 20),
  '/slow-body': again(head(200, { ...html, 'Content-Length': 1000 }), 'a', 20),
  '/endless': again(head(200, chunked), chunk('a'), 20),
  '/interim': again('', head('103'), 1),
  '/interim-flood': flood('', Buffer.from(head('103').repeat(1000)), 100_000),

  '/reset': reset(''),
  '/reset-head': reset('HTTP/1.1 200 OK\r\n'),
  '/reset-half': reset(head(200, { ...html, 'Content-Length': length }) + half),
  '/reset-unframed': reset(head(200, html) + half),
  '/closed': bytes(''),
  '/long': bytes(head(200, { ...html, 'Content-Length': length + 1000 }) + PAGE),
  '/short': bytes(head(200, { ...html, 'Content-Length': 200 }) + PAGE),
  '/two-lengths': bytes(
    `HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 900\r\n\r\n${PAGE}`,
  ),
  '/length-and-chunks': bytes(head(200, { ...chunked, 'Content-Length': 5 }) + PAGE),
  '/unfinished': bytes(Buffer.concat([Buffer.from(head(200, chunked)), chunk(PAGE)])),
  '/bad-chunks': bytes(`${head(200, chunked)}zz\r\n${PAGE}\r\n`),
  '/transfer-gzip': bytes(head(200, { ...html, 'Transfer-Encoding': 'gzip' }) + PAGE),
  '/not-http': bytes('SSH-2.0-OpenSSH_9.6\r\n'),
  '/bare': bytes(PAGE),
  '/nul-header': bytes(`HTTP/1.1 200 OK\r\nX\0: 1\r\n\r\n${PAGE}`),
  '/upgrade': bytes(head(101, { Upgrade: 'chat', Connection: 'Upgrade' })),
  '/huge-header': whole(PAGE, { ...html, 'X-Policy': 'a'.repeat(100_000) }),
  '/long-header': whole(PAGE, { ...html, 'X-Policy': 'a'.repeat(30_000) }),

  '/gzip-cut': coded(gzip.subarray(0, -40), 'gzip'),
  '/br-cut': coded(brotliCompressSync(PAGE).subarray(0, -20), 'br'),
  '/zstd-cut': coded(zstdCompressSync(PAGE).subarray(0, -20), 'zstd'),
  '/gzip-not': coded(Buffer.from(PAGE), 'gzip'),
  '/coding-unknown': coded(Buffer.from(PAGE), 'sdch'),
  '/coding-twice': coded(gzipSync(gzip), 'gzip, gzip'),

  // 9.6 MB, as one piece after the other.
  '/ample': flood(head(200, html), zeros, 150),
  '/large': flood(head(200, html), zeros, (50 * MB) / zeros.length),
  '/large-chunked': flood(head(200, chunked), chunk(zeros), (50 * MB) / zeros.length),
  '/200-megabytes': flood(head(200, html), zeros, (200 * MB) / zeros.length),
  // Nothing comes after: its word is enough.
  '/large-declared': (socket) => socket.write(head(200, { ...html, 'Content-Length': 50 * MB })),
  '/crumbs': flood(head(200, chunked), Buffer.from('1\r\na\r\n'.repeat(1000)), 5000),
  '/gzip-bomb': coded(gzipSync(bomb), 'gzip'),
  '/br-bomb': coded(brotliCompressSync(bomb.subarray(0, 5 * MB)), 'br'),
  '/zstd-bomb': coded(zstdCompressSync(bomb), 'zstd'),
  '/deflate-bomb': coded(deflateSync(bomb), 'deflate'),

  '/no-content': bytes(head(204)),
  '/empty': whole(''),
  '/empty-gzip': coded(gzipSync(''), 'gzip'),
  '/empty-coded': coded(Buffer.alloc(0), 'gzip'),

  '/self': redirect('/self'),
  '/circle': redirect('/circle/back'),
  '/circle/back': redirect('/circle'),
  '/accents': (socket) => socket.end(Buffer.from(head(301, { Location: '/perché' }))),
  '/perch%C3%A9': whole(PAGE),
  '/nowhere': bytes(head(302)),
}

/** The fault of a path; some have something in them: `/status/404`, `/to?ADDRESS`, `/hops/3`. */
export function faultOf(path: URL): Fault {
  const [, kind, value] = path.pathname.split('/')
  if (kind === 'status') return whole('no', html, Number(value))
  if (kind === 'to') return redirect(decodeURIComponent(path.search.slice(1)), Number(value ?? 302))
  if (kind === 'hops') return redirect(value === '1' ? '/page' : `/hops/${Number(value) - 1}`)
  return faults[path.pathname] ?? whole('no such fault', html, 404)
}
