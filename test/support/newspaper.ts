import { createServer, type IncomingHttpHeaders } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'

/** What a page of the host is at the moment. */
type Leaf = {
  body?: string
  status?: number
  type?: string
  headers?: Record<string, string>
  /** How long it lets one wait, in milliseconds. */
  slow?: number
}

/** A host on loopback whose pages a test writes, changes and takes away. */
export type Newspaper = {
  /** Such as `http://127.0.0.1:40123`. */
  origin: string
  /** Its pages, by their paths. What is not there is 404. */
  pages: Map<string, Leaf>
  /** What it was asked for, in order, with when that came and when it was answered. */
  asked: { path: string; headers: IncomingHttpHeaders; from: number; to: number }[]
  stop(): Promise<void>
}

/** A page as newspapers make them, with an article in it. */
export const pageOf = (title: string, paragraphs: string[]): string =>
  `<!doctype html><html lang="it"><head><meta charset="utf-8"><title>${title}</title></head>
<body><header><nav><a href="/">Prima pagina</a></nav></header><main><article><h1>${title}</h1>
${paragraphs.map((text) => `<p>${text}</p>`).join('\n')}
</article></main><footer><p>Tutti i diritti riservati</p></footer></body></html>`

/** Opens it on a free port of 127.0.0.1. Pages that are text have an ETag, and answer 304 to it. */
export async function openNewspaper(): Promise<Newspaper> {
  const pages: Newspaper['pages'] = new Map()
  const asked: Newspaper['asked'] = []
  const server = createServer(async (request, response) => {
    const from = performance.now()
    const path = request.url ?? '/'
    const record = { path, headers: request.headers, from, to: Infinity }
    asked.push(record)
    const page = pages.get(path) ?? { body: 'no such page', status: 404 }
    if (page.slow) await wait(page.slow)
    const { body = '', status = 200, type = 'text/html; charset=utf-8', headers = {} } = page
    const unchanged =
      status === 200 && headers.ETag && request.headers['if-none-match'] === headers.ETag
    record.to = performance.now()
    response.writeHead(unchanged ? 304 : status, { 'Content-Type': type, ...headers })
    response.end(unchanged ? undefined : body)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    origin: `http://127.0.0.1:${port}`,
    pages,
    asked,
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped())
        server.closeAllConnections()
      }),
  }
}
