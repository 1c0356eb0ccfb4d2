/** Names of countries that `Intl` does not give, and of their people; a row as gazetteer.ts reads it. */
export const countries = `
EU europa europe europe-o European unione_europea european_union eu eurozona eurozone ue
AFRICA africa african-o African
ASIA asia asiatic-o Asian
LATAM america_latina latin_america sudamerica south_america sudamerican-o latinoamerican-o
MIDEAST medio_oriente middle_east mediorientale
US america stati_uniti united_states usa US american-o statunitens-e American
GB gran_bretagna great_britain britain inghilterra england uk britannic-o ingles-e British English Briton scozia scotland scozzes-e Scottish galles wales gallese Welsh
RU federazione_russa russ-o Russian cremlino kremlin
UA ucraina ucrain-o Ukrainian
IT italian-o Italian
FR frances-e French Frenchman
DE tedesc-o German
ES spagnol-o Spanish Spaniard
PT portoghes-e Portuguese
GR grec-o Greek ellenic-o
TR turc-o turkey Turkish
PL polacc-o Polish
RO rumen-o romen-o Romanian
HU ungheres-e Hungarian
BG bulgar-o Bulgarian
AL albanes-e Albanian
RS serb-o Serbian
HR croat-o Croatian
SI sloven-o Slovenian
SK slovacc-o Slovak
CZ repubblica_ceca czech_republic cec-o Czech
AT austriac-o Austrian
CH svizzer-o elvetic-o Swiss
BE belg-a Belgian
NL olanda holland olandes-e Dutch netherlands
DK danes-e Danish
SE svedes-e Swedish Swede
NO norveges-e Norwegian
FI finlandes-e Finnish
IS islandes-e Icelandic
IE irlandes-e Irish
MT maltes-e Maltese
CY cipriot-o Cypriot
EE estone Estonian
LV lettone Latvian
LT lituan-o Lithuanian
BY bieloruss-o belarus Belarusian
MD moldav-o Moldovan
GE georgian-o Georgian
AM armen-o Armenian
AZ azer-o azerbaijan Azerbaijani
KZ kazak-o kazakistan kazakhstan Kazakh
BA bosnia bosniac-o Bosnian
XK kosovar-o Kosovar
MK macedonia macedon-e Macedonian
ME montenegrin-o Montenegrin
IL israelian-o Israeli
PS palestina palestine palestines-e Palestinian gaza cisgiordania west_bank striscia_di_gaza gaza_strip
LB libanes-e Lebanese
SY sirian-o Syrian
JO giordan-o Jordanian
IQ irachen-o iracheno Iraqi
IR iranian-o Iranian
SA arabia_saudita saudit-o Saudi
AE emirati emirates
QA qatariot-o Qatari
YE yemenit-o Yemeni
AF afghan-o Afghan
PK pachistan-o pakistan-o Pakistani
IN indian-o Indian
BD bengales-e Bangladeshi
CN cines-e Chinese
TW taiwanes-e Taiwanese
JP giappones-e nipponic-o Japanese
KR corea_del_sud sudcorean-o corea South_Korean
KP corea_del_nord nordcorean-o North_Korean
VN vietnamit-a Vietnamese
TH tailandia thailandes-e Thai
ID indonesian-o Indonesian
PH filippin-o Filipino
MM birmania burma birman-o
AU australian-o Australian
NZ neozelandes-e New_Zealander
EG egizian-o Egyptian
LY libic-o Libyan
TN tunisin-o Tunisian
DZ algerin-o Algerian
MA marocchin-o Moroccan
SD sudanes-e Sudanese
ET etiop-e Ethiopian
ER eritre-o Eritrean
SO somal-o Somali
KE kenian-o keniot-o Kenyan
NG nigerian-o Nigerian
GH ghanes-e Ghanaian
SN senegales-e Senegalese
ML malian-o Malian
CD congo congoles-e Congolese
ZA sudafrica sudafrican-o South_African
CA canades-e Canadian
MX messican-o Mexican
BR brasilian-o Brazilian
AR argentin-o Argentine Argentinian
CL cilen-o Chilean
CO colombian-o Colombian
VE venezuelan-o Venezuelan
PE peruvian-o Peruvian
CU cuban-o Cuban
HT haitian-o Haitian
VA vaticano vatican santa_sede holy_see
`

