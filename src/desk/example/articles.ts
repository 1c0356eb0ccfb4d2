/*
 * Three short articles written for this example. The outlets and their authors are invented; the
 * events are those of which the press wrote in September 2023 and in May 2025.
 */

const agency = `Kim in Russia, al Cremlino si fanno i preparativi ma il calendario è vuoto – Agenzia Esempio

22 maggio 2025

Roma, 22 mag. (Agenzia Esempio) – A Mosca si prepara un viaggio di Kim Jong Un in Russia, ma nessuno sa dire quando avverrà. Lo ha spiegato il viceministro degli Esteri Andrei Rudenko parlando con le agenzie del suo Paese: per indicare un giorno, ha detto, i tempi non sono maturi.

Tutto comincia a Pyongyang nel giugno 2024, con Vladimir Putin ospite di Kim. Là i due firmarono un trattato che obbliga ciascuno a soccorrere l’altro se viene attaccato.

Da quando è al potere, il leader nordcoreano ha messo piede in Russia in due occasioni, la prima nel 2019 e l’altra nel 2023. Non si spinse mai oltre l’Estremo Oriente russo: una scelta dettata dalla prudenza e dai chilometri. Entrambe le volte viaggiò sul treno corazzato che usa per gli spostamenti all’estero.

Il 9 maggio, sulla Piazza Rossa, il posto accanto a Putin era invece del cinese Xi Jinping, che con Kim non è mai andato molto d’accordo. Secondo voci raccolte nelle ultime settimane, il nordcoreano potrebbe tornare in Russia già a giugno, o al più tardi in settembre.

Sono migliaia i militari che Pyongyang, dopo la firma di quel patto, ha mandato a combattere al fianco dei russi contro l’Ucraina. Mosca ha ripagato l’aiuto con tecnologia militare e con denaro.
`

const daily = `Il Cremlino conferma la visita di Kim, il treno è già un caso | Corriere dell’Esempio

di Livia Sarti

11 settembre 2023

Il Cremlino ha rotto il silenzio: Kim Jong Un verrà presto in visita ufficiale, ospite di Vladimir Putin. La nota diffusa oggi tace sul luogo e sull’ora del colloquio.

A riempire i vuoti ci pensano le voci: l’appuntamento sarebbe per mercoledì, a Vladivostok, dove in questi giorni si tiene il forum economico. A Seul fonti coperte dall’anonimato hanno raccontato alla stampa che il convoglio ha lasciato Pyongyang nella serata di domenica.

Per Kim è il secondo viaggio in territorio russo: il primo lo fece nell’aprile del 2019. Anche allora scelse il treno blindato, lo stesso mezzo con cui si sta spostando adesso.

Washington osserva con sospetto. La settimana scorsa la Casa Bianca ha riferito che, in base a notizie dei servizi segreti, Mosca vuole acquistare da Pyongyang altre munizioni per l’artiglieria. Di un affare concluso, finora, nessuno ha parlato.
`

const weekly = `What Pyongyang gets out of Moscow’s war | The Sample Herald

By Martin Oakes

26 May 2025

North Korea has sent thousands of soldiers to fight on Russia’s side, and Moscow is preparing to receive the man who sent them. South Korea’s spy agency puts the contingent at about 15,000.

Nobody outside the two governments knows what was promised in return. Weapons experts look at air defences and at satellites; bankers look at frozen accounts.

If Kim Jong Un does come, expect him by rail. He has never boarded a plane for a trip abroad.
`

/** The articles of the example, with the address that each would have. */
export const articles = {
  agency: { text: agency, url: 'https://example.org/agenzia/2025/05/22/kim-in-russia' },
  daily: { text: daily, url: 'https://example.org/corriere/2023/09/11/il-treno-di-kim' },
  weekly: { text: weekly, url: 'https://example.org/herald/2025/05/26/what-pyongyang-gets' },
}

export type ArticleKey = keyof typeof articles
