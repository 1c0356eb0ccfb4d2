/** What a character does in a text. `alone`: a word of its own, in scripts without blanks. */
export const kinds = {
  space: 1,
  ignored: 2,
  letter: 3,
  digit: 4,
  quote: 5,
  dash: 6,
  alone: 7,
  other: 8,
} as const

const rules: [RegExp, number][] = [
  [/[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/u, kinds.ignored],
  [/[\s\u0085\u180E]/u, kinds.space],
  [/["'`´«»‹›“”„‟‘’‚‛ʼ＂＇]/u, kinds.quote],
  [/[-‐‑‒–—―−﹘﹣－]/u, kinds.dash],
  [
    /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u,
    kinds.alone,
  ],
  [/\p{N}/u, kinds.digit],
  [/[\p{L}\p{M}_]/u, kinds.letter],
]

/** What is known so far, by code point; 0 where it was never asked. */
const known = new Uint8Array(0x110000)

/** The kind of a character, by its code point. */
export function kindOf(code: number): number {
  const there = known[code]
  if (there) return there
  const character = String.fromCodePoint(code)
  const kind = rules.find(([rule]) => rule.test(character))?.[1] ?? kinds.other
  known[code] = kind
  return kind
}
