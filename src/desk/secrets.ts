import { argon2, createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

// OWASP's parameters for argon2id: 19 MiB, two passes, one lane.
const COST = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 }
const derive = promisify(argon2)

/** A token for a link or a session: 256 bits, in letters that a URL can carry. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** What is stored of a token: SHA-256 suffices, because it cannot be guessed. */
export const digest = (token: string): string => createHash('sha256').update(token).digest('hex')

/** @returns `argon2id$m$t$p$salt$hash`, the last two in base64url */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16)
  const hash = await derive('argon2id', { ...COST, message: password.normalize('NFKC'), nonce })
  const parts = [COST.memory, COST.passes, COST.parallelism]
  return ['argon2id', ...parts, nonce.toString('base64url'), hash.toString('base64url')].join('$')
}

/** Whether a password is the one that was hashed, in time that does not tell how close it came. */
export async function isPassword(password: string, stored: string): Promise<boolean> {
  const [, memory, passes, parallelism, salt, hash] = stored.split('$')
  const right = Buffer.from(hash ?? '', 'base64url')
  const given = await derive('argon2id', {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    tagLength: right.length,
    message: password.normalize('NFKC'),
    nonce: Buffer.from(salt ?? '', 'base64url'),
  })
  return timingSafeEqual(given, right)
}
