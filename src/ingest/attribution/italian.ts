import { startsSentences } from '../abbreviations.ts'
import type { Grammar } from './grammar.ts'
import type { Around } from './sentence.ts'
import { italianHeads, mediaNames } from './speakers.ts'
import { wordsIn } from './tokens.ts'

const articles = wordsIn("il lo la i gli le l' un uno una un'")
const prepositions =
  wordsIn(`di del dello della dei degli delle dell' d' a al allo alla ai agli alle all' ad da dal
  dallo dalla dai dagli dalle dall' in nel nello nella nei negli nelle nell' con col coi su sul sullo sulla
  sui sugli sulle sull' per tra fra contro verso senza presso durante dopo prima sotto sopra entro oltre
  tramite attraverso mediante`)

const and = wordsIn('e ed')

/** The verbs that say: the root is one, the endings are those of what was said by one or by several. */
export const participles =
  wordsIn(`detto dichiarato affermato sostenuto spiegato annunciato riferito riportato
  scritto confermato aggiunto ribadito precisato sottolineato commentato raccontato assicurato denunciato
  avvertito ammesso rivelato comunicato osservato concluso risposto replicato ricordato ipotizzato stimato
  calcolato twittato postato anticipato indicato evidenziato segnalato chiarito lamentato insistito
  rivendicato promesso garantito attestato certificato dedotto`)

export const presents =
  wordsIn(`dice dicono afferma affermano dichiara dichiarano sostiene sostengono spiega spiegano
  annuncia annunciano riferisce riferiscono riporta riportano scrive scrivono conferma confermano aggiunge
  aggiungono ribadisce ribadiscono precisa precisano sottolinea sottolineano commenta commentano racconta
  raccontano assicura assicurano denuncia denunciano avverte avvertono ammette ammettono rivela rivelano
  comunica comunicano osserva osservano conclude concludono risponde rispondono replica replicano ricorda
  ricordano ipotizza ipotizzano stima stimano calcola calcolano segnala segnalano ritiene ritengono
  evidenzia evidenziano chiarisce chiariscono insiste insistono affermava dichiarava sosteneva spiegava
  diceva ripete ripetono anticipa anticipano`)

export const pasts =
  wordsIn(`disse dissero dichiarò dichiararono affermò affermarono scrisse scrissero spiegò
  spiegarono aggiunse aggiunsero annunciò annunciarono riferì riferirono rispose risposero sostenne
  sostennero confermò confermarono raccontò raccontarono rivelò ribadì precisò commentò ammise avvertì`)

/** What somebody may do to somebody else: whoever follows these may have it done to them. */
export const takesObject = wordsIn(
  'ricordato denunciato confermato indicato avvertito assicurato segnalato commentato annunciato riportato',
)

/** What is passed on by whoever follows “da”: without regard to gender and number. */
export const passedOn =
  /^(?:annunciat|riferit|riportat|confermat|dichiarat|rivelat|anticipat|comunicat|raccontat|spiegat|scritt|dett|affermat|sostenut|segnalat|diffus|resa?)[oaie]?$/
export const repeated =
  /^(?:citat|ripres|rilanciat|intervistat|sentit|interpellat|contattat|raggiunt|riportat|riferit|diffus)[oaie]$/

const between =
  wordsIn(`lo l' ne gli ci ha hanno infatti inoltre poi oggi ieri già anche però invece intanto
  ancora dal_canto_suo sempre stesso stessa stessi stesse quindi dunque così pure stamattina stamani stasera
  ufficialmente pubblicamente ripetutamente recentemente successivamente più_volte tuttavia oggi`)

const denies = wordsIn('non se qualora mai nessuno quando chi né si')

const stop = wordsIn(
  [...prepositions].join(' '),
  [...participles].join(' '),
  [...presents].join(' '),
  [...pasts].join(' '),
  `è e ed o ma che chi cui non né si ci vi ne lo li se come quando mentre dove perché ha hanno aveva avevano
  avrebbe avrebbero sono era erano sarà saranno sarebbe sarebbero fa fanno viene vengono venne può possono
  potrebbe deve devono dovrebbe vuole vogliono farà mi ti io tu lui lei noi voi loro questo questa questi
  queste quello quella ciò oggi ieri domani ora già poi anche ancora così più meno molto solo sempre infatti
  inoltre invece intanto però tuttavia dunque quindi secondo stando citando scorso scorsa scorsi scorse`,
)

