/** Names of countries that `Intl` does not give, and of their people; a row as gazetteer.ts reads it. */
export const countries = `
EU europa europe europe-o European unione_europea european_union eurozona eurozone ue
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

/** Cities, and the regions of Italy and states of America, with what they lie in. */
export const cities = `
lombardia<IT lombardia lombardy lombard-o
piemonte<IT piemonte piedmont piemontes-e
veneto<IT veneto venet-o
liguria<IT liguria
emilia<IT emilia_romagna emilia romagna
toscana<IT toscana tuscany toscan-o
umbria<IT umbria umbr-o
marche<IT marche
lazio<IT lazio
abruzzo<IT abruzzo
molise<IT molise
campania<IT campania
puglia<IT puglia apulia puglies-e
basilicata<IT basilicata lucania
calabria<IT calabria calabres-e
sicilia<IT sicilia sicily sicilian-o Sicilian
sardegna<IT sardegna sardinia sard-o Sardinian
trentino<IT trentino alto_adige
friuli<IT friuli friulan-o friuli_venezia_giulia
aosta<IT aosta valle_d_aosta
roma<lazio<IT roma rome roman-o
milano<lombardia<IT milano milan milanes-e
bergamo<lombardia<IT bergamo bergamasc-o
brescia<lombardia<IT brescia brescian-o
mantova<lombardia<IT mantova cremona pavia varese monza lecco
torino<piemonte<IT torino turin torines-e
novara<piemonte<IT novara alessandria asti cuneo
genova<liguria<IT genova genoa genoves-e
venezia<veneto<IT venezia venice venezian-o
verona<veneto<IT verona verones-e
padova<veneto<IT padova padua padovan-o
vicenza<veneto<IT vicenza
treviso<veneto<IT treviso
trieste<friuli<IT trieste
udine<friuli<IT udine
trento<trentino<IT trento
bolzano<trentino<IT bolzano
bologna<emilia<IT bologna bolognes-e
modena<emilia<IT modena
parma<emilia<IT parma
ferrara<emilia<IT ferrara
ravenna<emilia<IT ravenna
rimini<emilia<IT rimini
firenze<toscana<IT firenze florence fiorentin-o
pisa<toscana<IT pisa
siena<toscana<IT siena
livorno<toscana<IT livorno
arezzo<toscana<IT arezzo
perugia<umbria<IT perugia
terni<umbria<IT terni
ancona<marche<IT ancona
pesaro<marche<IT pesaro
latina<lazio<IT frosinone viterbo
laquila<abruzzo<IT l_aquila
pescara<abruzzo<IT pescara
campobasso<molise<IT campobasso
napoli<campania<IT napoli naples napoletan-o
salerno<campania<IT salerno
caserta<campania<IT caserta
bari<puglia<IT bari
taranto<puglia<IT taranto
foggia<puglia<IT foggia
lecce<puglia<IT lecce
brindisi<puglia<IT brindisi
matera<basilicata<IT matera
catanzaro<calabria<IT catanzaro
cosenza<calabria<IT cosenza
crotone<calabria<IT crotone
reggio_calabria<calabria<IT reggio_calabria
reggio_emilia<emilia<IT reggio_emilia
palermo<sicilia<IT palermo palermitan-o
catania<sicilia<IT catania
messina<sicilia<IT messina
siracusa<sicilia<IT siracusa
lampedusa<sicilia<IT lampedusa
cagliari<sardegna<IT cagliari
sassari<sardegna<IT sassari
washington<US washington
new_york<US new_york
los_angeles<california<US los_angeles
california<US california Californian
san_francisco<california<US san_francisco
texas<US texas Texan
houston<texas<US houston
dallas<texas<US dallas
florida<US florida
miami<florida<US miami
chicago<US chicago illinois
boston<US boston massachusetts
detroit<US detroit michigan
philadelphia<US philadelphia filadelfia pennsylvania
atlanta<US atlanta georgia_usa
seattle<US seattle
ohio<US ohio
arizona<US arizona
nevada<US nevada las_vegas
oregon<US oregon
colorado<US colorado
wisconsin<US wisconsin
minnesota<US minnesota
virginia<US virginia
alabama<US alabama
louisiana<US louisiana new_orleans
hawaii<US hawaii
alaska<US alaska
kentucky<US kentucky
tennessee<US tennessee
north_carolina<US north_carolina
south_carolina<US south_carolina
new_jersey<US new_jersey
kansas<US kansas
iowa<US iowa
utah<US utah
maryland<US maryland
missouri<US missouri
indiana<US indiana
oklahoma<US oklahoma
londra<GB londra london londines-e
manchester<GB manchester
liverpool<GB liverpool
birmingham<GB birmingham
leeds<GB leeds
edimburgo<GB edimburgo edinburgh
glasgow<GB glasgow
belfast<GB belfast northern_ireland irlanda_del_nord
cardiff<GB cardiff
dublino<IE dublino dublin
parigi<FR parigi paris parigin-o
marsiglia<FR marsiglia marseille
lione<FR lione lyon
strasburgo<FR strasburgo strasbourg
nizza<FR nizza
berlino<DE berlino berlin berlines-e
monaco<DE monaco_di_baviera munich
amburgo<DE amburgo hamburg
francoforte<DE francoforte frankfurt
colonia<DE cologne
madrid<ES madrid
barcellona<ES barcellona barcelona catalogna catalonia catalan-o
siviglia<ES siviglia seville
valencia<ES valencia
lisbona<PT lisbona lisbon
bruxelles<BE bruxelles brussels
anversa<BE anversa antwerp
amsterdam<NL amsterdam
rotterdam<NL rotterdam
aia<NL l_aia the_hague
vienna<AT vienna
zurigo<CH zurigo zurich
ginevra<CH ginevra geneva
berna<CH berna bern
lugano<CH lugano
copenaghen<DK copenaghen copenhagen
stoccolma<SE stoccolma stockholm
oslo<NO oslo
helsinki<FI helsinki
varsavia<PL varsavia warsaw
cracovia<PL cracovia krakow
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
istanbul<TR istanbul
ankara<TR ankara
mosca<RU mosca moscow moscovit-a
san_pietroburgo<RU san_pietroburgo st_petersburg saint_petersburg
kiev<UA kiev kyiv
odessa<UA odessa odesa
kharkiv<UA kharkiv
mariupol<UA mariupol
leopoli<UA leopoli lviv
donbass<UA donbass donbas donetsk luhansk
crimea<UA crimea
minsk<BY minsk
tbilisi<GE tbilisi
baku<AZ baku
gerusalemme<IL gerusalemme jerusalem
tel_aviv<IL tel_aviv
beirut<LB beirut
damasco<SY damasco damascus
aleppo<SY aleppo
baghdad<IQ baghdad
teheran<IR teheran tehran
riad<SA riad riyadh
doha<QA doha
dubai<AE dubai
kabul<AF kabul
islamabad<PK islamabad karachi
delhi<IN new_delhi nuova_delhi delhi
mumbai<IN mumbai
pechino<CN pechino beijing
shanghai<CN shanghai
wuhan<CN wuhan
hong_kong<CN hong_kong
tokyo<JP tokyo
osaka<JP osaka
seul<KR seul seoul
pyongyang<KP pyongyang
taipei<TW taipei
bangkok<TH bangkok
hanoi<VN hanoi
giacarta<ID giacarta jakarta
sydney<AU sydney
melbourne<AU melbourne
canberra<AU canberra
il_cairo<EG il_cairo cairo
tripoli<LY tripoli
bengasi<LY bengasi benghazi
tunisi<TN tunisi tunis
algeri<DZ algeri algiers
rabat<MA rabat
casablanca<MA casablanca
khartoum<SD khartoum
addis_abeba<ET addis_abeba addis_ababa
nairobi<KE nairobi
lagos<NG lagos
johannesburg<ZA johannesburg
citta_del_capo<ZA cape_town citta_del_capo
ottawa<CA ottawa
toronto<CA toronto
montreal<CA montreal quebec
vancouver<CA vancouver
citta_del_messico<MX citta_del_messico mexico_city
l_avana<CU l_avana havana
rio<BR rio_de_janeiro
san_paolo<BR sao_paulo
brasilia<BR brasilia
buenos_aires<AR buenos_aires
santiago<CL santiago_del_cile
bogota<CO bogota
caracas<VE caracas
lima<PE lima
gerico<PS ramallah hebron rafah
`
