import { type WrittenDate, withoutWeekday, writtenDates } from '../domain/written-dates.ts'

/** What stands before the first words of a report: `Roma, 21 mag. (askanews) –`. */
export type Dateline = {
  /** the agency as it writes itself, or null */
  agency: string | null
  date: WrittenDate | null
  /** UTF-16 units: where the report itself begins */
  end: number
}

/** Agencies that need no date beside them to be known as such. */
const AGENCIES = new Set(
  `ansa askanews agi adnkronos lapresse dire italpress nova teleborsa 9colonne radiocor mf-dj inform
  ansamed ansa-afp ansa-ap agenzia\u00a0nova agenzia\u00a0dire sir fides public\u00a0policy aise reuters ap afp upi pa dpa apa efe aa
  tass xinhua interfax kyodo yonhap pti ani ians kcna ukrinform sputnik bloomberg belga lusa aap cp anadolu anp
  tanjug mti ctk pap stt ntb tt ritzau associated\u00a0press press\u00a0association ria\u00a0novosti
  the\u00a0canadian\u00a0press europa\u00a0press kyodo\u00a0news cnn bbc politico euronews npr
  thomson\u00a0reuters\u00a0foundation bbc\u00a0news cbs nbc abc the\u00a0hill states\u00a0newsroom`
    .split(/[ \n]+/)
    .map((name) => name.replaceAll('\u00a0', ' ')),
)

const PLACE = "(?:\\p{Lu}[\\p{L}.'’/-]{0,24}(?:[ /-](?:\\p{L}[\\p{L}.'’-]{0,24})){0,3})"
const AGENCY = '\\(([^()]{2,40})\\)'
const DASH = '[-–—]{1,2}'

const AGENCY_FIRST = new RegExp(`^${AGENCY}\\s{0,2}(?:${DASH}\\s{0,2})?(?:(${PLACE})[,\\s])?`, 'u')
const PLACE_FIRST = new RegExp(
  `^${PLACE}(?:,\\s?([^()]{3,30}?))?\\s{0,2}(?:${DASH}\\s{0,2})?${AGENCY}\\s{0,2}(${DASH}|:)?`,
  'u',
)
const DATED = new RegExp(`^${PLACE},\\s?(.{3,30}?)\\s{0,2}${DASH}\\s`, 'u')

/**
 * Reads the dateline at the beginning of a line, in the forms of the agencies:
 * `Roma, 21 mag. (askanews) –`, `(ANSA) - ROMA, 21 MAG -`, `ROMA (Reuters) -`,
 * `WASHINGTON, May 21 (Reuters) -`, `ROMA, 21 MAG -`.
 *
 * @param line a line without blanks around it
 * @returns null where the line begins with something else
 */
export function readDateline(
  line: string,
  language: string | null,
  today: string | null = null,
): Dateline | null {
  const head = line.slice(0, 160)
  const only = (text: string) => onlyDate(text, language, today)
  const agencyFirst = AGENCY_FIRST.exec(head)
  if (agencyFirst) {
    const agency = agencyFirst[1]?.trim() ?? ''
    const dash = /\s[-–—]{1,2}\s|\.\s?[-–—]{1,2}\s/.exec(head.slice(agencyFirst[0].length))
    const between = head.slice(agencyFirst[0].length).slice(0, dash?.index ?? 0)
    const date = dash === null ? null : only(between)
    if (!isAgency(agency) && !(date !== null && mayBeAgency(agency))) return null
    const end = date === null ? agencyFirst[0].length : agencyFirst[0].length + between.length + 3
    return { agency, date, end }
  }
  const placeFirst = PLACE_FIRST.exec(head)
  if (placeFirst) {
    const agency = placeFirst[2]?.trim() ?? ''
    const date = placeFirst[1] === undefined ? null : only(placeFirst[1])
    const end = placeFirst[0].length
    if (date !== null) return { agency: mayBeAgency(agency) ? agency : null, date, end }
    if (isAgency(agency) && placeFirst[3] !== undefined) return { agency, date, end }
  }
  const dated = DATED.exec(head)
  const date = only(dated?.[1] ?? '')
  return dated && date ? { agency: null, date, end: dated[0].length } : null
}

/** Whether a name is that of a news agency, `ANSA/AFP` and `ansa.it` included. */
export function isAgency(name: string): boolean {
  const lower = name.toLowerCase().trim()
  const first = /^[^/.]*/.exec(lower)?.[0].trim() ?? ''
  return AGENCIES.has(lower) || AGENCIES.has(first)
}

/** Beside a date any name will do that is not a province, a country or a remark. */
function mayBeAgency(name: string): boolean {
  if (isAgency(name)) return true
  return (
    /^\p{L}[\p{L}\p{N}.'’&/-]{2,}(?: [\p{L}\p{N}.'’&/-]+){0,3}$/u.test(name) &&
    !/^(?:ital|franc|german|usa|regno|stati|uk|russia|ucraina|video|foto|photo|live|updat|aggiorn)/i.test(
      name,
    )
  )
}

function onlyDate(text: string, language: string | null, today: string | null): WrittenDate | null {
  const bare = withoutWeekday(text.trim()).replace(/[.,\s]+$/, '')
  const [date] = writtenDates(bare, language, today)
  return date !== undefined && date.start === 0 && bare.length - date.end <= 1 ? date : null
}