const nationalities =
  `italian american statunitens corean nordcorean sudcorean russ cines giappones frances tedesc
  ingles britannic spagnol ucrain polacc grec turc israelian palestines sirian libanes iranian irachen egizian
  libic tunisin algerin marocchin indian pakistan afghan brasilian argentin cilen messican canades australian
  svizzer austriac ungheres rumen bulgar serb croat alban ceca slovacc olandes belg dan svedes norveges
  finlandes georgian armen azer kazak bieloruss moldav roman milanes napoletan torines veneto lombard
  sicilian sard toscan pugliai european occident oriental`.split(/\s+/)
const nationality = new RegExp(`^(?:${nationalities.join('|')})(?:o|a|i|e|he|hi)?$`)

/** What an adjective after a noun looks like; a verb that ends so would be taken for one. */
const adjective = (low: string): boolean =>
  nationality.test(low) ||
  /(?:[^s]ic[oai]|il[ei]|ich[ei]|al[ei]|ar[ei]|ari[oae]?|iv[oaie]|os[oaie]|ist[aie]|ativ[oaie]|nazional[ei])$/.test(
    low,
  ) ||
  /^(?:anonim|qualificat|autorevol|local|segret|stranier|estern|intern|vari|unit|ben|sud|nord|est|ovest|aggiunt|uscent|generale|giudiziari|mondial|superior|centrale|riservat|ufficial)[oaie]?$/.test(
    low,
  )

/** Adverbs and pronouns with a capital. */
const opening =
  /^(?:\p{L}+(?:mente|zione|sione|ità)|Ieri|Oggi|Domani|Poi|Infine|Ancora|Sempre|Adesso|Allora|Anzi|Eppure|Certo|Forse|Qui|Stamattina|Stasera|Egli|Ella|Lui|Lei|Essi|Chi|Qualcuno|Nessuno|Ognuno|Tanti|Pochi|Sì|Ecco|Subito|Successivamente|Nel|Così|Questo|Ciò|Cosa|Perché|Quanto|Quanti)$/u

const lead =
  wordsIn(`ex vice neo primo prima alto alta alti alte nuovo nuova allora sedicente giovane noto nota noti
  principali principale ultimi ultime recente recenti numero`)

const grammar: Grammar = {
  articles: wordsIn([...articles].join(' '), 'stesso stessa stessi stesse'),
  before:
    wordsIn(`alcuni alcune diversi diverse molti molte numerosi numerose altri altre varie vari due tre
    quattro più tutti tutte`),
  heads: italianHeads,
  media: mediaNames,
  headLast: false,
  of: wordsIn("di del dello della dei degli delle dell' d'"),
  at: wordsIn("al allo alla ai agli alle all' per presso"),
  mute: wordsIn(`costituzione codice trattato convenzione accordo protocollo statuto vangelo bibbia corano regolamento
    gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre lunedì
    martedì mercoledì giovedì venerdì sabato domenica natale pasqua legge decreto carta dio`),
  begins: (word) => startsSentences(word, 'it') || opening.test(word),
  stop,
  leads: (low) => lead.has(low),
  follows: (low) => adjective(low) && !stop.has(low),
  nearness: new Map([
    ...['vicina', 'vicine', 'vicino', 'vicini', 'interna', 'interne'].map(
      (word): [string, ReadonlySet<string>] => [word, wordsIn("a al allo alla ai agli alle all'")],
    ),
    ['a', wordsIn('conoscenza')],
    ['informate', wordsIn('sui sul sulla sulle')],
  ]),
}

const around: Around = { between, denies, prepositions, and, who: wordsIn('che') }

/** What is known of Italian. */
export const italian = { grammar, around }
