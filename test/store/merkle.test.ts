import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  depthsIn,
  leafHash,
  levelsOver,
  nodeHash,
  pathOf,
  peaks,
  rootFrom,
  rootOver,
} from '../../src/store/merkle.ts'

const sha = (...parts: Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest()
const hex = (bytes: Uint8Array | null) => Buffer.from(bytes ?? []).toString('hex')

/** RFC 6962, section 2.1, word for word. */
function naiveRoot(data: Buffer[]): Buffer {
  if (data.length === 0) return sha()
  if (data.length === 1) return sha(Buffer.of(0), ...data)
  const k = split(data.length)
  return sha(Buffer.of(1), naiveRoot(data.slice(0, k)), naiveRoot(data.slice(k)))
}

function naivePath(m: number, data: Buffer[]): Buffer[] {
  if (data.length === 1) return []
  const k = split(data.length)
  return m < k
    ? [...naivePath(m, data.slice(0, k)), naiveRoot(data.slice(k))]
    : [...naivePath(m - k, data.slice(k)), naiveRoot(data.slice(0, k))]
}

function split(n: number): number {
  let k = 1
  while (k * 2 < n) k *= 2
  return k
}

const textsOf = (size: number) => Array.from({ length: size }, (_, i) => `leaf ${i} è`)
const SIZES = Array.from({ length: 71 }, (_, size) => size)

function rootOf(texts: string[]) {
  const tree = peaks()
  for (const text of texts) tree.add(leafHash(text))
  return rootOver(tree.held())
}

function fullOver(texts: string[]) {
  const levels = levelsOver(texts.map(leafHash))
  return (level: number, index: number) => levels[level]?.[index] ?? Buffer.alloc(0)
}

describe('a Merkle tree', () => {
  it('has the roots of the certificate transparency test vectors', () => {
    const data = [
      ...['', '00', '10', '2021', '3031', '40414243', '5051525354555657'],
      '606162636465666768696a6b6c6d6e6f',
    ].map((bytes) => Buffer.from(bytes, 'hex').toString('latin1'))
    const roots = [
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
      'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
      '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
      'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
      '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
    ]
    for (const [size, root] of roots.entries()) {
      expect(hex(rootOf(data.slice(0, size)))).toBe(root)
    }
  })

  it('hashes leaves and nodes apart, so that none can stand for the other', () => {
    const [left, right] = [leafHash('a'), leafHash('b')]
    expect(hex(left)).toBe(hex(sha(Buffer.of(0), Buffer.from('a'))))
    expect(hex(nodeHash(left, right))).toBe(hex(sha(Buffer.of(1), left, right)))
  })

  it('has the root and the paths of the definition, for every size up to 70', () => {
    for (const size of SIZES) {
      const texts = textsOf(size)
      const data = texts.map((text) => Buffer.from(text))
      const root = naiveRoot(data)
      expect(hex(rootOf(texts))).toBe(hex(root))
      for (const index of texts.keys()) {
        const path = pathOf(fullOver(texts), index, size)
        expect(path.map(hex)).toEqual(naivePath(index, data).map(hex))
        const leaf = leafHash(texts[index] ?? '')
        expect(hex(rootFrom(leaf, { index, size, path }))).toBe(hex(root))
      }
    }
  })

  it('knows how long each path is', () => {
    for (const size of SIZES) {
      const depths = depthsIn(size)
      for (const index of textsOf(size).keys()) {
        const steps = depths.find(({ until }) => index < until)?.steps
        expect(steps).toBe(pathOf(fullOver(textsOf(size)), index, size).length)
      }
    }
  })

  it('proves nothing of another leaf, place, size or path', () => {
    const proven = fc.integer({ min: 2, max: 70 }).chain((size) =>
      fc.record({
        size: fc.constant(size),
        index: fc.nat(size - 1),
        other: fc.nat(size - 1),
        bit: fc.nat(255),
        step: fc.nat(6),
      }),
    )
    fc.assert(
      fc.property(proven, ({ size, index, other, bit, step }) => {
        const texts = textsOf(size)
        const root = hex(rootOf(texts))
        const path = pathOf(fullOver(texts), index, size)
        const leaf = leafHash(texts[index] ?? '')
        const led = (changed: object, from = leaf) =>
          hex(rootFrom(from, { index, size, path, ...changed }))
        expect(led({})).toBe(root)
        expect(led({}, leafHash('another'))).not.toBe(root)
        if (other !== index) expect(led({ index: other })).not.toBe(root)
        expect(led({ path: path.slice(1) })).not.toBe(root)
        expect(led({ path: [...path, leaf] })).not.toBe(root)
        expect(led({ index: size })).not.toBe(root)
        const flipped = path.map((one) => Buffer.from(one))
        const hit = flipped[step % flipped.length]
        hit?.writeUInt8((hit[bit >> 3] ?? 0) ^ (1 << (bit & 7)), bit >> 3)
        expect(led({ path: flipped })).not.toBe(root)
      }),
    )
  })
})
