import { isAgency } from '../dateline.ts'
import { comparable } from './filter.ts'

/** The longest byline kept, as the desk's own field. */
const MAX_BYLINE = 200
const MAX_NAMES = 12

/** Profiles, handles and mailboxes. */
const ADDRESS = /(?:https?:\/\/|www\.)[^\s,;]+|[^\s,;@<(]*@[^\s,;>)]*/gi

/** What stands before a name and does not belong to it. */
const BEFORE =
  /^(?:(?:written|words|text|story|report(?:ed|ing)?|analysis|opinion|posted|published|geschrieben|verfasst|ein (?:kommentar|gastbeitrag|interview|artikel)|eine? \p{L}+|(?:articolo|testo|testi|scritto|intervista|analisi|commento|servizio|reportage) |propos recueillis|texte|texto|escrito|redigé|rédigé|publié)?\s?(?:by|von|par|por|door|av|af|przez|di)|a cura di|autor(?:in|en|es|i|e)?|author(?:s|\(s\))?|auteurs?|redakteur(?:in)?|dal nostro inviato|dalla nostra inviata|dal corrispondente|by:)[:\s]\s*/iu

/** Words of offices and newsrooms: what holds one is no person. */
const NOBODY =
  /(?<![\p{L}])(?:redazione|redaktion\p{L}*|onlineredaktion|rédaction|redacción|redacci[oó]|redação|redactie|redakcja|redaktionen|redactor|toimitus|newsroom|news ?desk|staff|editors?|editorial|team|news|agency|agenzia|agenzie|agenturen?|agence|agencias?|agências?|press|presse|desk|ufficio stampa|admin|administrator|webmaster|webredaktion|online|guest|anonymous|anonimo|unknown|correspondents?|reporters?|writers?|contributors?|digital|media|verlag|gmbh|s\.?p\.?a|inc|ltd|magazine|magazin|giornale|journal|daily|times|tv|radio|podcast|partner|sponsored|content|associated press|user|author|autore|autor|undefined|null|none|n\/a|web|blog|portal|zeitung|nachrichten|notizie|actualités?|with afp|collective|company|stiftung|foundation|institut|institute|university|università|pressemitteilung|mitarbeiter|source|story by|wire|services?|corriere|repubblica|gazzetta|messaggero|quotidiano|herald|tribune|guardian|bbc|cnn|euronews|deutsche welle|tagesschau|spiegel|le monde|figaro|executive|senior|chief|quotidiano|rassegna|support)(?![\p{L}])/iu

