import { type Hunk, hunksOf, textOf, type Word, wordsOf } from './words.ts'

/** A run of words of one version; `differs` where the other version has not got them. */
type Piece = { text: string; differs: boolean }

/** A place that both changed, each in their own way. */
type Clash = { was: string; theirs: string; mine: string }

/**
 * Two people's versions of one text, word by word, and both in one: words that only one of them
 * changed are as that one has them; where both changed the same place mine is kept, and the place is
 * told.
 * @param was what both began from; where it is null nothing is merged, and mine is kept
 */
export function compareTexts(
  was: string | null,
  theirs: string,
  mine: string,
): { theirs: Piece[]; mine: Piece[]; merged: string; clashes: Clash[] } {
  const [them, me] = [wordsOf(theirs), wordsOf(mine)]
  const hunks = hunksOf(them, me)
  const inTheirs = hunks.map(({ start, end }) => ({ from: start, to: end }))
  return {
    theirs: pieces(them, inTheirs),
    mine: pieces(me, hunks),
    ...(was === null ? { merged: mine, clashes: [] } : merge(wordsOf(was), them, me)),
  }
}

/** White space before a word that differs belongs to no mark. */
function pieces(words: Word[], differing: Pick<Hunk, 'from' | 'to'>[]): Piece[] {
  const made: Piece[] = []
  let at = 0
  for (const { from, to } of differing) {
    const [first, ...rest] = words.slice(from, to)
    if (!first) continue
    made.push({ text: textOf(words.slice(at, from)) + first.space, differs: false })
    made.push({ text: textOf([{ space: '', word: first.word }, ...rest]), differs: true })
    at = to
  }
  made.push({ text: textOf(words.slice(at)), differs: false })
  return made.filter(({ text }) => text !== '')
}

/** The changes of one place: by one of the two, or by both at once. */
type Place = { theirs: Hunk[]; mine: Hunk[] }

function merge(base: Word[], theirs: Word[], mine: Word[]) {
  const left: Place = { theirs: hunksOf(base, theirs), mine: hunksOf(base, mine) }
  const merged: Word[] = []
  const clashes: Clash[] = []
  // Where we are in the three texts: between two places they go on in step.
  let [b, t, m] = [0, 0, 0]
  let shared = 0
  const keep = (until: number) => {
    shared += until - b
    for (; b < until; b++, t++, m++) merged.push(unchanged(base[b], theirs[t], mine[m]))
  }
  for (let place = takePlace(left); place; place = takePlace(left)) {
    const all = [...place.theirs, ...place.mine]
    const start = Math.min(...all.map((hunk) => hunk.start))
    const end = Math.max(...all.map((hunk) => hunk.end))
    keep(start)
    const was = base.slice(b, end)
    const their = theirs.slice(t, t + was.length + growth(place.theirs))
    const my = mine.slice(m, m + was.length + growth(place.mine))
    for (const word of place.mine.length > 0 ? my : their) merged.push(word)
    const both = place.theirs.length > 0 && place.mine.length > 0
    if (both && !sameWords(their, my)) {
      clashes.push({ was: bare(was), theirs: bare(their), mine: bare(my) })
    }
    b = end
    t += their.length
    m += my.length
  }
  keep(base.length)
  if (clashes.length > 0 && shared < base.length / 2) return apart(base, theirs, mine)
  return { merged: textOf(merged), clashes }
}

/** Where one of them wrote most of it anew, a mixture of both would be neither's: all is one place. */
const apart = (base: Word[], theirs: Word[], mine: Word[]) => ({
  merged: textOf(mine),
  clashes: [{ was: bare(base), theirs: bare(theirs), mine: bare(mine) }],
})

/** Takes the next place off what is left, with every change of either that touches it. */
function takePlace(left: Place): Place | null {
  const [them, me] = [left.theirs[0], left.mine[0]]
  if (!them && !me) return null
  const theirsFirst = (them?.start ?? Infinity) <= (me?.start ?? Infinity)
  const place: Place = { theirs: [], mine: [] }
  if (theirsFirst) place.theirs.push(...left.theirs.splice(0, 1))
  else place.mine.push(...left.mine.splice(0, 1))
  for (let before = 0; before < place.theirs.length + place.mine.length; ) {
    before = place.theirs.length + place.mine.length
    const touching = (next: Hunk | undefined, others: Hunk[]) =>
      next !== undefined && others.some((other) => touch(next, other))
    if (touching(left.theirs[0], place.mine)) place.theirs.push(...left.theirs.splice(0, 1))
    if (touching(left.mine[0], place.theirs)) place.mine.push(...left.mine.splice(0, 1))
  }
  return place
}

/**
 * Whether two changes are of the same place: of a word in common, or one puts words in where the
 * other changed them. "two million" made "two hundred million" and "three million" is no "three
 * hundred million".
 */
function touch(a: Hunk, b: Hunk): boolean {
  const isInsertion = a.start === a.end || b.start === b.end
  return isInsertion ? a.start <= b.end && b.start <= a.end : a.start < b.end && b.start < a.end
}

/** How many words more a text has after these changes. */
const growth = (hunks: Hunk[]): number =>
  hunks.reduce((sum, { start, end, from, to }) => sum + (to - from) - (end - start), 0)

const sameWords = (a: Word[], b: Word[]): boolean =>
  a.length === b.length && a.every(({ word }, i) => word === b[i]?.word)

/** Words without the white space around them. */
const bare = (words: Word[]): string => textOf(words).trim()

/** A word that neither changed, with the white space of whoever changed that. */
function unchanged(base: Word | undefined, theirs: Word | undefined, mine: Word | undefined): Word {
  const space = mine?.space === base?.space ? theirs?.space : mine?.space
  return { space: space ?? '', word: base?.word ?? '' }
}
