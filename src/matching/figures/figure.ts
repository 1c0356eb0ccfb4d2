/**
 * What a figure is: a share (`one in three`) is a percentage; `twice` a multiple; `2 km` a quantity of
 * something measured; `third` an ordinal; `18.30` a time of day; all else that is counted a count.
 */
const units = [
  'percent',
  'percentage_points',
  'money',
  'quantity',
  'count',
  'multiple',
  'ordinal',
  'date',
  'time',
] as const
export type Unit = (typeof units)[number]

/** A figure that a text gives. */
export type Figure = {
  /** As it is said. A date is `yyyymmdd`, with zeros for what it leaves out; a time of day, minutes. */
  value: number
  /**
   * The least and the most that it may stand for; null where there is no such bound. A number is as
   * exact as half of its last digit that says something: `12.500` is 12,450 to 12,550; small counts
   * are exact. A date has the first and the last of its days.
   */
  low: number | null
  high: number | null
  unit: Unit
  /** Of money the currency (ISO 4217), of a quantity the sign of what it is measured in; else empty. */
  measure: string
  /** What it counts, as stems. */
  of: string[]
  /** Where it stands, as `slice` takes it, and how it reads there. */
  from: number
  to: number
  text: string
  /** Said to be rough: `circa`, `more than`. */
  approximate: boolean
  /** `migliaia`, `dozens`: nothing differs from it. */
  vague: boolean
}

/** A text in the language that its figures are written in (ISO 639). */
export type Written = { text: string; language: string }
