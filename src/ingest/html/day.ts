import { iso, readDate } from '../../domain/written-dates.ts'

/** Beginnings of the months' names that `../dates.ts` does not know, without accents. */
const MONTHS: readonly [RegExp, number][] = [
  [/^(?:jan|janner|ene|sty|ian|led|oca|янв|січ|ιαν|gen)/, 1],
  [/^(?:feb|fev|feb|lut|unor|sub|фев|лют|φεβ|fevr)/, 2],
  [/^(?:mar|maer|mrt|brez|мар|берез|μαρ)/, 3],
  [/^(?:apr|avr|abr|kwi|dub|nis|апр|квіт|απρ)/, 4],
  [/^(?:mai|mag|mei|maj|may|kvet|мая|май|трав|μαι)/, 5],
  [/^(?:juin|jun|giu|cze|iun|cerven$|cervna|haz|июн|черв|ιουν)/, 6],
  [/^(?:juil|jul|lug|lip|iul|cervenc|tem|июл|лип|ιουλ)/, 7],
  [/^(?:aug|aout|ago|sie|srp|ağu|agu|авг|серп|αυγ)/, 8],
  [/^(?:sep|set|wrz|zari|eyl|сен|верес|σεπ)/, 9],
  [/^(?:okt|oct|ott|out|paz|rij|eki|окт|жовт|οκτ)/, 10],
  [/^(?:nov|lis|kas|ноя|листоп|νοε)/, 11],
  [/^(?:dez|dec|dic|gru|pros|ara|дек|груд|δεκ)/, 12],
]

/**
 * The day in a date as machines and people write it. A day is the one that stands there: a time
 * zone does not move it.
 *
 * @param written such as `2024-05-21T00:30:00+02:00`, `20240521`, `Tue, 21 May 2024 10:00`,
 *   `21. März 2024`, `le 21 mai 2024 à 10h`
 * @param language ISO 639-1 or null, for 05/06/2024
 * @returns `YYYY-MM-DD` or null
 */
export function dayIn(written: string, language: string | null): string | null {
  const text = written.slice(0, 200).trim()
  if (/^1\d{9}(?:\d{3})?$/.test(text)) {
    const at = new Date(Number(text) * (text.length === 10 ? 1000 : 1))
    return at.toISOString().slice(0, 10)
  }
  const machine =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})(?:[T\s]?\d{4,6}\w*)?$/.exec(text) ??
    /^(\d{4})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日/.exec(text)
  if (machine !== null) return exists(machine[1], machine[2], machine[3])
  return readDate(text, language) ?? foreign(text)
}

function foreign(text: string): string | null {
  const plain = text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC')
  const first =
    /(?<!\d)(\d{1,2})(?:\.|er|°|º|o|η|ης)?\s{1,3}(?:de\s|d')?(\p{L}{3,12})\.?\s{0,2}(?:de\s|del\s)?,?\s{0,2}(\d{4})(?!\d)/u.exec(
      plain,
    )
  if (first !== null) return exists(first[3], String(month(first[2])), first[1])
  const second = /(?<!\p{L})(\p{L}{3,12})\.?\s(\d{1,2}),?\s(\d{4})(?!\d)/u.exec(plain)
  return second === null ? null : exists(second[3], String(month(second[1])), second[2])
}

function month(name: string | undefined): number {
  return MONTHS.find(([pattern]) => pattern.test(name ?? ''))?.[1] ?? 0
}

/** The day in an address such as `/2024/05/21/title`. */
export function dayInAddress(url: string | null): string | null {
  const match = /\/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=[/_-]|$)/.exec(url ?? '')
  const close = /[/-]((?:19|20)\d{2})(\d{2})(\d{2})(?=[/._-]|$)/.exec(url ?? '')
  return exists(match?.[1], match?.[2], match?.[3]) ?? exists(close?.[1], close?.[2], close?.[3])
}

/**
 * Of several forms of one date the one in local time: `22:30Z` on the 20th is the 21st in Rome, if
 * the page says so elsewhere.
 */
export function inLocalTime(written: string, others: readonly string[]): string {
  if (!/T.*(?:Z|[+-]00:?00)$/.test(written)) return written
  const at = Date.parse(written)
  const same = others.find((other) => {
    return /T.*[+-](?!00:?00)\d{2}:?\d{2}$/.test(other) && Math.abs(Date.parse(other) - at) < 60_000
  })
  return same ?? written
}

function exists(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): string | null {
  const [y, m, d] = [Number(year), Number(month), Number(day)]
  const at = new Date(Date.UTC(y, m - 1, d))
  if (!(y >= 1900 && y <= 2199) || at.getUTCMonth() !== m - 1 || at.getUTCDate() !== d) return null
  return iso(y, m, d)
}
