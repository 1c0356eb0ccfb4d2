import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Told, toldFigure } from '../../src/matching/figures/told.ts'
import { figuresIn } from '../../src/matching/figures.ts'

/** An expression as papers write it, the figures that it gives, and those that were read. */
export type Row = { text: string; expected: string; read: string; right: boolean }

/** `12.5 count ~ 10..15`: the value, its unit, whether it is rough (`~`) or vague (`?`), and its bounds. */
function written(figure: Told): string {
  const { value, unit, measure, exactness, low, high } = figure
  const rounded =
    typeof value === 'number' ? Number(value.toPrecision(3 + (value > 1000 ? 9 : 0))) : value
  const mark = { exact: '', approximate: ' ~', vague: ' ?' }[exactness]
  return `${rounded} ${unit}${measure && `:${measure}`}${mark} ${low ?? ''}..${high ?? ''}`
}

/** Whether what was read is what a row expects, whose bounds may be left out. */
function isRight(expected: string, read: string): boolean {
  const [value, unit, ...rest] = expected.split(' ')
  return (unit ?? '').split('|').some((one) => {
    const asked = [value, one, ...rest].join(' ')
    return asked.includes('..') ? asked === read : asked === read.replace(/ \S*\.\.\S*$/, '')
  })
}

/** Every row of the table of a language, with what was read from its text. */
export function readTable(language: 'it' | 'en'): Row[] {
  const file = readFileSync(
    join(import.meta.dirname, `../bench/matching/figures-${language}.tsv`),
    'utf8',
  )
  const [, ...lines] = file.trimEnd().split('\n')
  return lines.map((line) => {
    const [text = '', expected = ''] = line.split('\t')
    const asked = expected === 'none' ? [] : expected.split('; ')
    const read = figuresIn({ text, language }).map((one) => written(toldFigure(one)))
    const right =
      read.length === asked.length && read.every((one, i) => isRight(asked[i] ?? '', one))
    return { text, expected, read: read.join('; ') || 'none', right }
  })
}
