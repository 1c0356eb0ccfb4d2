/** A headline without the name of the site that browsers and feeds put behind it. */
export type Headline = { title: string; outlet: string | null }

const ENDING =
  /\.(?:it|com|org|net|eu|info|news|tv|online|co\.uk|uk|us|fr|de|es|ch|ie|ca|au|com\.au)$/i

/** Names that say "medium" by themselves. A separator alone does not make an outlet. */
const MEDIUM =
  /(?<!\p{L})(?:news|notizie|times|post|herald|tribune|gazette|chronicle|journal|courier|magazine|weekly|daily|today|radio|tv|tg\d*|quotidiano|giornale|corriere|gazzetta|messaggero|repubblica|stampa|mattino|manifesto|secolo|foglio|avvenire|unione|resto del carlino|sole 24 ore|fatto|tempo reale|agenzia|press|guardian|independent|telegraph|economist|observer|standard|bbc|cnn|nbc|cbs|abc|npr|pbs|rai|mediaset|reuters|ansa|askanews|agi|adnkronos|lapresse|italpress|bloomberg|politico|euronews|al jazeera|axios|vox|time|forbes|wired|internazionale|il post|open|fanpage|linkiesta|huffpost|huffington|pagella politica|facta|full fact|snopes|politifact)(?!\p{L})/iu

/** Parts of a page title that are sections or kinds of page. */
const SECTION =
  /^(?:video|foto|photos?|live|diretta|opinion[ei]?|opinioni|commento|politica|politics|esteri|cronaca|economia|economy|mondo|world|sport|culture|cultura|business|tech|science|home|analysis|analisi|approfondimento|explainer|interview|intervista|uk|us|us news|uk news|europe|news|ultime notizie|world news|latest news|breaking news|attualità|italia)$/iu

/**
 * Takes the outlet off the end of a page title: `Title | Outlet`, `Title - Outlet.it`. After a bar
 * any short name is one; after a dash only an address, a known medium, or what is missing where the
 * same headline stands again below.
 *
 * @param line the first line, at most a few thousand characters
 * @param others the lines after it
 */
export function headlineOf(line: string, others: readonly string[]): Headline {
  let title = line
  let outlet: string | null = null
  for (let parts = 0; parts < 3; parts++) {
    const cut = lastSeparator(title)
    if (cut === null) break
    const name = title.slice(cut.end).trim()
    const stem = title.slice(0, cut.start).trim()
    const repeated = others.includes(stem)
    const section = SECTION.test(name)
    if (stem === '' || (!repeated && !section && !isOutlet(name, cut.mark))) break
    if (section && outlet === null && cut.mark !== '|' && !repeated) break
    if (!section) outlet ??= siteName(name)
    title = stem
    if (repeated) break
  }
  return { title, outlet }
}

function lastSeparator(title: string): { start: number; end: number; mark: string } | null {
  const from = Math.max(0, title.length - 80)
  const match = /^.*(\s+([|·•»]|[-–—]{1,2})\s+)/su.exec(title.slice(from))
  const whole = match?.[1]
  const mark = match?.[2]
  if (match === null || whole === undefined || mark === undefined) return null
  const end = from + match[0].length
  return { start: end - whole.length, end, mark }
}

function isOutlet(name: string, mark: string): boolean {
  const words = name.split(/\s+/).length
  if (name.length > 40 || words > 5 || /[?!:;,"“«]/.test(name)) return false
  if (/^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*$/u.test(name) && ENDING.test(name)) return true
  const capital = /^[\p{Lu}\p{N}]/u.test(name) || /^(?:la|il|lo|the|l['’])\s?\p{Lu}/u.test(name)
  if (mark === '|') return capital || words === 1
  const titled = name
    .split(/\s+/)
    .every((word) =>
      /^[\p{Lu}\p{N}]|^(?:la|il|lo|the|di|del|della|of|and|e|a|(?:l|d|dell|nell|all)['’].*|askanews)$/u.test(
        word,
      ),
    )
  return titled && MEDIUM.test(name)
}

/** The medium that a line names and nothing else, as papers print it above a headline; or null. */
export const mastheadOf = (line: string): string | null =>
  isOutlet(line.trim(), '-') ? siteName(line.trim()) : null

/** `www.askanews.it` is called askanews. */
function siteName(name: string): string {
  return /\s/.test(name) ? name : name.replace(/^www\./i, '').replace(ENDING, '')
}
