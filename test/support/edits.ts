/**
 * Edits of a text that keep track of every letter: what was cut from it before is found after any
 * number of them by its letters' own numbers, never by what they look like.
 */

/** A letter, with its place in the first text; `null` where an edit put it there. */
type Letter = { letter: string; of: number | null }
type Sentence = Letter[]
export type Edited = Sentence[]

/** Numbers from 0 to below 1, the same ones for the same seed (mulberry32). */
export function randomFrom(seed: number) {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const below = (count: number): number => Math.floor(next() * count)
  const oneOf = <T>(choices: readonly T[]): T => {
    const chosen = choices[below(choices.length)]
    if (chosen === undefined) throw new Error('there is nothing to choose from')
    return chosen
  }
  return { next, below, oneOf }
}

export type Random = ReturnType<typeof randomFrom>

/** A text in sentences, each with the blanks that follow it. */
export function editable(text: string): Edited {
  const sentences: Edited = []
  let of = 0
  for (const part of text.match(/[^.!?\n]*(?:[.!?]+[»”"’)]*|\n|$)\s*/g) ?? []) {
    const sentence = Array.from(part, (letter) => ({ letter, of: of++ }))
    if (sentence.length > 0) sentences.push(sentence)
  }
  return sentences
}

export const textOf = (text: Edited): string =>
  text.flatMap((one) => one.map(({ letter }) => letter)).join('')

const foreign = (text: string): Sentence => Array.from(text, (letter) => ({ letter, of: null }))

/** Where words begin in a sentence. */
const beginnings = (sentence: Sentence): number[] =>
  sentence.flatMap(({ letter }, at) => {
    const before = sentence[at - 1]?.letter ?? ' '
    return /[\p{L}\p{N}]/u.test(letter) && /\s/.test(before) ? [at] : []
  })

/** A few words of the text in a sentence of their own, where they mean something else. */
function lookalike(text: Edited, random: Random): Sentence {
  const words = textOf([random.oneOf(text)])
    .trim()
    .split(/\s+/)
  const from = random.below(words.length)
  const some = words.slice(from, from + 2 + random.below(6)).join(' ')
  const [before, after] = random.oneOf([
    ['Altri hanno scritto invece: ', ', e nessuno lo ha confermato. '],
    ['Nobody outside has heard of ', ' before or since then. '],
  ])
  return foreign(`${before}${some}${after}`)
}

const invented = [
  'Il sindaco non ha voluto commentare la notizia. ',
  'Nobody at the ministry answered our questions on Tuesday. ',
  'La conferma è attesa nei prossimi giorni, dicono le fonti. ',
  'In serata è arrivata una nota di due righe. ',
  'It had rained for most of the week. ',
]

/** Changes letters in place: each keeps its number, however many letters it becomes. */
const written = (text: Edited, change: (letter: string, before: string) => string): Edited =>
  text.map((sentence) =>
    sentence.flatMap(({ letter, of }, at) =>
      Array.from(change(letter, sentence[at - 1]?.letter ?? ' '), (one) => ({ letter: one, of })),
    ),
  )

const isMark = (letter: string): boolean => /[«»“”"]/.test(letter)
const styles = ['«»', '“”', '""', '‘’']
const blanks = [' ', '  ', '\u00a0', '\n', ' \n ', '\t', '\u2009', '\u202f']

/** Changes of typography: the words stay the same. */
const typography: Record<string, (text: Edited, random: Random) => Edited> = {
  quotes: (text, random) => {
    const [open = '', close = ''] = random.oneOf(styles)
    return written(text, (letter, before) =>
      isMark(letter) ? (/[\s(]/.test(before) ? open : close) : letter,
    )
  },
  apostrophes: (text, random) => {
    const mark = random.oneOf(["'", '’'])
    return written(text, (letter) => (/['’]/.test(letter) ? mark : letter))
  },
  dashes: (text, random) => {
    const dash = random.oneOf(['-', '–', '—'])
    return written(text, (letter) => (/[-–—]/.test(letter) ? dash : letter))
  },
  spaces: (text, random) =>
    written(text, (letter) =>
      /\s/.test(letter) && random.below(4) === 0 ? random.oneOf(blanks) : letter,
    ),
  hyphens: (text, random) =>
    written(text, (letter, before) =>
      /\p{L}/u.test(letter) && /\p{L}/u.test(before) && random.below(12) === 0
        ? `${random.oneOf(['\u00ad', '\u200b'])}${letter}`
        : letter,
    ),
  decomposed: (text) => written(text, (letter) => letter.normalize('NFD')),
  ellipses: (text) => written(text, (letter) => (letter === '…' ? '...' : letter)),
}

const put = (text: Edited, at: number, sentence: Sentence): Edited =>
  text.toSpliced(at, 0, sentence)

/** Words put into a sentence, taken out of it, or replaced. */
function reworded(text: Edited, random: Random, words: string, gone: number): Edited {
  const at = random.below(text.length)
  const sentence = text[at] ?? []
  const starts = beginnings(sentence)
  if (starts.length < 3) return text
  const from = random.below(starts.length - 1)
  const [start, end] = [starts[from] ?? 0, starts[Math.min(from + gone, starts.length - 1)] ?? 0]
  return text.with(at, sentence.toSpliced(start, end - start, ...foreign(words)))
}

const edits: Record<string, (text: Edited, random: Random) => Edited> = {
  ...typography,
  insert: (text, random) =>
    put(text, random.below(text.length + 1), foreign(random.oneOf(invented))),
  'insert a lookalike': (text, random) =>
    put(text, random.below(text.length + 1), lookalike(text, random)),
  'insert words': (text, random) =>
    reworded(text, random, random.oneOf(['non ', 'never ', '14 ', 'secondo fonti locali ']), 0),
  'delete words': (text, random) => reworded(text, random, '', 1 + random.below(3)),
  'replace a word': (text, random) => reworded(text, random, random.oneOf(['tre ', 'new ']), 1),
  delete: (text, random) => (text.length > 2 ? text.toSpliced(random.below(text.length), 1) : text),
  reorder: (text, random) => {
    const from = random.below(text.length)
    const moved = text[from] ?? []
    return put(text.toSpliced(from, 1), random.below(text.length), moved)
  },
  duplicate: (text, random) => {
    const copied = random.oneOf(text).map(({ letter }) => letter)
    const copy = foreign(copied.join(''))
    return put(text, random.below(text.length + 1), copy)
  },
}

/** Some edits of a text, one after the other, with their names. */
export function edited(text: Edited, random: Random, count: number) {
  const names: string[] = []
  let now = text
  for (let done = 0; done < count; done++) {
    const [name, edit] = random.oneOf(Object.entries(edits))
    names.push(name)
    now = edit(now, random)
  }
  return { names, now }
}

/**
 * Where the letters of a place stand after the edits, in code points; null where one is gone, or where
 * anything but white space came between them.
 */
export function traced(
  text: Edited,
  { start, end }: { start: number; end: number },
  isBlank: (of: number) => boolean,
): { start: number; end: number } | null {
  const letters = text.flat()
  const from = letters.findIndex(({ of }) => of === start)
  if (from < 0) return null
  let at = from
  let next = start
  for (; at < letters.length && next < end; at++) {
    const { letter, of } = letters[at] ?? { letter: '', of: null }
    if (of === null) return null
    if (of === next - 1) continue
    while (next < end && of !== next && isBlank(next)) next += 1
    if (of !== next && !/\s/.test(letter)) return null
    if (of === next) next += 1
  }
  while (next < end && isBlank(next)) next += 1
  while (letters[at]?.of === end - 1) at += 1
  return next === end ? { start: from, end: at } : null
}
