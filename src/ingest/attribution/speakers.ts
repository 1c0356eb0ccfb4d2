import type { SpeakerKind } from './grammar.ts'
import { wordsIn } from './tokens.ts'

/** Nouns for those who say things, by what they are. */
const italian: Record<Exclude<SpeakerKind, 'name'>, string> = {
  person: `ministro ministra ministri ministre viceministro viceministra sottosegretario sottosegretaria
    presidente presidenti presidentessa vicepresidente premier cancelliere cancelliera portavoce sindaco
    sindaca sindaci vicesindaco deputato deputata deputati senatore senatrice senatori parlamentari
    parlamentare europarlamentare generale generali colonnello ammiraglio comandante comandanti esperto
    esperta esperti esperte analista analisti testimone testimoni ricercatore ricercatrice ricercatori
    scienziato scienziata scienziati studioso studiosi medico medici avvocato avvocata avvocati procuratore
    procuratrice magistrato magistrati pm gip giudice giudici funzionario funzionaria funzionari diplomatico
    diplomatici leader segretario segretaria direttore direttrice direttori vicedirettore capo capi
    ambasciatore ambasciatrice consigliere consigliera consiglieri governatore governatrice assessore
    assessora commissario commissaria papa pontefice re regina principe vescovo vescovi cardinale questore
    prefetto economista economisti professore professoressa docente docenti amministratore amministratrice
    imprenditore imprenditori attivista attivisti residenti abitanti sindacalista sindacalisti autista
    conducente inviato inviata corrispondente giornalista giornalisti cronista storico storica relatore
    rettore rettrice ingegnere architetto allenatore tecnico preside infermieri insegnanti pescatori
    agricoltori operai studenti persona persone responsabile coordinatore coordinatrice garante rappresentante rappresentanti dirigente dirigenti
    investigatori inquirenti agenti soccorritori vertici organizzatori legale legali familiari virologo
    epidemiologo geologo sismologo avversari critici osservatori alleati militari`,
  body: `governo ministero opposizione opposizioni maggioranza minoranza procura polizia carabinieri questura
    prefettura esercito marina aeronautica comune regione provincia giunta parlamento camera partito
    partiti sindacato sindacati associazione associazioni organizzazione organizzazioni ong agenzia
    intelligence servizi tribunale corte cassazione azienda società banca ambasciata dipartimento
    commissione autorità università istituto centro osservatorio comitato consiglio movimento
    amministrazione accusa coalizione federazione ente fondazione gruppo impresa stato_maggiore cremlino
    pentagono protezione`,
  media: `agenzie quotidiano quotidiani giornale giornali media stampa tv televisione televisioni emittente emittenti
    radio rivista settimanale sito portale telegiornale tg testata testate blog network tabloid`,
  unnamed: 'fonte fonti indiscrezioni rumors voci retroscena',
  document: `rapporto rapporti dati dato stime stima studio studi sondaggio sondaggi comunicato comunicati nota
    documento documenti relazione ricerca ricerche inchiesta statistiche indagine indagini dossier
    dichiarazione dichiarazioni bollettino verbale ordinanza`,
}

const english: Record<Exclude<SpeakerKind, 'name'>, string> = {
  person: `minister ministers president presidents premier chancellor spokesman spokeswoman spokesperson
    spokespeople spokesmen mayor mayors lawmaker lawmakers deputy deputies senator senators congressman
    congresswoman general generals colonel admiral commander commanders expert experts analyst analysts
    witness witnesses researcher researchers scientist scientists scholar scholars doctor doctors lawyer
    lawyers attorney attorneys prosecutor prosecutors judge judges official officials diplomat diplomats
    leader leaders secretary director directors chief chiefs head ambassador ambassadors adviser advisers
    advisor advisors aide aides governor governors commissioner pope king queen prince bishop economist
    economists professor professors executive executives activist activists residents villagers neighbours
    neighbors passenger passengers driver drivers reporter reporters journalist journalists historian
    officer officers investigator investigators inspector inspectors critics opponents allies rescuers
    engineer engineers employee employees worker workers nurse nurses student students parents mother
    father victim victims survivor survivors author authors owner candidate candidates farmer farmers coach councillor councillors representative representatives chairman chairwoman
    chair ceo founder manager managers envoy negotiator negotiators soldier soldiers teacher teachers
    person people man woman men women member members veteran veterans organisers organizers`,
  body: `government ministry ministries opposition police army navy military parliament congress senate
    party parties union unions association agency organisation organization organisations organizations
    group groups intelligence court company companies bank embassy department commission authority
    authorities university institute council committee administration office watchdog charity campaign
    coalition federation foundation firm command kremlin pentagon regulator`,
  media: `newspaper newspapers magazine broadcaster broadcasters media press television tv radio daily weekly
    outlet outlets website newswire tabloid blog network`,
  unnamed: 'source sources rumours rumors',
  document: `report reports study studies survey surveys poll polls data figures estimates statement statements
    document documents communique research records filing filings memo dossier affidavit indictment`,
}

const headsOf = (lists: Record<string, string>, kinds: readonly Exclude<SpeakerKind, 'name'>[]) =>
  new Map(
    kinds.flatMap((kind) =>
      [...wordsIn(lists[kind] ?? '')].map((word): [string, SpeakerKind] => [word, kind]),
    ),
  )

const kinds = ['document', 'unnamed', 'media', 'body', 'person'] as const
export const italianHeads = headsOf(italian, kinds)
export const englishHeads = headsOf(english, kinds)

/** Media that are known by their names alone, in one word of them. */
export const mediaNames =
  wordsIn(`reuters afp ap ansa agi adnkronos askanews lapresse tass interfax novosti ria
  xinhua yonhap kyodo kcna anadolu dpa efe bbc cnn nbc cbs abc npr pbs fox bloomberg politico axios euronews
  jazeera arabiya rai rainews tg1 tg2 tg3 tgcom24 sky skytg24 mediaset la7 repubblica corriere stampa
  messaggero giornale manifesto avvenire fatto sole24ore gazzetta fanpage post times guardian telegraph
  independent economist tribune herald journal chronicle gazette mail mirror sun monde figaro libération
  spiegel zeit bild faz país mundo kommersant izvestia pravda asahi mainichi haaretz newsweek time wired
  news dispatch observer courier`)
