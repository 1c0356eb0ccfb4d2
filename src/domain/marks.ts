/**
 * A text with no more than 30 marks on a letter, as no writing has (UAX #15, Stream-Safe Text): composing
 * takes the square of their number, which of a megabyte of them is minutes.
 */
export const withFewMarks = (text: string): string => text.replace(/(\p{M}{30})\p{M}+/gu, '$1')
