import { writtenDates } from '../domain/written-dates.ts'
import { bylineOf } from './byline.ts'
import { readDateline } from './dateline.ts'
import { cleanText } from './decode.ts'
import { languageOf } from './language.ts'
import { headLines, type Line, PARAGRAPH_LENGTH } from './lines.ts'
import { headlineOf, mastheadOf } from './outlet.ts'
import { publicationDate } from './publication.ts'
import { type Sentence, sentences } from './sentences.ts'
import { MAX_TITLE, proposeTitle } from './title.ts'

export type ArticleReading = {
  /** at most 150 characters, never a whole paragraph */
  title: string | null
  /** true where the title is only a proposal, cut out of a longer first line */
  titleProposed: boolean
  /** who published it, such as `askanews`; never taken from the byline */
  outlet: string | null
  /** who signs it, several joined with `, ` */
  byline: string | null
  /** when it was published, `YYYY-MM-DD` */
  date: string | null
  /** ISO 639-1 */
  language: string | null
  /** cleaned text */
  text: string
  sentences: Sentence[]
}

/** Lines that stand above a headline: a section, a path through the site. */
const KICKER =
  /^(?:politica|esteri|cronaca|economia|mondo|sport|cultura|attualità|italia|europa|interni|ultim[ao]ra|ultime notizie|politics|world|business|news|opinion|breaking(?: news)?|exclusive|esclusiva|analysis|analisi|home|fact[- ]check(?:ing)?|[^>›»/]{2,20}(?:\s[>›»/]\s[^>›»/]{2,30}){1,5})$/i

/**
 * Reads a plain text into an article. What the text does not say stays null; a title that had to
 * be cut out of a paragraph is marked as a proposal.
 *
 * @param text decoded or pasted text; it is cleaned here
 * @param hints `today` as `YYYY-MM-DD`: publication dates after it are not believed
 * @throws Refusal `too_large`, or `invalid` with `text: nul` or `text: required` (`cleanText`)
 */
export function readText(text: string, hints: { today?: string } = {}): ArticleReading {
  const clean = cleanText(text)
  const language = languageOf(clean)
  const byline = bylineOf(clean, language)
  const head = headLines(clean, 15)
  return {
    ...readHeading(head, clean, language, byline),
    byline,
    date: publicationDate(clean, language, hints.today ?? null),
    language,
    text: clean,
    sentences: sentences(clean, language),
  }
}

function readHeading(
  head: readonly Line[],
  text: string,
  language: string | null,
  byline: string | null,
): Pick<ArticleReading, 'title' | 'titleProposed' | 'outlet'> {
  const agency = head.map((line) => readDateline(line.text, language)?.agency ?? null)
  const agencyName = agency.find((name) => name !== null) ?? null
  const telling = (from: number) =>
    head.findIndex((line, i) => i >= from && !isFurniture(line.text, language, byline))
  const top = telling(0)
  const masthead = mastheadOf(head[top]?.text ?? '')
  const below = telling(top + 1)
  const at = masthead && below > top ? below : top
  const line = head[at]
  if (line === undefined) return { title: null, titleProposed: false, outlet: agencyName }
  const dateline = readDateline(line.text, language)
  const bare = line.text.slice(dateline?.end ?? 0).replace(/^#{1,6}\s+|^(?:titolo|title):\s*/i, '')
  const others = head.slice(at + 1).map((other) => other.text)
  const { title, outlet } = headlineOf(bare, others)
  const found = { outlet: outlet ?? (at > top ? masthead : null) ?? agencyName }
  const whole = sentences(title, language)
  const running = whole.length > 1 && /[.…]["”»’)]*$/.test(title)
  const short = title.length <= MAX_TITLE && line.length < PARAGRAPH_LENGTH
  if (short && !dateline && !running) {
    const alone = head.length === 1 && /[.…]["”»’)]*$/.test(title)
    return { title: alone ? null : title, titleProposed: false, ...found }
  }
  const proposed = proposeTitle(title, text, language)
  const nothingElse = proposed.length >= title.length - 1
  return { title: nothingElse ? null : proposed, titleProposed: !nothingElse, ...found }
}

/** Whether a line above the article is a section, a date, or the byline rather than the headline. */
function isFurniture(line: string, language: string | null, byline: string | null): boolean {
  if (KICKER.test(line)) return true
  const [first] = byline?.split(', ') ?? []
  if (first !== undefined && line.includes(first) && line.length < first.length + 60) {
    if (/^(?:di|by|a cura di|dal)\s/i.test(line)) return true
  }
  const [date] = writtenDates(line, language)
  if (date === undefined || line.length > 80) return false
  const rest = `${line.slice(0, date.start)} ${line.slice(date.end)}`
  return (rest.match(/\p{L}{2,}/gu)?.length ?? 0) <= 3 && !readDateline(line, language)
}
