import type { Figure } from './figure.ts'

/** A figure as programs are told it: dates and times as ISO 8601 writes them. */
export type Told = Omit<Figure, 'value' | 'low' | 'high' | 'approximate' | 'vague'> & {
  value: number | string
  low: number | string | null
  high: number | string | null
  exactness: 'exact' | 'approximate' | 'vague'
}

const pad = (value: number, length = 2): string => String(value).padStart(length, '0')

/** `2025-05-20`, `2025-05`, `2025`; without a year `--05-20`. */
function day(date: number): string {
  const [year, month, on] = [Math.floor(date / 10_000), Math.floor(date / 100) % 100, date % 100]
  const start = year ? pad(year, 4) : '-'
  return [start, month && pad(month), on && pad(on)].filter((part) => part !== 0).join('-')
}

const time = (minutes: number): string => `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`

/** What arithmetic on binary fractions adds is no part of what was said. */
const number = (value: number): number => Number(value.toPrecision(12))

export function toldFigure({ approximate, vague, ...figure }: Figure): Told {
  const written = figure.unit === 'date' ? day : figure.unit === 'time' ? time : number
  const bound = (value: number | null) => (value === null ? null : written(value))
  return {
    ...figure,
    value: written(figure.value),
    low: bound(figure.low),
    high: bound(figure.high),
    exactness: vague ? 'vague' : approximate ? 'approximate' : 'exact',
  }
}
