import { generateKeyPairSync, sign } from 'node:crypto'

/** One value of DER (ITU-T X.690): tag, length, contents. */
function der(tag: number, ...parts: Uint8Array[]): Buffer {
  const body = Buffer.concat(parts)
  const size = body.length
  const length = size < 128 ? [size] : size < 256 ? [0x81, size] : [0x82, size >> 8, size & 255]
  return Buffer.concat([Buffer.from([tag, ...length]), body])
}

const sequence = (...parts: Uint8Array[]) => der(0x30, ...parts)
const oid = (hex: string) => der(0x06, Buffer.from(hex, 'hex'))
const name = (common: string) =>
  sequence(der(0x31, sequence(oid('550403'), der(0x0c, Buffer.from(common)))))
const time = (year: number) => der(0x17, Buffer.from(`${String(year).slice(2)}0101000000Z`))
const ECDSA_SHA256 = sequence(oid('2a8648ce3d040302'))

/**
 * A certificate that vouches for itself (X.509, RFC 5280): Node makes keys but no certificates, and a
 * private key in the repository would be reported as leaked by whoever scans it.
 *
 * @param host the only name that it is for
 * @param until the year in which it expires
 */
export function selfSigned(host: string, until = 2049): { key: string; cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  const alternative = sequence(der(0x82, Buffer.from(host)))
  const unsigned = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1])),
    ECDSA_SHA256,
    name(host),
    sequence(time(2020), time(until)),
    name(host),
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(sequence(oid('551d11'), der(0x04, alternative)))),
  )
  const signature = der(0x03, Buffer.from([0]), sign('sha256', unsigned, privateKey))
  const encoded = sequence(unsigned, ECDSA_SHA256, signature).toString('base64')
  const lines = encoded.match(/.{1,64}/g)?.join('\n') ?? ''
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
  }
}
