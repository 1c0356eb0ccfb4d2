import { hash } from 'node:crypto'

/**
 * Merkle trees as of RFC 6962, section 2.1: a leaf is SHA-256 of 0x00 and its data, a node of 0x01 and
 * its two children. The tree of n leaves splits at the largest power of two below n.
 */

/** The root of a tree without leaves: SHA-256 of nothing. */
const EMPTY = hash('sha256', '', 'buffer')

/** @param text hashed as UTF-8 */
export const leafHash = (text: string): Buffer => hash('sha256', `\0${text}`, 'buffer')

// Hashed at once, hence free again when it is filled the next time.
const pair = Buffer.alloc(65, 1)

export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  pair.set(left, 1)
  pair.set(right, 33)
  return hash('sha256', pair, 'buffer')
}

/** Hashes side by side, joined two by two as they come: at most one full tree of each size is left. */
export function peaks() {
  const full: Buffer[] = []
  let count = 0
  return {
    add(one: Buffer): void {
      let root = one
      for (let below = count; below & 1; below >>>= 1) root = nodeHash(full.pop() ?? EMPTY, root)
      full.push(root)
      count += 1
    },
    /** From left to right, from large to small. */
    held: (): readonly Buffer[] => full,
  }
}

/** The root over full trees that stand side by side, from large to small. */
export const rootOver = (full: readonly Buffer[]): Buffer =>
  full.length === 0 ? EMPTY : full.reduceRight((right, left) => nodeHash(left, right))

/** Every full node over a row of hashes: first the hashes themselves, then their pairs, and so on. */
export function levelsOver(hashes: Buffer[]): Buffer[][] {
  const levels = [hashes]
  for (let row = hashes; row.length > 1; ) {
    const above: Buffer[] = []
    for (let at = 0; at + 1 < row.length; at += 2) {
      above.push(nodeHash(row[at] ?? EMPTY, row[at + 1] ?? EMPTY))
    }
    levels.push(above)
    row = above
  }
  return levels
}

/** The full node so many levels above the leaves, at a place in its level. */
type FullNode = (level: number, index: number) => Buffer

/** The largest power of two below a number of leaves. */
const splitOf = (count: number): number => 2 ** (31 - Math.clz32(count - 1))

/** The root over the leaves from `begin` up to `end`, where a tree splits there. */
function over(full: FullNode, begin: number, end: number): Buffer {
  const level = 31 - Math.clz32(end - begin)
  const middle = begin + 2 ** level
  if (middle === end) return full(level, begin / 2 ** level)
  return nodeHash(over(full, begin, middle), over(full, middle, end))
}

/**
 * The inclusion proof of a leaf: its siblings from the leaf upwards.
 * @param index of the leaf, from 0; below `size`
 */
export function pathOf(full: FullNode, index: number, size: number): Buffer[] {
  const path: Buffer[] = []
  for (let [begin, end] = [0, size]; end - begin > 1; ) {
    const middle = begin + splitOf(end - begin)
    if (index < middle) {
      path.push(over(full, middle, end))
      end = middle
    } else {
      path.push(over(full, begin, middle))
      begin = middle
    }
  }
  return path.reverse()
}

/**
 * The root that a path leads to (RFC 9162, section 2.1.3.2).
 * @returns null where the path has not the length that the leaf's place asks for
 */
export function rootFrom(
  leaf: Buffer,
  { index, size, path }: { index: number; size: number; path: Buffer[] },
): Buffer | null {
  if (!(index < size)) return null
  let [at, last, root] = [index, size - 1, leaf]
  const up = () => {
    at = Math.floor(at / 2)
    last = Math.floor(last / 2)
  }
  for (const sibling of path) {
    if (last === 0) return null
    if (at % 2 === 1 || at === last) {
      root = nodeHash(sibling, root)
      while (at % 2 === 0 && at !== 0) up()
    } else {
      root = nodeHash(root, sibling)
    }
    up()
  }
  return last === 0 ? root : null
}

/** How long paths are: the leaves from one place up to the next have as many siblings each. */
export function depthsIn(size: number): { until: number; steps: number }[] {
  const found: { until: number; steps: number }[] = []
  for (let [begin, above] = [0, 0]; begin < size; above++) {
    const level = 31 - Math.clz32(size - begin)
    begin += 2 ** level
    found.push({ until: begin, steps: level + above + (begin < size ? 1 : 0) })
  }
  return found
}