/** What follows a name: an office, a place, an address. */
const AFTER =
  /\s*(?:\||•|·|–|—|\s-\s|\(|\[|<|@|:|\bfor\s(?=\p{Lu})|(?:,\s*|\s)(?:(?:special|senior|chief|political|europe|foreign|science|business|envoyé\p{L}* spécia\p{L}*|white house)\s|(?:correspondent|reporter|editor|writer|columnist|journalist|producer)|inviat[oa]|corrispondente|giornalista|direttore|korrespondent(?:in)?|redakteur(?:in)?|journaliste|correspondant|corresponsal|periodista|enviad[oa]|in \p{Lu}\p{Ll}+$|à \p{Lu}\p{Ll}+$)).*$/iu

/**
 * The people in what a page gives as its authors; newsrooms, agencies, the outlet itself, addresses
 * of profiles and titles are left out.
 *
 * @param written as the page has them: a name each, or lists in one text
 * @param outlets names of the site, which sign nothing
 * @param visible true for a byline from the page's text, where "Di" is no part of a name
 * @returns the names joined with `, `, or null
 */
export function peopleIn(
  written: readonly string[],
  outlets: readonly string[],
  visible = false,
): string | null {
  const names: string[] = []
  for (const text of written.slice(0, 40)) {
    const bare = text.slice(0, 400).replace(ADDRESS, ' ')
    for (const part of partsOf(bare, visible)) {
      const name = nameIn(part)
      if (name === null || names.length >= MAX_NAMES) continue
      if (outlets.some((outlet) => isOutlet(name, outlet))) continue
      if (!names.some((other) => comparable(other) === comparable(name))) names.push(name)
    }
  }
  // Beside whole names, a word alone is a place or an office: "Maria Rossi, Madrid".
  const whole = names.filter((name) => name.includes(' '))
  if (whole.length > 0) names.splice(0, names.length, ...whole)
  while (names.join(', ').length > MAX_BYLINE) names.pop()
  return names.length === 0 ? null : names.join(', ')
}

/** Who signs in one of the first lines of a text: `Von Anna Becker`, `Par Claire Dubois`. */
export function signedIn(lines: readonly string[]): string | null {
  for (const line of lines) {
    if (line.length > 90 || !BEFORE.test(line) || /[.!?]$/.test(line)) continue
    const names = peopleIn([line], [], true)
    const whole = names?.split(', ').every((name) => {
      return NAME.test(name) && (line.includes(name) || line.includes(name.toUpperCase()))
    })
    if (names !== null && whole === true) return names
  }
  return null
}

/** Two words with a capital at least, particles between them: a phrase is no name. */
const NAME =
  /^\p{Lu}[\p{L}'’.-]+(?:\s(?:van|von|der|den|de|da|do|dos|di|del|della|la|le|el|bin|zu|ten|af))*(?:\s\p{Lu}[\p{L}'’.-]*){1,3}$/u

function partsOf(text: string, visible: boolean): string[] {
  const bare = withoutBefore(text.trim(), visible)
  // "Rossi, Maria" in some systems; two single words are one name.
  const turned = /^(\p{Lu}[\p{L}'’-]+),\s(\p{Lu}[\p{L}'’-]+)$/u.exec(bare)
  if (turned !== null) return [`${turned[2]} ${turned[1]}`]
  return bare
    .split(/\s*[,;/|\n•·]\s*|\s+(?:and|und|et|&|\+|with|mit|avec|con|ed|och|og|oraz|en)\s+/iu)
    .flatMap((part) => {
      // `e`, `y`, `i` also join the two surnames of one person.
      const pair = /^(\S+\s.*\S)\s(?:e|y|i)\s(\S+\s.*)$/iu.exec(part)
      return pair === null ? [part] : [pair[1] ?? '', pair[2] ?? '']
    })
    .map((part) => withoutBefore(part, visible))
}

function withoutBefore(text: string, visible: boolean): string {
  const match = BEFORE.exec(text)
  if (match === null) return text
  const rest = text.slice(match[0].length)
  // "Di Maio", "Von Trapp": in a field of its own a particle with a capital belongs to the name.
  if (!visible && /^(?:Di|Von|Av|Af)\s$/.test(match[0]) && rest.split(/\s+/).length < 3) return text
  return rest
}

function nameIn(part: string): string | null {
  const name = part
    .replace(/^[^\p{L}]+(?=\p{L})|^(?:dr|prof|ing|avv|dott)\.?\s/giu, '')
    .replace(AFTER, '')
    .replace(/[\s.,;:]+$/u, '')
    .replace(/\s+/g, ' ')
    .trim()
  const words = name.split(' ')
  if (name.length < 2 || name.length > 50 || words.length > 6) return null
  if (/\d|https?|www\.|[@#{}<>=_]|\.(?:com|it|de|fr|es|net|org)\b/i.test(name)) return null
  // Parts of addresses: `mario-rossi` beside "Mario Rossi".
  if (/^\p{Ll}+(?:-\p{Ll}+)+$/u.test(name) || /['’]s$/.test(name)) return null
  if (!/^\p{L}/u.test(name) || NOBODY.test(name) || isAgency(name)) return null
  if (
    /^(?:md|phd|jr|sr|ph\.d|mba|esq|opinion|politica|cronaca|esteri|di|by|von|par)$/i.test(name)
  ) {
    return null
  }
  const loud = words.length > 1 && name === name.toUpperCase() && /\p{Lu}/u.test(name)
  const quiet = words.length > 1 && name === name.toLowerCase() && /\p{Ll}/u.test(name)
  if (!loud && !quiet) return name
  return name.toLowerCase().replace(/(?<![\p{L}])\p{L}/gu, (letter) => letter.toUpperCase())
}

function isOutlet(name: string, outlet: string): boolean {
  const letters = (text: string) => comparable(text).replace(/[^\p{L}\p{N}]|^(?:the|il|la) /gu, '')
  const [one, other] = [letters(name), letters(outlet)]
  // A person's site may be called after them ("Maria Rossi's notes"); a single word is the brand.
  const brand = !name.includes(' ') && one.length > 2 && other.startsWith(one)
  return one === other || brand || (other.length > 3 && one.startsWith(other))
}
