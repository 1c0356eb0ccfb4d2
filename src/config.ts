import { z } from 'zod'

const blank = (value: unknown) => (value === '' ? undefined : value)

/** Every setting of the process; the README explains each (a test holds it to that). */
export const settings = z.object({
  PORT: z.preprocess(blank, z.coerce.number().int().min(0).max(65_535).default(3000)),
  HOST: z.preprocess(blank, z.string().default('127.0.0.1')),
  RISCONTRO_DB: z.preprocess(blank, z.string().default('data/riscontro.db')),
  RISCONTRO_FILES: z.preprocess(blank, z.string().optional()),
  RISCONTRO_KEY: z.preprocess(blank, z.string().optional()),
  RISCONTRO_ORIGIN: z.preprocess(
    blank,
    z
      .url({ protocol: /^https?$/ })
      .transform((url) => new URL(url).origin)
      .optional(),
  ),
  RISCONTRO_LOG: z.preprocess(
    blank,
    z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  ),
  RISCONTRO_TIME_ZONE: z.preprocess(
    blank,
    z
      .string()
      .default('Europe/Rome')
      .refine((zone) => isTimeZone(zone), 'is no IANA time zone'),
  ),
  RISCONTRO_FETCH_LOOPBACK: z.preprocess(blank, z.enum(['yes', 'no']).default('no')),
  RISCONTRO_RECHECK: z.preprocess(
    blank,
    z
      .union([z.enum(['off', 'daily', 'weekly']), z.coerce.number().min(1).max(8760)], {
        error: 'is neither off, daily, weekly nor a number of hours',
      })
      .default('off'),
  ),
  RISCONTRO_RECHECK_DELAY: z.preprocess(blank, z.coerce.number().min(0).max(3600).default(5)),
  RISCONTRO_PUBLIC: z.preprocess(blank, z.enum(['yes', 'no']).default('yes')),
  RISCONTRO_API_RATE: z.preprocess(
    blank,
    z.coerce.number().int().min(1).max(1_000_000).default(600),
  ),
  RISCONTRO_TRUST_PROXY: z.preprocess(blank, z.enum(['yes', 'no']).default('no')),
})

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

const hoursOf = (every: 'off' | 'daily' | 'weekly' | number): number | null =>
  typeof every === 'number' ? every : { off: null, daily: 24, weekly: 168 }[every]

export type Config = {
  port: number
  host: string
  /** A path, or `postgres://…`. */
  database: string
  /** The folder of kept files, where it is not the one beside the database. */
  files: string | null
  /** The file of the key that the desk signs with, where it is not the one beside the database. */
  key: string | null
  /** Where the desk is reached, where that differs from what the process sees. */
  origin: string | null
  log: string
  timeZone: string
  /** Whether articles may be fetched from this machine itself. */
  fetchLoopback: boolean
  /** After how many hours a source is rechecked by itself; null: never. */
  recheckHours: number | null
  /** How long a host is left alone between two requests, in milliseconds. */
  pace: { delayMs: number }
  /** Whether anybody may read what was published. */
  publicPages: boolean
  /** Whether `X-Forwarded-For` names the client. */
  trustProxy: boolean
  /** How many requests a token has in a minute. */
  apiRate: number
}

/**
 * The settings, from the environment.
 * @throws Error that names each setting that is wrong
 */
export function readConfig(environment: Record<string, string | undefined> = process.env): Config {
  const read = settings.safeParse(environment)
  if (!read.success) {
    const wrong = read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
    throw new Error(`Settings that cannot be used:\n  ${wrong.join('\n  ')}`)
  }
  const env = read.data
  return {
    port: env.PORT,
    host: env.HOST,
    database: env.RISCONTRO_DB,
    files: env.RISCONTRO_FILES ?? null,
    key: env.RISCONTRO_KEY ?? null,
    origin: env.RISCONTRO_ORIGIN ?? null,
    log: env.RISCONTRO_LOG,
    timeZone: env.RISCONTRO_TIME_ZONE,
    fetchLoopback: env.RISCONTRO_FETCH_LOOPBACK === 'yes',
    recheckHours: hoursOf(env.RISCONTRO_RECHECK),
    pace: { delayMs: env.RISCONTRO_RECHECK_DELAY * 1000 },
    publicPages: env.RISCONTRO_PUBLIC === 'yes',
    apiRate: env.RISCONTRO_API_RATE,
    trustProxy: env.RISCONTRO_TRUST_PROXY === 'yes',
  }
}
