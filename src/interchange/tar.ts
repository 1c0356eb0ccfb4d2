/** Bytes of a block: everything in an archive fills whole ones. */
const BLOCK = 512

/** What is too large for a number in octal digits: 8 GiB. */
const LARGEST = 8 ** 11 - 1

/** A file of an archive. */
export type Member = { path: string; size: number; modifiedAt: Date }

const field = (text: string, length: number): Buffer => {
  const bytes = Buffer.alloc(length)
  bytes.write(text, 'utf8')
  return bytes
}

const octal = (value: number, length: number): Buffer =>
  field(value.toString(8).padStart(length - 1, '0'), length)

/** A size: in octal digits, or where it has too many, as GNU and POSIX tools read it, in base 256. */
function sizeField(size: number): Buffer {
  if (size <= LARGEST) return octal(size, 12)
  const bytes = Buffer.alloc(12)
  bytes.writeBigUInt64BE(BigInt(size), 4)
  bytes[0] = 0x80
  return bytes
}

/**
 * What stands before the bytes of a file in an archive (POSIX.1-1988, ustar).
 * @param member its path is of at most a hundred bytes, with `/`
 * @throws RangeError where it is longer
 */
export function tarHead({ path, size, modifiedAt }: Member): Buffer {
  if (Buffer.byteLength(path) > 100) throw new RangeError(`${path}: longer than a hundred bytes`)
  const blank = Buffer.alloc(8, ' ')
  const before = [field(path, 100), octal(0o600, 8), octal(0, 8), octal(0, 8), sizeField(size)]
  const time = octal(Math.floor(modifiedAt.getTime() / 1000), 12)
  const after = [field('0', 1), field('', 100), field('ustar', 6), field('00', 2), field('', 247)]
  const whole = Buffer.concat([...before, time, blank, ...after])
  let sum = 0
  for (const byte of whole) sum += byte
  whole.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return whole
}

/** What fills up the last block of a file of this size. */
export const tarFill = (size: number): Buffer => Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK)

/** What ends an archive: two empty blocks. */
export const tarEnd = (): Buffer => Buffer.alloc(2 * BLOCK)
