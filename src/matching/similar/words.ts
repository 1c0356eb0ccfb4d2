/** `a=b` a word: what stands before the sign means what stands after it, with `_` for spaces. */
const table = (text: string) =>
  new Map(
    text
      .trim()
      .split(/\s+/)
      .map((row): [string, string] => {
        const [word = '', meaning = ''] = row.split('=')
        return [word, meaning.replaceAll('_', ' ')]
      }),
  )

const none = new Map<string, string>()
const byLanguage =
  (tables: Record<string, Map<string, string>>) =>
  (language: string): ReadonlyMap<string, string> =>
    (Object.hasOwn(tables, language) ? tables[language] : null) ?? none

/** Numbers that are written in words, in digits. `Uno` and `one` are articles too often. */
export const numerals = byLanguage({
  it: table(`due=2 tre=3 quattro=4 cinque=5 sei=6 sette=7 otto=8 nove=9 dieci=10 undici=11 dodici=12
    tredici=13 quattordici=14 quindici=15 sedici=16 diciassette=17 diciotto=18 diciannove=19 venti=20
    trenta=30 quaranta=40 cinquanta=50 sessanta=60 settanta=70 ottanta=80 novanta=90 cento=100
    duecento=200 trecento=300 quattrocento=400 cinquecento=500`),
  en: table(`twice=2 thrice=3 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12
    thirteen=13 fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20
    thirty=30 forty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90 hundred=100`),
})

/** What papers and posts shorten without saying it in full. */
export const shortForms = byLanguage({
  it: table(`ue=unione_europea eu=unione_europea usa=stati_uniti uk=regno_unito
    onu=nazioni_unite oms=organizzazione_mondiale_sanità bce=banca_centrale_europea
    fmi=fondo_monetario_internazionale m5s=movimento_cinque_stelle pd=partito_democratico
    fdi=fratelli_italia cinquestelle=cinque_stelle mln=milioni mld=miliardi k=mila
    mrd=miliardi 
    nr=numero ddl=disegno_legge dl=decreto_legge
    ssn=servizio_sanitario_nazionale `),
  en: table(`eu=european_union WHO=world_health_organization US=united_states usa=united_states uk=united_kingdom
    UN=united_nations imf=international_monetary_fund ecb=european_central_bank
    nhs=national_health_service mln=million mn=million bn=billion k=thousand pm=prime_minister govt=government 
    potus=president_united_states gop=republican_party `),
})

/** Forms of verbs whose stems are not those of the others. */
export const irregular = byLanguage({
  en: table(`sent=send paid=pay went=go gone=go bought=buy sold=sell said=say made=make gave=give
    given=give took=take taken=take came=come got=get spent=spend built=build lost=lose won=win left=leave
    met=meet held=hold kept=keep told=tell found=find thought=think brought=bring taught=teach caught=catch
    fought=fight wrote=write written=write spoke=speak spoken=speak broke=break broken=break chose=choose
    chosen=choose rose=rise risen=rise fell=fall fallen=fall grew=grow grown=grow knew=know known=know
    saw=see seen=see began=begin begun=begin ran=run drove=drive driven=drive stole=steal stolen=steal
    led=lead fled=flee died=die dead=die shot=shoot stood=stand understood=understand felt=feel meant=mean
    women=woman men=man children=child people=person`),
  it: table(`fatto=fare fanno=fare fece=fare detto=dire dice=dire dicono=dire speso=spendere spesi=spendere
    chiuso=chiudere chiusi=chiudere chiusa=chiudere aperto=aprire aperta=aprire aperti=aprire perso=perdere
    persi=perdere vinto=vincere preso=prendere presi=prendere prese=prendere messo=mettere scritto=scrivere
    letto=leggere speso=spendere sceso=scendere scesa=scendere scesi=scendere ridotto=ridurre
    ridotta=ridurre cresciuto=crescere cresciuta=crescere morto=morire morti=morire muore=morire
    muoiono=morire ucciso=uccidere uccisi=uccidere deciso=decidere promesso=promettere permesso=permettere
    venduto=vendere saliti=salire`),
})

const dateWords = new Set(
  `gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre lunedi
  martedi mercoledi giovedi venerdi sabato domenica ieri oggi domani stamattina stasera primavera estate
  autunno inverno january february march april june july august september october november december
  monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow tonight spring summer
  autumn winter`.split(/\s+/),
)

/** A word without accents that says when: a month, a day, a season. */
export const isDateWord = (plain: string): boolean => dateWords.has(plain)