/** Regions of Italy, states of America and cities; after a capital the country that it speaks for. */
export const cities = `
lombardia lombardia lombardy lombard-o
piemonte piemonte piedmont piemontes-e
veneto veneto venet-o
liguria liguria
emilia emilia_romagna emilia romagna
toscana toscana tuscany toscan-o
umbria umbria umbr-o
marche marche
lazio lazio
abruzzo abruzzo
molise molise
campania campania
puglia puglia apulia puglies-e
basilicata basilicata lucania
calabria calabria calabres-e
sicilia sicilia sicily sicilian-o Sicilian
sardegna sardegna sardinia sard-o Sardinian
trentino trentino alto_adige
friuli friuli friulan-o friuli_venezia_giulia
aosta aosta valle_d_aosta
roma<IT roma rome roman-o
milano milano milan milanes-e
bergamo bergamo bergamasc-o
brescia brescia brescian-o
mantova mantova cremona pavia varese monza lecco
torino torino turin torines-e
novara novara alessandria asti cuneo
savona savona
imperia imperia
spezia la_spezia
piacenza piacenza
forli forli cesena
lucca lucca
grosseto grosseto
pistoia pistoia
como como
benevento benevento
avellino avellino
trapani trapani
agrigento agrigento
ragusa ragusa
nuoro nuoro
andria andria
rieti rieti
ascoli ascoli
macerata macerata
teramo teramo
rovigo rovigo
belluno belluno
pordenone pordenone
gorizia gorizia
kherson kherson
zaporizhzhia zaporizhzhia
genova genova genoa genoves-e
venezia venezia venice venezian-o
verona verona verones-e
padova padova padua padovan-o
vicenza vicenza
treviso treviso
trieste trieste
udine udine
trento trento
bolzano bolzano
bologna bologna bolognes-e
modena modena
parma parma
ferrara ferrara
ravenna ravenna
rimini rimini
firenze firenze florence fiorentin-o
pisa pisa
siena siena
livorno livorno
arezzo arezzo
perugia perugia
terni terni
ancona ancona
pesaro pesaro
latina frosinone viterbo
laquila l_aquila
pescara pescara
campobasso campobasso
napoli napoli naples napoletan-o
salerno salerno
caserta caserta
bari bari
taranto taranto
foggia foggia
lecce lecce
brindisi brindisi
matera matera
catanzaro catanzaro
cosenza cosenza
crotone crotone
reggio_calabria reggio_calabria
reggio_emilia reggio_emilia
palermo palermo palermitan-o
catania catania
messina messina
siracusa siracusa
lampedusa lampedusa
cagliari cagliari
sassari sassari
washington<US washington
new_york new_york
los_angeles los_angeles
california california Californian
san_francisco san_francisco
texas texas Texan
houston houston
dallas dallas
florida florida
miami miami
chicago chicago illinois
boston boston massachusetts
detroit detroit michigan
philadelphia philadelphia filadelfia pennsylvania
atlanta atlanta georgia_usa
seattle seattle
ohio ohio
arizona arizona
nevada nevada las_vegas
oregon oregon
colorado colorado
wisconsin wisconsin
minnesota minnesota
virginia virginia
alabama alabama
louisiana louisiana new_orleans
hawaii hawaii
alaska alaska
kentucky kentucky
tennessee tennessee
north_carolina north_carolina
south_carolina south_carolina
new_jersey new_jersey
kansas kansas
iowa iowa
utah utah
maryland maryland
missouri missouri
indiana indiana
oklahoma oklahoma
londra<GB londra london londines-e
manchester manchester
liverpool liverpool
birmingham birmingham
leeds leeds
edimburgo edimburgo edinburgh
glasgow glasgow
belfast belfast northern_ireland irlanda_del_nord
cardiff cardiff
dublino<IE dublino dublin
parigi<FR parigi paris parigin-o
marsiglia marsiglia marseille
lione lione lyon
strasburgo strasburgo strasbourg
nizza nizza
berlino<DE berlino berlin berlines-e
monaco monaco_di_baviera munich
amburgo amburgo hamburg
francoforte francoforte frankfurt
colonia cologne
madrid<ES madrid
barcellona barcellona barcelona catalogna catalonia catalan-o
siviglia siviglia seville
valencia valencia
lisbona<PT lisbona lisbon
bruxelles<BE bruxelles brussels
anversa anversa antwerp
amsterdam<NL amsterdam
rotterdam rotterdam
aia l_aia the_hague
vienna<AT vienna
zurigo zurigo zurich
ginevra ginevra geneva
berna<CH berna bern
lugano lugano
copenaghen<DK copenaghen copenhagen
stoccolma<SE stoccolma stockholm
oslo<NO oslo
helsinki<FI helsinki
varsavia<PL varsavia warsaw
cracovia cracovia krakow
praga<CZ praga prague
budapest<HU budapest
bucarest<RO bucarest bucharest
sofia<BG sofia
belgrado<RS belgrado belgrade
zagabria<HR zagabria zagreb
lubiana<SI lubiana ljubljana
sarajevo<BA sarajevo
tirana<AL tirana
atene<GR atene athens
istanbul istanbul
ankara<TR ankara
mosca<RU mosca moscow moscovit-a
san_pietroburgo san_pietroburgo st_petersburg saint_petersburg
kiev<UA kiev kyiv
odessa odessa odesa
kharkiv kharkiv
mariupol mariupol
leopoli leopoli lviv
donbass donbass donbas donetsk luhansk
crimea crimea
minsk<BY minsk
tbilisi<GE tbilisi
baku<AZ baku
gerusalemme<IL gerusalemme jerusalem
tel_aviv tel_aviv
beirut<LB beirut
damasco<SY damasco damascus
aleppo aleppo
baghdad<IQ baghdad
teheran<IR teheran tehran
riad<SA riad riyadh
doha<QA doha
dubai dubai
kabul<AF kabul
islamabad<PK islamabad karachi
delhi<IN new_delhi nuova_delhi delhi
mumbai mumbai
pechino<CN pechino beijing
shanghai shanghai
wuhan wuhan
hong_kong hong_kong
tokyo<JP tokyo
osaka osaka
seul<KR seul seoul
pyongyang<KP pyongyang
taipei<TW taipei
bangkok<TH bangkok
hanoi<VN hanoi
giacarta<ID giacarta jakarta
sydney sydney
melbourne melbourne
canberra<AU canberra
il_cairo<EG il_cairo cairo
tripoli<LY tripoli
bengasi bengasi benghazi
tunisi<TN tunisi tunis
algeri<DZ algeri algiers
rabat<MA rabat
casablanca casablanca
khartoum<SD khartoum
addis_abeba<ET addis_abeba addis_ababa
nairobi<KE nairobi
lagos lagos
johannesburg johannesburg
citta_del_capo cape_town citta_del_capo
ottawa<CA ottawa
toronto toronto
montreal montreal quebec
vancouver vancouver
citta_del_messico<MX citta_del_messico mexico_city
l_avana<CU l_avana havana
rio rio_de_janeiro
san_paolo sao_paulo
brasilia<BR brasilia
buenos_aires<AR buenos_aires
santiago santiago_del_cile
bogota<CO bogota
caracas<VE caracas
lima<PE lima
gerico ramallah hebron rafah
`
