/** A figure as a statement gives it, and as a quote does. */
export type FigurePair = { said: string; quoted: string }

/** What a quote says of the figures of a statement, each as it reads. */
export type QuotedFigures = {
  /** Of the statement that was compared (ISO 639). */
  language: string
  agree: FigurePair[]
  differ: FigurePair[]
  /** Those that it does not speak of. */
  silent: string[]
}
