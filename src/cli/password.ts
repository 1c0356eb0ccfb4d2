import { once } from 'node:events'
import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { text } from 'node:stream/consumers'

/** Longer than any password is; whoever pipes in more meant something else. */
const LONGEST = 1000

/**
 * A password from standard input: its first line. On a terminal it is asked for, and what is typed is
 * not shown. It never stands in the command line, where others on the machine could read it.
 */
export async function passwordFrom(input: NodeJS.ReadStream = process.stdin): Promise<string> {
  if (!input.isTTY) return ((await text(input)).split(/\r?\n/)[0] ?? '').slice(0, LONGEST)
  process.stderr.write('Password: ')
  const silent = new Writable({ write: (_bytes, _encoding, done) => done() })
  const asking = createInterface({ input, output: silent, terminal: true })
  const closed = once(asking, 'close').then(() => '')
  const typed = await Promise.race([asking.question(''), closed])
  asking.close()
  process.stderr.write('\n')
  return typed
}
