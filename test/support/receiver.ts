import { createServer, type IncomingHttpHeaders } from 'node:http'
import { text } from 'node:stream/consumers'

/** Something that arrived: its headers, and its body as it came. */
export type Arrived = { path: string; headers: IncomingHttpHeaders; body: string }

type Said = { status: number; words?: string; headers?: Record<string, string> }

/** A program on loopback that is told things: what arrived, in its order, and how it answers. */
export type Receiver = {
  /** Such as `http://127.0.0.1:40123/told`. */
  url: string
  arrived: Arrived[]
  /** From now on it answers so; null: never. */
  answers(how: (one: Arrived) => Said | null): void
  stop(): Promise<void>
}

/** Opens it on a free port; at first it answers 204. */
export async function startReceiver(): Promise<Receiver> {
  const arrived: Arrived[] = []
  let how: (one: Arrived) => Said | null = () => ({ status: 204 })
  const server = createServer(async (request, response) => {
    const one = { path: request.url ?? '', headers: request.headers, body: await text(request) }
    arrived.push(one)
    const said = how(one)
    if (said) response.writeHead(said.status, said.headers).end(said.words)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}/told`,
    arrived,
    answers(next) {
      how = next
    },
    stop() {
      server.closeAllConnections()
      return new Promise((stopped) => server.close(() => stopped()))
    },
  }
}
