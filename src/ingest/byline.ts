import { writtenDates } from '../domain/written-dates.ts'
import { isAgency } from './dateline.ts'
import { headLines, tailLines } from './lines.ts'

/** What announces a name, from the beginning of a line. `single` where one word is enough for one. */
const ANNOUNCEMENTS: readonly { words: RegExp; single: boolean }[] = [
  { words: /^a cura di[:\s]\s*/i, single: true },
  {
    words:
      /^(?:articolo|testo|testi|servizio|intervista|analisi|commento|inchiesta|scritto|reportage)\s(?:di|da)\s+/i,
    single: true,
  },
  {
    words: /^(?:(?:words|text|story|report|analysis|written|opinion|reporting)\s)?by[:\s]\s*/i,
    single: true,
  },
  { words: /^(?:autor[ei]|autrice|authors?|writers?|firma)\s*:\s*/i, single: true },
  {
    words:
      /^(?:di\s)?(?:dal(?:la)?\s)?nostr[oa]\s(?:inviat[oa]|corrispondente)(?:\s(?:special[ei])?)?(?:\s?(?:a|da|in|ad|al|negli|nel)\s\p{Lu}[\p{L}’']+)?[,:–-]?\s*(?:di\s)?/iu,
    single: false,
  },
  { words: /^dall['’](?:inviat[oa]|corrispondente)[,:]?\s*/i, single: false },
  { words: /^(?:from\s)?our\s(?:\p{Ll}+\s)?correspondent[,:]?\s+/iu, single: false },
  { words: /^di\s+/i, single: false },
]

const PARTICLE =
  '(?:de|di|del|della|dello|dalla|dal|degli|da|van|von|der|den|ter|bin|al|el|la|lo|le|dos|y)'
const WORD = "(?:\\p{Lu}[\\p{L}\\p{M}'’-]*\\.?)"
const NAME = new RegExp(`^${WORD}(?:\\s(?:${PARTICLE}\\s){0,2}${WORD}){0,4}$`, 'u')

/** Capitalised words that are offices, media or places and no names of people. */
const NO_NAME =
  /(?<!\p{L})(?:editor|editors|correspondent|reporter|writer|staff|senior|chief|bureau|news|newsroom|times|post|press|guardian|daily|agencies|agency|desk|team|associated|direttore|inviat[oa]|corrispondente|redazione|agenzi[ae]|giornalista|foto|photos?|video|getty|politica|esteri|cronaca|economia|new york|los angeles|hong kong|san francisco|tel aviv|washington|new delhi|abu dhabi|buenos aires|stati uniti|regno unito|united (?:states|kingdom)|santo padre|invitation)(?!\p{L})/iu

/** What follows a name without belonging to it: another field, a date, a place, an office. */
const REST =
  /\s*(?:[|•·–—;]|\s-\s|\(|\sin\s\p{Lu}|\sinviat|\scorrispondente|@|\d|\sfor\s|\sper\s).*$/iu

/**
 * Who signs an article, from lines that say so: `A cura di X`, `di X`, `By X`, `dal nostro inviato
 * X`, `X, Reuters`, and at the end `Reporting by X and Y`. A newsroom or an agency is nobody.
 *
 * @param text cleaned text
 * @param language ISO 639-1 or null, for dates beside the name
 * @returns the names as they are written, several joined with `, `; or null
 */
export function bylineOf(text: string, language: string | null): string | null {
  const head = headLines(text, 15)
  for (const [at, { text: line, length }] of head.entries()) {
    const next = head[at + 1]
    const alone = /^(?:a cura di|di|by|autore|author|written by)\s*:?$/i.test(line)
    const whole = alone && next !== undefined ? `${line} ${next.text}` : line
    if (length > 140 || whole.length > 180) continue
    const names = announced(whole, language) ?? (at === 0 ? null : beforeAgency(line))
    if (names !== null) return names
  }
  for (const { text: line, length } of tailLines(text, 4)) {
    const credit = /^\(?\s*(?:additional )?reporting by ([^;.()]{3,120})/i.exec(line)
    const names =
      credit !== null && length < 400
        ? people(credit[1] ?? '', true)
        : length <= 80
          ? announced(line, language)
          : null
    if (names !== null) return names
  }
  return null
}

function announced(line: string, language: string | null): string | null {
  for (const { words, single } of ANNOUNCEMENTS) {
    const match = words.exec(line)
    if (match === null) continue
    let rest = line.slice(match[0].length)
    const [date] = writtenDates(rest, language)
    if (date !== undefined) rest = rest.slice(0, date.start).replace(LABEL_BEFORE_DATE, '')
    const names = people(rest, single && !/[.!?]$/.test(rest))
    if (names !== null) return names
  }
  return null
}

const LABEL_BEFORE_DATE =
  /[\s,|–—-]*(?:(?:pubblicat[oa]|published|updated|aggiornat[oa]|posted)?\s?(?:il|on)?|\p{L}+day,?|\p{L}+dì)[\s,:|–—-]*$/iu

/** `Jane Roe, Reuters`: the agency vouches for the name before it. */
function beforeAgency(line: string): string | null {
  const match = /^([^,|/]{5,60}?)\s?[,|/]\s?([^,|/]{2,40})$/.exec(line)
  return match !== null && isAgency(match[2] ?? '') ? people(match[1] ?? '', false) : null
}

/** The people in a list of names, or null where the first is none. */
function people(list: string, single: boolean): string | null {
  const names: string[] = []
  for (const part of list.split(/,|\s(?:e|ed|and|con|with|et)\s|\s?[&/+]\s?/)) {
    const name = part
      .replace(REST, '')
      .trim()
      .replace(/(\p{Ll})\.$/u, '$1')
    const words = name.split(' ').length
    const least = single && names.length === 0 ? 1 : 2
    const valid =
      NAME.test(name) &&
      words >= least &&
      !NO_NAME.test(name) &&
      !isAgency(name) &&
      name.length <= 60
    if (valid && name.length > 2) names.push(name)
    else if (names.length === 0) return null
  }
  return names.length === 0 ? null : names.join(', ')
}
