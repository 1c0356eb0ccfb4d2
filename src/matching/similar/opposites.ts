import type { Written } from '../figures/figure.ts'
import { bare, stemOf } from '../stems.ts'

/** Words on the two sides of a row say the opposite of each other: `aumentato | calato`. */
const rows: Record<string, string> = {
  it: `aumentare aumentato aumenta aumento crescere cresciuto cresce cresciute crescita salire salito sale salgono incremento rialzo raddoppiato raddoppia triplicato alzato alza alzare | diminuire diminuito diminuisce diminuzione calare calato cala calo scendere sceso scende scesa ridurre ridotto riduce riduzione crollo crollato dimezzato dimezza abbassato abbassa abbassare tagliato taglia;
    più maggiore superiore massimo maggiori superiori | meno minore inferiore minimo minori inferiori;
    alto alta alti alte altissimo | basso bassa bassi basse bassissimo;
    primo prima primi prime | ultimo ultima ultimi ultime;
    approvato approva approvare | respinto respinge bocciato boccia bocciare;
    vinto vince vincere vittoria | perso perde perdere sconfitta;
    aperto aperta aperti apre aprire riaperto | chiuso chiusa chiusi chiude chiudere;
    legale legali | illegale illegali;
    vero vera | falso falsa;
    favorevole favorevoli favore | contrario contrari contraria contro;
    entrato entra entrare entrati | uscito esce uscire usciti;
    migliore migliori meglio migliorato migliora | peggiore peggiori peggio peggiorato peggiora;
    assolto assolta | condannato condannata;
    accettato accetta accettare | rifiutato rifiuta rifiutare respinto;
    confermato conferma confermare | smentito smentisce smentire;
    possibile | impossibile;
    permesso consentito consente permette autorizzato | vietato vieta proibito;
    iniziato inizia cominciato | finito finisce terminato;
    comprato compra acquistato | venduto vende;
    assunto assume assunti | licenziato licenzia licenziati;
    ricco ricca ricchi | povero povera poveri;
    forte forti | debole deboli;
    maggioranza | minoranza;
    importa importare importato importazioni | esporta esportare esportato esportazioni;
    positivo positivi positiva | negativo negativi negativa;
    sicuro sicura sicuri | pericoloso pericolosa insicuro;
    tutto tutti tutte | nessuno nessun nessuna niente;
    sempre | mai;
    sì | no;
    nord settentrionale | sud meridionale;
    vecchio vecchi anziani | giovane giovani;
    costruito costruire costruisce | demolito demolire distrutto;
    introdotto introduce introdurre | abolito abolisce abolire cancellato;
    pubblico pubblica pubblici | privato privata privati;
    sopra oltre | sotto;
    spende speso spendere | risparmia risparmiato risparmiare;
    mandato inviato manda invia | ricevuto riceve ritirato`,
  en: `increase increased increases increasing rise rises rose risen grow grows grew grown growth climbed up gained raise raised raises raising hike hiked hikes boost boosted boosts double doubles doubled tripled soared | decrease decreased decreases decreasing fall falls fell fallen drop drops dropped decline declined shrank down cut cuts cutting lowers lowered reduce reduced reduces halve halved plunge plunged shrink shrinks;
    more higher greater maximum most above over | less lower smaller minimum least below under fewer;
    high highest | low lowest;
    first | last;
    approved approves approve passed | rejected rejects reject blocked;
    won wins win victory | lost loses lose defeat;
    open opens opened reopened | closed closes close shut;
    legal lawful | illegal unlawful;
    true | false;
    support supports supported favour favor backs backed for | oppose opposes opposed against;
    enter enters entered joined joins | leave leaves left quit quits;
    better best improved improves | worse worst worsened worsens;
    acquitted cleared innocent | convicted guilty;
    accepted accepts accept | refused refuses refuse rejected declined;
    confirmed confirms confirm admits admitted admit | denied denies deny;
    possible | impossible;
    allowed allows allow permitted legalised legalized | banned bans ban forbidden prohibited;
    started starts began begun begins | ended ends finished stopped stops;
    bought buys buy | sold sells sell;
    hired hires hire | fired fires fire;
    rich richest | poor poorest;
    strong stronger strongest | weak weaker weakest;
    majority | minority;
    import imports imported | export exports exported;
    positive | negative;
    safe safer | dangerous unsafe;
    all every everyone everybody always | none nobody never no;
    yes | no;
    north northern | south southern;
    east eastern | west western;
    old older oldest | young younger youngest;
    built builds build | demolished destroyed;
    introduced introduces | abolished abolishes scrapped repealed;
    public | private;
    with | without;
    before | after;
    alive | dead;
    spend spends spent | save saves saved;
    sent sends send | received receives withdrew withdrawn`,
}

/** Shorter words are taken as they are: their stems are those of too many others. */
const STEMMED_FROM = 5

const keyOf = (plain: string, word: string, language: string): string =>
  plain.length < STEMMED_FROM ? plain : `~${stemOf(word, language)}`

type Standing = { row: number; side: 0 | 1 }

const read = new Map<string, ReadonlyMap<string, readonly Standing[]>>()

function standingsIn(language: string): ReadonlyMap<string, readonly Standing[]> {
  const before = read.get(language)
  if (before) return before
  const standings = new Map<string, Standing[]>()
  for (const [row, line] of (Object.hasOwn(rows, language) ? (rows[language] ?? '') : '')
    .split(';')
    .entries()) {
    for (const [at, words] of line.split('|').entries()) {
      for (const word of words.split(/\s+/).filter(Boolean)) {
        const key = keyOf(bare(word), word, language)
        standings.set(key, [...(standings.get(key) ?? []), { row, side: at === 0 ? 0 : 1 }])
      }
    }
  }
  read.set(language, standings)
  return standings
}

const words = /[\p{L}\p{M}]+/gu

/** A word of a row, where it stands. */
export type Word = { text: string; from: number; to: number }

/** Of a row, the words of each side that a text has first. */
export type Stance = readonly [Word | null, Word | null]

/** On which side of which rows a text stands. */
export function stancesIn({ text, language }: Written): ReadonlyMap<number, Stance> {
  const found = new Map<number, [Word | null, Word | null]>()
  const standings = standingsIn(language)
  if (standings.size === 0) return found
  for (const { 0: word, index } of text.matchAll(words)) {
    const small = word.toLowerCase()
    for (const { row, side } of standings.get(keyOf(bare(small), small, language)) ?? []) {
      const stance = found.get(row) ?? [null, null]
      stance[side] ??= { text: word, from: index, to: index + word.length }
      found.set(row, stance)
    }
  }
  return found
}

/** Where one text stands on one side only, and the other on the other one. */
export function opposed(
  one: ReadonlyMap<number, Stance>,
  other: ReadonlyMap<number, Stance>,
): [Word, Word][] {
  return [...one].flatMap(([row, [a, b]]): [Word, Word][] => {
    const [c, d] = other.get(row) ?? [null, null]
    if (a && d && !b && !c) return [[a, d]]
    return b && c && !a && !d ? [[b, c]] : []
  })
}
