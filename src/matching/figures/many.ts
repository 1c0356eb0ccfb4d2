/** Words that stand for many: what a number is multiplied by, and numbers that nobody counted. */

const map = (text: string): Map<string, number> =>
  new Map(
    text
      .trim()
      .split('\n')
      .flatMap((line) => {
        const [value, ...words] = line.trim().split(/\s+/)
        return words.map((word): [string, number] => [word, Number(value)])
      }),
  )

/** What a number is multiplied by when this follows. */
export const multipliers = map(`
  1e3 mila migliaio thousand
  1e6 milione milioni mln million mn
  1e9 miliardo miliardi mld mrd billion bn
  1e12 trillion tn trn bilione bilioni
`)

/** The same where it stands close to its digits: `£5m`, `300k`. */
export const closeMultipliers = new Map([
  ...multipliers,
  ...map(`
    1e3 k
    1e6 m mio
    1e9 b
    1e12 t
  `),
])

/** So many, more or less: `una ventina`, `two dozen`. */
export const roundly = map(`
  10 decina
  12 dozzina dozen
  15 quindicina
  20 ventina
  30 trentina
  40 quarantina
  50 cinquantina
  60 sessantina
  70 settantina
  80 ottantina
  90 novantina
  100 centinaio
  1e3 migliaio
`)

/** So vague that nothing differs from it. */
export const vaguely = map(`
  10 decine tens
  12 dozzine dozens
  20 scores
  100 centinaia hundreds
  1e3 migliaia thousands
  1e6 milioni millions
  1e9 miliardi billions
  1e12 trillions
`)

/** Before these, nobody counted them either: `qualche centinaio`, `a few thousand`. */
export const someOf =
  /^(?:qualche|alcun[eio]|poch[ei]|parecch(?:i|ie)|divers[ei]|svariat[ei]|molt[ei]|tant[ei]|several|few|many|some)$/

/** What they are so many of. */
export const someOfThese = new Map([
  ...roundly,
  ...vaguely,
  ...map(`
    100 hundred
    1e3 thousand
    1e6 milione million
    1e9 miliardo billion
  `),
])
