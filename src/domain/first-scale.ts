import type { Rating, Shape } from './rating.ts'

type Row = [id: string, number: number | null, en: string, it: string, Shape, Rating['tone']]

const rows: Row[] = [
  ['true', 5, 'True', 'Vero', 'full', 'green'],
  ['mostly_true', 4, 'Mostly true', 'In gran parte vero', 'three_quarters', 'teal'],
  ['mixed', 3, 'Mixed', 'In parte vero', 'half', 'amber'],
  ['mostly_false', 2, 'Mostly false', 'In gran parte falso', 'quarter', 'orange'],
  ['false', 1, 'False', 'Falso', 'empty', 'red'],
  ['unproven', null, 'Unproven', 'Non provato', 'question', 'grey'],
  ['missing_context', null, 'Missing context', 'Manca il contesto', 'slash', 'violet'],
]

/** The scale that a new desk starts with. */
export const firstScale: Rating[] = rows.map(([id, number, labelEn, labelIt, shape, tone], i) => ({
  id,
  revision: 0,
  position: i + 1,
  number,
  labelEn,
  labelIt,
  meaningEn: null,
  meaningIt: null,
  shape,
  tone,
  retiredAt: null,
}))
