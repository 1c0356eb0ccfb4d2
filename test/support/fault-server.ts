import { createServer as createTcp, type Socket } from 'node:net'
import { createServer as createTls } from 'node:tls'
import { faultOf, PAGE, whole } from './faults.ts'

export { PAGE } from './faults.ts'

/**
 * A host on loopback that does what hosts do wrong, one fault a path. It writes bytes, not HTTP
 * messages: a library would put most of these right.
 */
export type FaultServer = {
  /** Such as `http://127.0.0.1:40123`. */
  origin: string
  port: number
  /** The requests that arrived, with their headers, as they came. */
  asked: string[]
  /** From now on nothing is wrong: every path gives this page. */
  heal(page?: string): void
  /** How many connections are open. */
  open(): number
  stop(): Promise<void>
}

/**
 * Opens it on a free port of 127.0.0.1.
 * @param secure key and certificate (PEM): then it speaks TLS
 */
export async function startFaultServer(secure?: {
  key: string
  cert: string
}): Promise<FaultServer> {
  const asked: string[] = []
  const sockets = new Set<Socket>()
  let healed: string | null = null
  const answer = (socket: Socket) => {
    socket.on('error', () => undefined)
    socket.once('data', (bytes) => {
      const request = bytes.toString('latin1')
      asked.push(request)
      const [, path = '/'] = request.split(' ')
      const url = new URL(path, 'http://fault.test')
      const does = healed === null ? faultOf(url) : whole(healed)
      does(socket, url)
    })
  }
  const server = secure ? createTls(secure, answer) : createTcp(answer)
  server.on('connection', (socket: Socket) => {
    sockets.add(socket.on('error', () => undefined))
    socket.once('close', () => sockets.delete(socket))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    origin: `${secure ? 'https' : 'http'}://127.0.0.1:${port}`,
    port,
    asked,
    heal: (page = PAGE) => {
      healed = page
    },
    open: () => sockets.size,
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped())
        for (const socket of sockets) socket.destroy()
      }),
  }
}
