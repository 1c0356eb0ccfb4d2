const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

/** Words whose full stop never ends a sentence: a name or the thing itself follows. Lower case. */
const TITLES = {
  it: set(`on onn sen dott dr drs ing avv prof proff arch geom rag cav comm col ten magg cap gen
    brig mar serg mons sig sigg egr gent spett ecc.mo dir vicepres pres cfr vd cd cosid ad.es es
    p.es c.d p.zza v.le c.so fam tel lett rif segg sgg st s.ten amm isp capt fr
    mr mrs ms`),
  en: set(`mr mrs ms mx messrs dr prof gen sen rep gov lt col sgt capt maj adm cmdr cpl pvt rev hon
    pres supt msgr st mt ft vs viz approx cf e.g i.e ca atty amb insp det dep`),
}

/** Words whose full stop ends no sentence where a number follows ("art. 5", "No. 10"). */
const BEFORE_NUMBERS = {
  it: set(
    'n nn nr num art artt pag pagg p pp cap vol voll fig figg tab lett par sez c co v vv tel h',
  ),
  en: set('no nos art p pp vol vols fig figs ch sec sect par para ver op'),
}

/** Words that may end a sentence or stand in the middle of one: the next word decides. */
const EITHER = {
  it: set(`ecc etc inc ltd corp co bros jr sr spa srl snc onlus min max sec ca ss art artt pag pagg
    vol cap fig int loc reg prov`),
  en: set(`etc inc ltd corp co bros jr sr dept univ assn ave blvd rd est min max al`),
}

const MONTHS = {
  it: set('gen genn feb febb mar apr mag giu lug ago set sett ott nov dic'),
  en: set('jan feb mar apr jun jul aug sep sept oct nov dec'),
}

/** Words that, with a capital, begin a sentence rather than continue a name. */
const STARTERS = {
  it: set(`il lo la i gli le l un uno una e ed è ma se non in nel nella nello nei negli nelle nell al
    alla allo ai agli alle all dal dalla dai dalle dall del della dello dei degli delle dell di da
    con su sul sulla sui sulle sull per tra fra a ad anche così come quando dopo prima poi ora oggi
    ieri domani intanto inoltre infine secondo questo questa questi queste quest quello quella quel
    chi che cosa perché dove ci si sono ha hanno era erano sarà saranno tutto tutti nessuno ogni
    altro altri più oltre proprio solo già mentre quindi però tuttavia ecco lui lei loro noi io c
    d dunque alcuni molti due tre nessuna dov com cos nonostante secondo durante finora`),
  en: set(`the a an he she it they we i you this that these those there in on at but and or so if
    when while after before as for from with by his her its their our my what who how why where
    not no yes however meanwhile also according since during under over both some many most all
    one two three more several until last`),
}

/** Particles that open a surname: after an initial they do not begin a sentence. */
const PARTICLES = set(`la lo li le di de del della dello dalla dal da d van von der den bin al el
  dos mc st`)

export type WordList = 'it' | 'en'

/** English lists for English, Italian ones for all else: its neighbours abbreviate alike. */
function wordList(language: string | null): WordList {
  return language === 'en' ? 'en' : 'it'
}

/**
 * Whether a word with a capital is one of those that begin sentences ("Il", "The", "L'").
 *
 * @param word without punctuation; an elided article comes with or without its apostrophe
 */
export function startsSentences(word: string, language: string | null): boolean {
  const bare = word.replace(/['’].*$/, '').toLowerCase()
  return /^\p{Lu}/u.test(word) && STARTERS[wordList(language)].has(bare)
}

/** A full stop and what stands around it. */
export type FullStop = {
  /** what touches the full stop on its left, itself with inner full stops: `S.p.A`, `dott`, `2019` */
  word: string
  /** whether the word opens its sentence */
  first: boolean
  /** whether a number stands before the word ("21 mag.") */
  afterNumber: boolean
  /** what follows, without blanks before it; a few words are enough */
  next: string
}

/** Whether a full stop ends a sentence rather than an abbreviation, an initial or a list number. */
export function endsSentence(stop: FullStop, language: string | null): boolean {
  const list = wordList(language)
  const lower = stop.word.toLowerCase()
  const next = /^[^\p{L}\p{N}]{0,3}([\p{L}\p{N}]+['’]?)/u.exec(stop.next)?.[1] ?? ''
  const starter = startsSentences(next, language)
  const number = /^[^\p{L}\p{N}]{0,2}(?:\p{N}|[IVXL]+\b)/u.test(stop.next)
  const aside = /^[([–—-]/.test(stop.next)
  if (/^\p{N}{1,3}$/u.test(lower)) return !stop.first
  if (/^\p{L}$/u.test(lower)) {
    if (stop.first) return false
    if (BEFORE_NUMBERS[list].has(lower)) return !number
    if (/^\p{Ll}$/u.test(stop.word)) return true
    const surname = PARTICLES.has(next.toLowerCase()) && /^\S+\s\p{Lu}/u.test(stop.next)
    return starter && !surname
  }
  if (TITLES[list].has(lower) && !(stop.afterNumber && MONTHS[list].has(lower))) return false
  if (/^(?:\p{L}{1,2}\.)+\p{L}{1,2}$/u.test(lower)) return starter
  if (MONTHS[list].has(lower)) return !number && !aside && (starter || !stop.afterNumber)
  if (BEFORE_NUMBERS[list].has(lower) && number) return false
  if (EITHER[list].has(lower)) return lower === 'ecc' || lower === 'etc' || starter
  return true
}
