declare module 'snowball-stemmers' {
  /** @param algorithm one of `algorithms()`, such as `italian` */
  export function newStemmer(algorithm: string): { stem(word: string): string }
  export function algorithms(): string[]
}
