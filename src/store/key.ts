import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomUUID,
  sign,
  verify,
} from 'node:crypto'
import { link, mkdir, open, readFile, rm } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { z } from 'zod'
import { type Checkpoint, type SignedCheckpoint, signedText } from '../domain/checkpoint.ts'
import { isCode, syncFolders } from './files.ts'
import { sha256 } from './seal.ts'

/** A public key as others are told it. */
export type PublicKey = {
  /** The first 16 hex digits of the SHA-256 of the key (SPKI, DER). */
  id: string
  /** SPKI, DER, in Base64. */
  spki: string
  /** Whether this key signed a checkpoint. */
  signed(checkpoint: SignedCheckpoint): boolean
}
export type SigningKey = PublicKey & { sign(checkpoint: Omit<Checkpoint, 'key'>): SignedCheckpoint }

export type Keys = {
  /** The desk's key; null where none was made yet. */
  find(): Promise<SigningKey | null>
  /** The desk's key, made where there is none. */
  demand(): Promise<SigningKey>
}

/** @throws Error where it is no Ed25519 key */
function publicKeyOf(key: KeyObject): PublicKey {
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('it is no Ed25519 key')
  const der = key.export({ type: 'spki', format: 'der' })
  const id = sha256(der).slice(0, 16)
  return {
    id,
    spki: der.toString('base64'),
    signed: ({ signature, ...checkpoint }) =>
      checkpoint.key === id &&
      verify(null, Buffer.from(signedText(checkpoint)), key, Buffer.from(signature, 'base64')),
  }
}

/**
 * Reads a public key from what a desk gives out at `/.well-known/riscontro.json`, from PEM, or from SPKI
 * in Base64.
 * @throws Error that says in words why it cannot be read
 */
export function readPublicKey(text: string): PublicKey {
  const told = text.trim()
  const base64 = told.startsWith('{') ? spkiIn(told) : told
  try {
    if (base64.startsWith('-----')) return publicKeyOf(createPublicKey(base64))
    return publicKeyOf(createPublicKey({ ...SPKI, key: Buffer.from(base64, 'base64') }))
  } catch (error) {
    throw new Error('There is no Ed25519 public key in it.', { cause: error })
  }
}

const SPKI = { format: 'der', type: 'spki' } as const

function spkiIn(json: string): string {
  const read = wellKnownKey.safeParse(parsed(json))
  if (!read.success) throw new Error('There is no key in it: it is not what a desk gives out.')
  return read.data.key.spki
}

const wellKnownKey = z.object({ key: z.object({ spki: z.string() }) })

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}

function signingKey(pem: string): SigningKey {
  const secret = createPrivateKey(pem)
  const known = publicKeyOf(createPublicKey(secret))
  return {
    ...known,
    sign(fields) {
      const checkpoint = { ...fields, key: known.id }
      const signature = sign(null, Buffer.from(signedText(checkpoint)), secret)
      return { ...checkpoint, signature: signature.toString('base64') }
    },
  }
}

const freshPem = (): string =>
  generateKeyPairSync('ed25519', {
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  }).privateKey

/**
 * The key that a desk signs with: a PKCS #8 file that only its owner can read, made once and never
 * written again.
 * @param path null keeps it in memory, for as long as the process lasts
 */
export function openKey(path: string | null): Keys {
  let key: SigningKey | null = null
  const place = path && resolve(path)

  async function find(): Promise<SigningKey | null> {
    if (key || !place) return key
    const pem = await readFile(place, 'utf8').catch((error) => {
      if (isCode(error, ['ENOENT'])) return null
      throw error
    })
    if (pem === null) return null
    try {
      key = signingKey(pem)
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      throw new Error(`The desk cannot sign with the key in ${place}: ${why}.`, { cause: error })
    }
    return key
  }

  return {
    find,
    async demand() {
      const there = await find()
      if (there) return there
      const pem = freshPem()
      if (!place) {
        key = signingKey(pem)
        return key
      }
      await write(place, pem)
      // Another process may have been first: the key is what lies there.
      const made = await find()
      if (!made) throw new Error(`The key in ${place} is gone.`)
      return made
    },
  }
}

/** The file is there whole, or not at all; one that is there already is left alone. */
async function write(place: string, pem: string): Promise<void> {
  const partial = `${place}.${randomUUID()}.part`
  const made = await mkdir(dirname(place), { recursive: true })
  const file = await open(partial, 'wx', 0o600)
  try {
    try {
      await file.writeFile(pem)
      await file.sync()
    } finally {
      await file.close()
    }
    // Unlike a rename, a link never takes the place of what is there.
    await link(partial, place).catch((error) => {
      if (!isCode(error, ['EEXIST'])) throw error
    })
  } finally {
    await rm(partial, { force: true })
  }
  await syncFolders(dirname(place), made ? dirname(made) : dirname(place))
}
